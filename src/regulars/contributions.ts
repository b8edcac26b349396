import type { DataOf } from '#people'
import { say } from '#platform/text'
import { listRegularOf } from './regular.data.ts'

/** Every series somebody comes to always. */
export const regularsData: DataOf = async (db, personId) => ({ allDates: await listRegularOf(db, personId) })

/**
 * What a person reads beside it.
 * @public
 */
export const regularsDataWords = [say('Regulars'), say('All dates'), say('Series'), say('Since'), say('Stopped at')]
