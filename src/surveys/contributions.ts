import type { DataOf } from '#people'
import { say } from '#platform/text'
import { listSaidBy } from './survey.data.ts'

/** What this person said after gatherings. It goes with them when they are forgotten. */
export const surveyData: DataOf = async (db, personId) => ({ saidAfterwards: await listSaidBy(db, personId) })

/**
 * What a person reads beside it.
 * @public
 */
export const surveyDataWords = [say('Surveys'), say('Said afterwards')]
