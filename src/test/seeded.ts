import { connect, transaction, type Db } from '#database'
import { findRootNetwork } from '#networks'
import { newKeeper, newLog } from '#platform/http'
import type { Config } from '#config'
import { seedWhenEmpty } from '../seed.ts'
import { newCommunitySite } from '../site.ts'
import { testConfig } from './community.ts'
import { newDatabase } from './database.ts'
import { newPerson, type TestPerson } from './people.ts'

export type Seeded = {
  db: Db
  url: string
  config: Config
  site: ReturnType<typeof newCommunitySite>
  cast: { ben: TestPerson; ada: TestPerson; olga: TestPerson }
  close: () => Promise<void>
}

/** The community as it is right after the first start, with Ben the member, Ada the steward and Olga the owner signed in. */
export async function seededCommunity(config: Config = testConfig, now = Temporal.Now.instant()): Promise<Seeded> {
  const { url, pool } = await newDatabase()
  const db = connect(pool)
  await seedWhenEmpty(db, config, now)
  const network = await transaction(db, findRootNetwork)
  if (!network) throw new Error('The community was not seeded.')
  const place = { db, networkId: network.id, now }
  const cast = {
    ben: await newPerson(place, 'Ben'),
    ada: await newPerson(place, 'Ada'),
    olga: await newPerson(place, 'Olga', { role: 'owner' }),
  }
  const site = newCommunitySite({ db, config, log: newLog(config), keeper: newKeeper(), now: () => now })
  return { db, url, config, site, cast, close: () => pool.end() }
}
