import type { Config } from '#config'
import { transaction, type Db, type Tx } from '#database'
import { seedEditions } from '#editions'
import { seedEvents } from '#events'
import { seedLists, seedPeople, seedReaders } from '#mailing'
import { createRootNetwork, findRootNetwork } from '#networks'
import { seedAnswers } from '#office-hours'
import { seedPages } from '#pages'
import { seedRecordings } from '#recordings'
import { seedRhythms } from '#rhythms'
import { seedRsvpForms } from '#rsvp-forms'
import { seedSeries } from '#series'
import { seedSteps } from '#steps'
import { seedSpeakers } from '#speakers'
import { seedTips } from '#toolkit'
import { seedTools } from '#tools'
import { seedFiling } from '#topics'
import { seedWebinars } from '#webinars'
import type { Here } from '#platform/http'

type Seed = (tx: Tx, network: Here, now: Temporal.Instant, config: Config) => Promise<unknown>

/** What a new community begins with, room by room. */
const seeds: Seed[] = [
  seedLists,
  seedPeople,
  seedReaders,
  seedPages,
  seedSteps,
  seedTools,
  seedTips,
  seedWebinars,
  seedRecordings,
  seedAnswers,
  seedEvents,
  seedSpeakers,
  seedRhythms,
  seedRsvpForms,
  seedFiling,
  seedEditions,
  seedSeries,
]

/** Fills an empty database with the root network and the starter content, all or nothing; says whether it was empty. */
export async function seedWhenEmpty(db: Db, config: Config, now = Temporal.Now.instant()): Promise<boolean> {
  if (await findRootNetwork(db)) return false
  return transaction(db, async (tx) => {
    await createRootNetwork(
      tx,
      {
        name: 'Guildhall',
        tagline: 'A community of practice for people who build sector partnerships',
        taglineEs: 'Una comunidad de práctica para quienes construyen alianzas sectoriales',
        contactEmail: config.ownerEmail,
      },
      now,
    )
    const network = await findRootNetwork(tx)
    if (!network) return false
    for (const seed of seeds) await seed(tx, network, now, config)
    return true
  })
}
