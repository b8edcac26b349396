import { someoneIn } from '#letters'
import { fieldsOf, fieldsOfReaders, readerFieldNames } from '#mailing'
import type { BulkKind } from '#platform/mail'
import { findContentOfStep, listFirstNames } from './passage.data.ts'

/** How the mail engine makes a step personal, and asks right before it leaves who reads the list still. */
export const seriesKind: BulkKind = {
  names: readerFieldNames,
  personal: () => ({}),
  async stillReads(db, contentId, personIds) {
    const content = await findContentOfStep(db, contentId)
    if (!content) return new Map()
    const reading = { network: { secret: content.secret }, listId: content.listId, someone: someoneIn(content.language) }
    if (!content.isTest) return fieldsOfReaders(db, reading, personIds)
    const people = await listFirstNames(db, personIds)
    return new Map(people.map((person) => [person.personId, fieldsOf(reading, person)]))
  },
}
