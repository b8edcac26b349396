import type { DataOf } from '#people'
import { say } from '#platform/text'
import { listConsentsOf } from './consent.data.ts'

/** Every call somebody agreed to be recorded at. */
export const consentData: DataOf = async (db, personId) => ({ agreedToBeRecorded: await listConsentsOf(db, personId) })

/**
 * What a person reads beside it.
 * @public
 */
export const consentDataWords = [say('Recording consents'), say('Agreed to be recorded'), say('Agreed at'), say('Wording')]
