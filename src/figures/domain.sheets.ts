import type { Words } from '#platform/text'
import { adviceWords, reasonWords } from './answer.words.ts'
import type { Domains } from './domain.rules.ts'
import type { Sheet } from './sheet.rules.ts'

const headOf = (t: Words) => [t('Domain'), t('Delivered'), t('Waits'), t('Refused'), t('Reported')]

/** The figures alone, as they stand on the page: so many lines that the rest is left to the file. */
export const domainsSheet = (t: Words, { lines }: Domains, most: number): Sheet => ({
  head: headOf(t),
  rows: lines.slice(0, most).map(({ domain, delivered, waiting, refused, reported }) => [domain, delivered, waiting, refused, reported]),
})

/** All of them, with what the servers said most often. */
export function answersSheet(t: Words, { lines }: Domains): Sheet {
  const [reasons, advice] = [reasonWords(t), adviceWords(t)]
  return {
    head: [...headOf(t), t('Most frequent answer'), t('In the server’s words'), t('What helps')],
    rows: lines.map(({ domain, delivered, waiting, refused, reported, trouble }) => [
      domain,
      delivered,
      waiting,
      refused,
      reported,
      trouble ? reasons[trouble.reason] : '',
      trouble?.answer ?? '',
      trouble ? advice[trouble.reason] : '',
    ]),
  }
}
