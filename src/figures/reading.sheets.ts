import type { Words } from '#platform/text'
import type { Reading } from './reading.rules.ts'
import type { Sheet } from './sheet.rules.ts'

export type Naming = { subject: (edition: Reading['editions'][number]) => string; day: (moment: Temporal.Instant) => string }

export const readingSheet = (t: Words, { editions }: Reading, { subject, day }: Naming): Sheet => ({
  head: [t('Update'), t('Sent'), t('Delivered'), t('Links followed'), t('For each 100 mails'), t('Places taken at events')],
  rows: editions.map((edition) => [
    subject(edition),
    day(edition.sentAt),
    edition.delivered,
    edition.clicks,
    edition.perHundred ?? '–',
    edition.places,
  ]),
})

export const pagesSheet = (t: Words, { pages }: Reading): Sheet => ({
  head: [t('Page'), t('Opened')],
  rows: pages.map(({ address, clicks }) => [address.replace(/^https?:\/\//, ''), clicks]),
})
