import type { Language, Words } from '#platform/text'
import { formatDay } from '#platform/time'
import type { Event } from '#events'
import { codeWords } from './certificate.code.ts'
import type { CertificateWords } from './certificate.pdf.ts'

/** "1.5 hours", as the language writes numbers. */
export const hoursWords = (t: Words, language: Language, hours: string): string => {
  const number = Number(hours)
  const written = number.toLocaleString(`${language}-US`)
  return number === 1 ? t('1 hour of continuing education') : t('{{hours}} hours of continuing education', { hours: written })
}

export const dayOf = ({ startsAt, timeZone }: Pick<Event, 'startsAt' | 'timeZone'>, language: Language): string =>
  startsAt ? formatDay(startsAt, timeZone, language) : ''

type Shown = { event: Event; name: string; hours: string; code: string; community: string; address: string; language: Language }

/** What stands on the certificate, in its reader's language. */
export const certificateWords = (t: Words, { event, name, hours, code, community, address, language }: Shown): CertificateWords => ({
  language,
  community,
  title: t('Certificate of attendance'),
  name,
  nameless: t('The holder of this certificate'),
  lines: [t('was at “{{title}}”', { title: event.title }), dayOf(event, language), hoursWords(t, language, hours)],
  foot: [t('Verification code: {{code}}', { code: codeWords(code) }), address],
})
