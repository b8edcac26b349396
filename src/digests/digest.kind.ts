import { someoneIn } from '#letters'
import { everyMonthly, fieldsOf, readerFieldNames } from '#mailing'
import type { BulkKind } from '#platform/mail'
import { findContentOfDigest, listStillMonthly } from './digest.data.ts'

/** How the mail engine makes a digest personal, and asks right before it leaves who still wants it. */
export const digestKind: BulkKind = {
  names: readerFieldNames,
  personal: () => ({}),
  async stillReads(db, contentId, personIds) {
    const content = await findContentOfDigest(db, contentId)
    if (!content) return new Map()
    const reading = { network: { secret: content.secret }, listId: everyMonthly, someone: someoneIn(content.language) }
    const people = await listStillMonthly(db, content.editionIds, personIds)
    return new Map(people.map((person) => [person.personId, fieldsOf(reading, person)]))
  },
}
