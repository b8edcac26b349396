import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The token in `bounces+<token>@…`, the sender that a mail shows to servers, so that a bounce names the mail it speaks of
 * and strangers cannot forge one. Hexadecimal, since some servers write local parts in lower case; with the word
 * before it 60 of the 64 characters allowed (RFC 5321, section 4.5.3.1.1).
 */
export const bounceToken = (secret: Buffer, mailId: string): string => addressToken(secret, 'bounce', mailId)

/** The same for other addresses that stand for one row: `confirm+<token>@…` is one person's. */
export const addressToken = (secret: Buffer, purpose: string, id: string): string => id.replaceAll('-', '') + signature(secret, purpose, id)

/** The row that a token of this purpose speaks of; null when another hand made it. */
export function readAddressToken(secret: Buffer, purpose: string, token: string): string | null {
  const id = mailOfToken(token)
  return id !== null && timingSafeEqual(Buffer.from(addressToken(secret, purpose, id)), Buffer.from(token.toLowerCase())) ? id : null
}

/** Which mail a token claims to speak of. Whether it is true says `isBounceToken`, once the mail's network is known. */
export function mailOfToken(token: string): string | null {
  const [, ...parts] = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})[0-9a-f]{20}$/.exec(token.toLowerCase()) ?? []
  return parts.length ? parts.join('-') : null
}

export const isBounceToken = (secret: Buffer, token: string): boolean => readAddressToken(secret, 'bounce', token) !== null

const signature = (secret: Buffer, purpose: string, id: string) =>
  createHmac('sha256', secret).update(`${purpose}\0${id}`).digest('hex').slice(0, 20)
