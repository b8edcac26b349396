import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * A signed link's last part: what it speaks of and a signature (HMAC-SHA256, cut to 128 bits) that only this network
 * can make for this purpose. It does not end, so that an unsubscribe link in an old mail still works.
 */
export function sign(secret: Buffer, purpose: string, subject: string): string {
  return `${Buffer.from(subject).toString('base64url')}.${signature(secret, purpose, subject).toString('base64url')}`
}

/** What a signed token speaks of, or null when it was altered, made for another purpose, or is no token at all. */
export function readSigned(secret: Buffer, purpose: string, token: string): string | null {
  const [subjectPart = '', signaturePart = ''] = token.split('.')
  const subject = Buffer.from(subjectPart, 'base64url').toString()
  const given = Buffer.from(signaturePart, 'base64url')
  const due = signature(secret, purpose, subject)
  return given.length === due.length && timingSafeEqual(given, due) && sign(secret, purpose, subject) === token ? subject : null
}

const signature = (secret: Buffer, purpose: string, subject: string) =>
  createHmac('sha256', secret).update(`${purpose}\0${subject}`).digest().subarray(0, 16)
