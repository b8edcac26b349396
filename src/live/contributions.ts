import type { DataOf } from '#people'
import { say } from '#platform/text'
import { listItemsOf } from './item.data.ts'

/** What this person asked from calls. It goes with them when they are forgotten. */
export const liveData: DataOf = async (db, personId) => ({ questionsFromCalls: await listItemsOf(db, personId) })

/**
 * What a person reads beside it.
 * @public
 */
export const liveDataWords = [say('Live'), say('Questions from calls'), say('Sharing')]
