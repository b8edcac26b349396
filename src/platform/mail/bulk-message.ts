import { dateHeader, headerLine, mailbox, safeValue, textLine } from './headers.rules.ts'
import { encodedTemplate, fill, inHtml, inText, templateOf, type Fields, type Template } from './template.rules.ts'

export type BulkContent = { subject: string; html: string; text: string; headers: Record<string, string> }

/** What one reader's message needs beside the words that all share. */
export type Reader = { to: string; messageId: string; queuedAt: Temporal.Instant; fields: Fields }

/** Builds a reader's whole message (RFC 5322), in ASCII. */
export type Press = (reader: Reader) => string

/**
 * Prepares a content once, so that each reader's message costs a joining of strings: composing each anew would keep
 * the SMTP connections waiting.
 */
export function newPress(
  content: BulkContent,
  from: { name: string; address: string },
  names: readonly string[],
  markup: readonly string[] = [],
): Press {
  const boundary = `=_${crypto.randomUUID()}`
  const sender = `From: ${mailbox(from)}\r\n`
  const heads = headersOf(content, names)
  const text = encodedTemplate(templateOf(content.text, names))
  const html = encodedTemplate(templateOf(content.html, names))
  const asHtml = inHtml(markup)
  const alternatives = `MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="${boundary}"\r\n`
  const date = rememberingLast(dateHeader)
  return ({ to, messageId, queuedAt, fields }) =>
    `${sender}To: ${to}\r\n${heads(fields)}Date: ${date(queuedAt)}\r\nMessage-ID: <${messageId}>\r\n${alternatives}` +
    `\r\n--${boundary}\r\n${partHead('plain')}${fill(text, fields, inText)}` +
    `\r\n--${boundary}\r\n${partHead('html')}${fill(html, fields, asHtml)}\r\n--${boundary}--\r\n`
}

/** Readers of an edition were queued at one moment. */
function rememberingLast(say: (moment: Temporal.Instant) => string): (moment: Temporal.Instant) => string {
  let last: { at: number; words: string } | undefined
  return (moment) => {
    if (last?.at !== moment.epochMilliseconds) last = { at: moment.epochMilliseconds, words: say(moment) }
    return last.words
  }
}

const partHead = (kind: 'plain' | 'html') =>
  `Content-Type: text/${kind}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`

type HeaderTemplate = { template: Template; write: (value: string) => string }

function headersOf(content: BulkContent, names: readonly string[]): (fields: Fields) => string {
  const lines: HeaderTemplate[] = [
    { template: templateOf(content.subject, names), write: (value) => textLine('Subject', value) },
    ...Object.entries(content.headers).map(([name, value]) => ({
      template: templateOf(value, names),
      write: (filled: string) => headerLine(name, filled),
    })),
  ]
  const same = lines.filter(isSame).map(write({})).join('')
  const personal = lines.filter((line) => !isSame(line))
  return (fields) => same + personal.map(write(fields)).join('')
}

const isSame = ({ template }: HeaderTemplate) => template.every((piece) => typeof piece === 'string')

const write = (fields: Fields) => (line: HeaderTemplate) => line.write(fill(line.template, fields, safeValue))
