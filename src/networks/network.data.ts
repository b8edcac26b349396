import { randomBytes } from 'node:crypto'
import { newId, type Db } from '#database'
import { defaultAccent } from '#platform/html'
import type { Insertable, Selectable } from 'kysely'
import type { NetworkTable } from './networks.tables.ts'

/** The root of the tree, which every address of the site speaks to. */
export const findRootNetwork = (db: Db) => db.selectFrom('network').selectAll().where('parentId', 'is', null).executeTakeFirst()

export type NewNetwork = Pick<Insertable<NetworkTable>, 'name' | 'tagline' | 'taglineEs' | 'contactEmail'>

/** Creates the root unless there is one: two first starts at once make one network. */
export const createRootNetwork = (db: Db, network: NewNetwork, now: Temporal.Instant) =>
  db
    .insertInto('network')
    .values({
      id: newId(),
      accent: defaultAccent,
      language: 'en',
      timeZone: 'America/New_York',
      secret: randomBytes(32),
      startedAt: now,
      ...network,
    })
    .onConflict((same) => same.doNothing())
    .execute()

/** What a community sets of itself. */
export type NetworkSettings = Pick<
  Selectable<NetworkTable>,
  | 'name'
  | 'tagline'
  | 'taglineEs'
  | 'accent'
  | 'logo'
  | 'contactEmail'
  | 'postalAddress'
  | 'language'
  | 'timeZone'
  | 'approvalRequired'
  | 'bouncesInThousand'
  | 'complaintsInThousand'
>

export const saveSettings = (db: Db, networkId: string, settings: NetworkSettings) =>
  db.updateTable('network').set(settings).where('id', '=', networkId).execute()
