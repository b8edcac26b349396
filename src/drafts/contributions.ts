import type { DataOf } from '#people'
import { say } from '#platform/text'
import { listDraftsBy } from './draft.data.ts'
import { listVersionsBy } from './version.data.ts'

/** What someone wrote at editions: what they typed and did not save yet, and how each edition read after they saved it. */
export const editionsData: DataOf = async (db, personId) => ({
  draftsOfEditions: await listDraftsBy(db, personId),
  savedVersionsOfEditions: await listVersionsBy(db, personId),
})

/**
 * The keys above, as the page of my data says them.
 * @public
 */
export const editionsDataWords = [
  say('Drafts of editions'),
  say('Saved versions of editions'),
  say('Edition'),
  say('Language'),
  say('Fields'),
  say('Kept at'),
  say('Subject'),
  say('Preheader'),
  say('Blocks'),
  say('Saved at'),
]
