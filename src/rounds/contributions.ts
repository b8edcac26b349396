import type { DataOf } from '#people'
import { say } from '#platform/text'
import { listRoundsOf } from './round.data.ts'

/** Rounds that this person opened while signed in. What was answered tells nothing of who answered. */
export const roundData: DataOf = async (db, personId) => ({ roundsOpened: await listRoundsOf(db, personId) })

/**
 * What a person reads beside it.
 * @public
 */
export const roundDataWords = [say('Rounds'), say('Rounds opened'), say('Opened at'), say('Revealed at')]
