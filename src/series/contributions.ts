import type { DataOf } from '#people'
import { say } from '#platform/text'
import { listPassages } from './series.data.ts'

/** Which series of mails this person goes or went through. */
export const seriesData: DataOf = async (db, personId) => ({ seriesOfMails: await listPassages(db, personId) })

/**
 * The keys above, as the page of my data says them.
 * @public
 */
export const seriesDataWords = [say('Series of mails'), say('Series'), say('Entered at'), say('Mails'), say('Ended'), say('Ended at')]
