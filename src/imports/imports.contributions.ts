import { findPerson, type DataOf, type Eraser } from '#people'
import { say } from '#platform/text'
import { forgetRowsOf, listTagsOf } from './row.data.ts'

/** What this room keeps of a person. */
export const tagsData: DataOf = async (db, personId) => ({ tags: await listTagsOf(db, personId) })

/**
 * The keys above, as the page of my data says them.
 * @public
 */
export const tagsDataWords = [say('Imports'), say('Tags')]

export const forgetImported: Eraser = async (tx, personId) => {
  const person = await findPerson(tx, personId)
  if (person) await forgetRowsOf(tx, person)
}
