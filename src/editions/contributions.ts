import type { DataOf } from '#people'
import { say } from '#platform/text'
import { listCorrectionsBy } from './correction.data.ts'

/** What someone mended in editions that had left. */
export const correctionsData: DataOf = async (db, personId) => ({ correctionsOfEditions: await listCorrectionsBy(db, personId) })

/**
 * The keys above, as the page of my data says them.
 * @public
 */
export const correctionsDataWords = [say('Corrections of editions'), say('Corrected at'), say('Letters before')]
