import type { DataOf, MeSection } from '#people'
import { say } from '#platform/text'
import { NextStep } from './progress.pages.tsx'
import { listAllDoneOf, listStandingsOf } from './progress.data.ts'
import { findMyStanding } from './standing.ts'
import { listSteps } from './step.data.ts'

/** The next thing to do at the step they marked. */
export const myStepSection: MeSection = async (db, person, network) => {
  const steps = await listSteps(db, { networkId: network.id, language: person.language ?? network.language })
  const standing = await findMyStanding(db, { personId: person.id, networkId: network.id, steps })
  return standing ? <NextStep standing={standing} /> : null
}

/** The step they marked, and all that they ticked. It goes with them, by the foreign keys. */
export const progressData: DataOf = async (db, personId) => ({
  stepOfMyPartnership: await listStandingsOf(db, personId),
  done: await listAllDoneOf(db, personId),
})

/**
 * What a person reads beside it.
 * @public
 */
export const progressDataWords = [
  say('Steps'),
  say('Step of my partnership'),
  say('Step'),
  say('Marked at'),
  say('Done'),
  say('Number'),
  say('Done at'),
]
