/** One field of a message's header: its name in lower case, and the whole of it as it is written, without the last CRLF. */
export type Field = { name: string; line: string }

/** The fields of a message in the order they stand, and its body (RFC 5322, section 2.1). */
export function partsOf(message: string): { fields: Field[]; body: string } {
  const end = message.indexOf('\r\n\r\n')
  const head = end < 0 ? message : message.slice(0, end)
  const fields = head.split(/\r\n(?![ \t])/).map((line) => ({ name: line.slice(0, line.indexOf(':')).trim().toLowerCase(), line }))
  return { fields, body: end < 0 ? '' : message.slice(end + 4) }
}

/** A field in the relaxed form (RFC 6376, section 3.4.2), without its last CRLF. */
export function relaxedField({ name, line }: Field): string {
  const value = line.slice(line.indexOf(':') + 1)
  return `${name}:${value
    .replaceAll('\r\n', '')
    .replace(/[ \t]+/g, ' ')
    .trim()}`
}

/** A body in the relaxed form (RFC 6376, section 3.4.4). */
export function relaxedBody(body: string): string {
  const narrow = body.replace(/[ \t]+/g, ' ').replaceAll(' \r\n', '\r\n')
  let end = narrow.length
  if (narrow.endsWith(' ')) end--
  while (narrow.startsWith('\r\n', end - 2) && end > 0) end -= 2
  return end === 0 ? '' : `${narrow.slice(0, end)}\r\n`
}

const signed = (
  'from to cc reply-to subject date message-id in-reply-to references mime-version content-type content-transfer-encoding ' +
  'auto-submitted feedback-id list-id list-unsubscribe list-unsubscribe-post list-help list-archive list-post'
).split(' ')

/** Named once more than they are there, so that nobody on the way can add a second one (RFC 6376, section 8.15). */
const sealed = new Set(['from', 'to', 'cc', 'reply-to', 'subject', 'date', 'mime-version', 'content-type'])

/** Which fields a signature covers, by name in the order of its `h=`, and those of them that are there: of several the last comes first. */
export function coveredBy(fields: Field[]): { names: string[]; covered: Field[] } {
  const names: string[] = []
  const covered: Field[] = []
  for (const name of signed) {
    const there = fields.filter((field) => field.name === name).toReversed()
    covered.push(...there)
    names.push(...there.map(() => name), ...(sealed.has(name) ? [name] : []))
  }
  return { names, covered }
}
