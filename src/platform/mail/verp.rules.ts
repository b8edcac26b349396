import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The token in `bounces+<token>@…`, the sender that a mail shows to servers, so that a bounce names the mail it speaks of
 * and strangers cannot forge one. Hexadecimal, since some servers write local parts in lower case; with the word
 * before it 60 of the 64 characters allowed (RFC 5321, section 4.5.3.1.1).
 */
export const bounceToken = (secret: Buffer, mailId: string): string => mailId.replaceAll('-', '') + signature(secret, mailId)

/** Which mail a token claims to speak of. Whether it is true says `isBounceToken`, once the mail's network is known. */
export function mailOfToken(token: string): string | null {
  const [, ...parts] = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})[0-9a-f]{20}$/.exec(token.toLowerCase()) ?? []
  return parts.length ? parts.join('-') : null
}

export function isBounceToken(secret: Buffer, token: string): boolean {
  const mailId = mailOfToken(token)
  return mailId !== null && timingSafeEqual(Buffer.from(bounceToken(secret, mailId)), Buffer.from(token.toLowerCase()))
}

const signature = (secret: Buffer, mailId: string) => createHmac('sha256', secret).update(`bounce\0${mailId}`).digest('hex').slice(0, 20)
