import { encodeWord, foldLines, quoteString } from 'nodemailer/lib/mime-funcs'

/** Headers that a room may set. The others are ours: a second From or Content-Type would make another mail of it. */
const allowed = /^(list-[a-z-]+|x-[a-z0-9-]+|reply-to|references|in-reply-to|precedence|auto-submitted|feedback-id)$/i

export function checkHeaders(headers: Record<string, string> = {}) {
  const other = Object.keys(headers).find((name) => !allowed.test(name))
  if (other !== undefined) throw new Error(`A mail may not set the header ${JSON.stringify(other)}.`)
}

/** A value that stays on its line whatever it holds: control characters, CR, LF and NUL among them, and runs of space become one space. */
export const safeValue = (value: string): string => value.replace(/[\p{Cc}\s]+/gu, ' ').trim()

/** A line of plain words, such as the subject (RFC 5322, section 3.2.5). What is not short ASCII is encoded whole (RFC 2047). */
export function textLine(name: string, words: string): string {
  const plain = safeValue(words)
  const isSimple = isAscii(plain) && !plain.includes('=?') && !/\S{60}/.test(plain)
  return folded(name, isSimple ? plain : encodeWord(plain, 'Q', 52))
}

/** A line that programs read, such as List-Unsubscribe: only words that are not ASCII are encoded. */
export function headerLine(name: string, value: string): string {
  const plain = safeValue(value)
  return folded(name, isAscii(plain) ? plain : plain.replace(foreignWords, (words) => encodeWord(words, 'Q', 52)))
}

const isAscii = (value: string) => /^[\x20-\x7e]*$/.test(value)

const foreignWords = /[^\s<>"(),]*[^\x20-\x7e][^\s<>"(),]*(?: [^\s<>"(),]*[^\x20-\x7e][^\s<>"(),]*)*/g

/** With its CRLF, in lines of 76 characters where there is a space to fold at (RFC 5322, section 2.2.3). */
function folded(name: string, value: string) {
  if (!/^[A-Za-z0-9-]+$/.test(name)) throw new Error(`${JSON.stringify(name)} is no name of a header.`)
  return `${foldLines(`${name}: ${value}`, 76)}\r\n`
}

/** A name and an address (RFC 5322, section 3.4): quoted, or encoded when it is not ASCII. */
export function mailbox({ name, address }: { name: string; address: string }): string {
  const plain = safeValue(name)
  if (!plain) return address
  return isAscii(plain) ? `${quoteString(plain)} <${address}>` : `${encodeWord(plain, 'Q', 52)} <${address}>`
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The moment as a Date header says it (RFC 5322, section 3.3), in UTC. */
export function dateHeader(moment: Temporal.Instant): string {
  const { dayOfWeek, day, month, year, hour, minute, second } = moment.toZonedDateTimeISO('UTC')
  const clock = [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':')
  return `${days[dayOfWeek - 1]}, ${day} ${months[month - 1]} ${year} ${clock} +0000`
}

/**
 * By what mailbox providers count complaints without naming who complained (Google's Feedback-ID): the edition, its kind, that it went to
 * many, and who sends.
 */
export const feedbackId = ({ contentId, kind, domain }: { contentId: string; kind: string; domain: string }): string =>
  [contentId, kind, 'edition', domain].map((part) => part.replace(/[^a-z0-9.-]/gi, '')).join(':')
