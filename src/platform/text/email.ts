import { domainToASCII } from 'node:url'

const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const domainPart = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/

/**
 * The address as it is kept and compared: trimmed, lower case, an international domain in ASCII (RFC 5891).
 * Null for what is no plain mailbox of RFC 5321, section 4.1.2: quoted or non-ASCII local parts, control
 * characters, address literals, more than 254 characters.
 */
export function emailAddress(typed: string): string | null {
  const trimmed = typed.trim()
  const at = trimmed.lastIndexOf('@')
  if (at < 1 || trimmed.length > 320) return null
  const local = trimmed.slice(0, at).toLowerCase()
  const domain = domainToASCII(trimmed.slice(at + 1)).toLowerCase()
  const address = `${local}@${domain}`
  return local.length <= 64 && address.length <= 254 && localPart.test(local) && domainPart.test(domain) ? address : null
}
