import { fieldsOf, fieldsOfReaders, readerFieldNames } from '#mailing'
import type { BulkKind } from '#platform/mail'
import { states } from '#platform/text'
import { findContentOfStep, listMergeValues } from './passage.data.ts'

/** How the mail engine makes a step personal, and asks right before it leaves who reads the list still. */
export const seriesKind: BulkKind = {
  names: [...readerFieldNames, 'organisation', 'state'],
  personal: () => ({}),
  async stillReads(db, contentId, personIds) {
    const content = await findContentOfStep(db, contentId)
    if (!content) return new Map()
    const reading = { network: { secret: content.secret }, listId: content.listId, someone: '' }
    const readers = content.isTest ? null : await fieldsOfReaders(db, reading, personIds)
    const people = await listMergeValues(db, readers ? [...readers.keys()] : personIds)
    return new Map(
      people.map(({ personId, firstName, organisation, state }) => {
        const links = readers?.get(personId) ?? fieldsOf(reading, { personId, firstName })
        return [personId, { ...links, organisation, state: states[state as keyof typeof states] ?? '' }]
      }),
    )
  },
}
