import { say } from '#platform/text'
import { paths } from './deliverability.paths.ts'

/** The way to the page, for the owner. */
export const deliverabilityDesk = (_db: unknown, { person }: { person: { isOwner: boolean } }) =>
  Promise.resolve(person.isOwner ? [{ kind: 'keep' as const, href: paths.deliverability, sentence: say('Does our mail arrive?') }] : [])
