import type { Words } from '#platform/text'
import type { Topic, Verdict, What } from './finding.rules.ts'

type Values = Record<string, string>

export const topicWords = (t: Words): Record<Topic, string> => ({
  spf: t('Who may send for the domain (SPF)'),
  dkim: t('Signatures (DKIM)'),
  dmarc: t('What to do with forgeries (DMARC)'),
  mx: t('The way back for answers (MX)'),
  reverse: t('The name of the mail server’s address'),
  tls: t('Privacy on the way to the mail server (TLS)'),
})

export const verdictWords = (t: Words): Record<Verdict, string> => ({
  good: t('Right as it is'),
  advice: t('Could be better'),
  wrong: t('To mend'),
  unknown: t('Not known'),
})

/** What was found, in a sentence, and what to do about it. */
export function findingWords(t: Words, what: What, values: Values = {}): string {
  return { ...spfWords(t, values), ...signingWords(t, values), ...serverWords(t, values) }[what]
}

const spfWords = (t: Words, values: Values) => ({
  'no-answer': t('Nobody answered for {{name}}. Check again later.', values),
  'no-domain': t('{{domain}} is no name of the internet, so nobody can be asked. Set BASE_URL or MAIL_FROM.', values),
  'no-server': t('No mail server is set, so there is nothing to ask. Set SMTP_URL.'),
  'spf-good': t('The record is in order: {{text}}', values),
  'spf-none': t(
    '{{domain}} does not say who may send for it. Add this record; if your mail service names an “include”, put it before ~all.',
    values,
  ),
  'spf-several': t('{{domain}} has {{number}} records that begin with v=spf1, so receivers use none. Keep one.', values),
  'spf-syntax': t('This record of {{domain}} cannot be read, so receivers leave it aside: {{text}}', values),
  'spf-lookups': t(
    'The record of {{domain}} asks DNS more than ten times, so receivers stop reading. Take out what you do not send with.',
    values,
  ),
  'spf-open': t('The record of {{domain}} lets everybody send in its name. End it with ~all: {{text}}', values),
  'spf-endless': t('The record of {{domain}} does not say what becomes of other servers. End it like this.', values),
  'spf-not-server': t(
    '{{host}} is not among the servers that may send. If it delivers mail itself, write the record like this; if a service sends, its “include” is enough.',
    values,
  ),
})

const signingWords = (t: Words, values: Values) => ({
  'dkim-good': t('The key stands at {{name}}.', values),
  'dkim-missing': t('The key is not at {{name}}. Add this record; until it is there, receivers cannot check the signature.', values),
  'dkim-elsewhere': t('Guildhall does not sign here. If your mail service signs, its own page says which record belongs at the DNS host.'),
  'dmarc-none': t(
    '{{domain}} does not say what to do with mail that only claims to come from it. Gmail and Yahoo ask for this record.',
    values,
  ),
  'dmarc-several': t('There are {{number}} records at {{name}}, so receivers use none. Keep one.', values),
  'dmarc-policy': t('This record names no policy that receivers know: {{text}} Write it like this.', values),
  'dmarc-watching': t('The record is in order and only watches. When SPF and DKIM have been right for some weeks, be stricter.', values),
  'dmarc-good': t('The record is in order: {{text}}', values),
  'mx-none': t('Nobody can answer mail of {{domain}}: it names no mail server. Name the one where your mailboxes are.', values),
  'mx-null': t('{{domain}} says that it takes no mail, so answers and bounces are lost.', values),
  'mx-good': t('Answers go to {{exchanges}}.', values),
})

const serverWords = (t: Words, values: Values) => ({
  'reverse-none': t(
    'The address {{address}} has no name. Ask whoever gave you the address (not the DNS host of your domain) to set it.',
    values,
  ),
  'reverse-other': t(
    'The address {{address}} is called {{name}}, but that name leads elsewhere. Ask whoever gave you the address to set it.',
    values,
  ),
  'reverse-good': t('{{address}} is called {{name}}, and that name leads back to it.', values),
  'reverse-private': t('{{host}} is on this machine or its own network. What receivers see is the address from which it sends on.', values),
  'tls-none': t('{{host}} offers no STARTTLS: mail and password travel for anyone on the way to read.', values),
  'tls-old': t('{{host}} speaks {{protocol}}, which is broken. It needs TLS 1.2 or newer.', values),
  'tls-name': t('The certificate of {{host}} is not trusted: {{complaint}}', values),
  'tls-ends': t('The certificate of {{host}} ends soon. Days left: {{days}}.', values),
  'tls-good': t('{{host}} speaks {{protocol}} with a certificate that is trusted.', values),
})
