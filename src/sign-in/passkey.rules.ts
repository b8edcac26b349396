import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export const mostPasskeys = 20
const challengeLasts = 30 * 60_000

/** Browsers make passkeys for a name behind TLS, and for localhost; never for a bare number (WebAuthn, section 5.1.2). */
export function mayUsePasskeys(baseUrl: string): boolean {
  const { protocol, hostname } = new URL(baseUrl)
  const isName = !hostname.startsWith('[') && !/^[\d.]+$/.test(hostname)
  return isName && (protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost'))
}

/** The name that passkeys are bound to. It comes from our settings and never from the request. */
export const partyOf = (baseUrl: string): string => new URL(baseUrl).hostname

/**
 * What an authenticator is to sign: the moment, 128 random bits, and our own signature over both and the purpose. So we know a
 * challenge as ours and as fresh without having kept it, in any number of tabs and processes.
 */
export function newChallenge(secret: Buffer, purpose: string, now: Temporal.Instant): Buffer<ArrayBuffer> {
  const moment = Buffer.alloc(8)
  moment.writeBigUInt64BE(BigInt(now.epochMilliseconds))
  const head = Buffer.concat([moment, randomBytes(16)])
  return Buffer.concat([head, markOf(secret, purpose, head)])
}

/** When a challenge was made, if we made it for this purpose and it is still fresh. */
export function readChallenge(secret: Buffer, purpose: string, given: string, now: Temporal.Instant): Temporal.Instant | null {
  const bytes = Buffer.from(given, 'base64url')
  if (bytes.length !== 40) return null
  const head = bytes.subarray(0, 24)
  if (!timingSafeEqual(bytes.subarray(24), markOf(secret, purpose, head))) return null
  const moment = Number(head.readBigUInt64BE())
  const age = now.epochMilliseconds - moment
  return age >= 0 && age <= challengeLasts ? Temporal.Instant.fromEpochMilliseconds(moment) : null
}

const markOf = (secret: Buffer, purpose: string, head: Buffer) =>
  createHmac('sha256', secret).update(`passkey-challenge\0${purpose}\0`).update(head).digest().subarray(0, 16)
