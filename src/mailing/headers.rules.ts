export type HeaderParts = {
  list: { slug: string; name: string }
  /** The domain that names our lists. */
  domain: string
  /** Addresses without spaces or angle brackets: where one click leaves, by web and by mail; help; past mails. */
  oneClick: string
  leaveByMail: string | null
  help: string
  archive: string | null
}

/** The header fields by which mail programs know a list and offer to leave it (RFC 2369, RFC 2919, RFC 8058). */
export function headersOf({ list, domain, oneClick, leaveByMail, help, archive }: HeaderParts): Record<string, string> {
  const leave = [`<${oneClick}>`, ...(leaveByMail ? [`<${leaveByMail}>`] : [])].join(', ')
  return {
    'List-Id': `${phrase(list.name)} <${list.slug.replace(/[^a-z0-9-]/g, '')}.${domain.replace(/[^a-z0-9.-]/gi, '').toLowerCase()}>`,
    'List-Unsubscribe': leave,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Help': `<${help}>`,
    ...(archive ? { 'List-Archive': `<${archive}>` } : {}),
    'List-Post': 'NO',
    Precedence: 'bulk',
  }
}

/**
 * A name as the phrase before an address: quoted, or encoded (RFC 2047) when it is not ASCII. Whatever the name holds,
 * no line break and no second field can come of it.
 */
export function phrase(name: string): string {
  const line = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  if (/^[\x20-\x7e]*$/.test(line)) return `"${line.replace(/["\\]/g, '\\$&')}"`
  return pieces(line)
    .map((piece) => `=?UTF-8?B?${Buffer.from(piece).toString('base64')}?=`)
    .join(' ')
}

/** An encoded word may be 75 characters long (RFC 2047, section 2): 45 bytes each, never through a character. */
function pieces(line: string): string[] {
  const found = ['']
  for (const character of line) {
    const last = found.length - 1
    if (Buffer.byteLength(`${found[last]}${character}`) > 45) found.push(character)
    else found[last] += character
  }
  return found
}
