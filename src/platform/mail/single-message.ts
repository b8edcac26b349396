import MailComposer from 'nodemailer/lib/mail-composer'
import { mailHtml, mailText } from '#platform/html'
import type { Here } from '#platform/http'
import type { Language } from '#platform/text'
import { dateHeader, safeValue } from './headers.rules.ts'
import type { MailExtras } from './mail.tables.ts'

export type SingleContent = { subject: string; body: string; language: Language; extras: MailExtras }

type Addressed = { from: string; to: string; messageId: string; queuedAt: Temporal.Instant; network: Here }

/** A message of its own (RFC 5322): the layout around its words, a text part, and the invitation if it has one (RFC 6047). */
export function singleMessage(
  { subject, body, language, extras }: SingleContent,
  { from, to, messageId, queuedAt, network }: Addressed,
): Promise<Buffer> {
  const { why = '', leave, preheader, calendar } = extras
  const name = safeValue(network.name)
  const layout = { network: { ...network, name }, language, body, why, leave, preheader }
  const composer = new MailComposer({
    from: { name, address: from },
    to: { name: '', address: to },
    subject: safeValue(subject),
    messageId: `<${messageId}>`,
    date: dateHeader(queuedAt),
    headers: headersOf({ 'Reply-To': network.contactEmail, ...extras.headers }),
    html: mailHtml(layout),
    text: mailText(layout),
    ...(calendar ? { icalEvent: { method: calendar.method, content: calendar.text, filename: 'invite.ics' } } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'windows',
  })
  return composer.compile().build()
}

/**
 * Tells programs that answer by themselves, such as out-of-office notes, not to (RFC 3834). People who answer reach the
 * community's contact address.
 */
const headersOf = (headers: Record<string, string>) => ({
  'Auto-Submitted': 'auto-generated',
  ...Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, isOfAddresses.test(name) ? inAscii(value) : safeValue(value)]),
  ),
})

const isOfAddresses = /^(references|in-reply-to|reply-to)$/i

/** These hold Message-IDs or an address, which are ASCII and cannot be encoded: what else they hold is left out. */
const inAscii = (value: string) => safeValue(value).replace(/[^\x20-\x7e]+/g, '')
