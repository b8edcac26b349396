import type { Db } from '#database'
import { say } from '#platform/text'
import type { DataOf } from './contributions.ts'
import { findProfileKept, listMembershipsKept, listRoleChangesKept } from './my-data.data.ts'

export type MyData = Record<string, Record<string, unknown>>

/** All that the community keeps about someone, room by room. */
export async function gatherData(db: Db, dataOf: Record<string, DataOf>, personId: string): Promise<MyData> {
  const rooms = Object.entries({ people: peopleData, ...dataOf })
  return Object.fromEntries(await Promise.all(rooms.map(async ([room, read]) => [room, await read(db, personId)] as const)))
}

const peopleData: DataOf = async (db, personId) => ({
  profile: (await findProfileKept(db, personId)) ?? {},
  memberships: await listMembershipsKept(db, personId),
  roleChanges: await listRoleChangesKept(db, personId),
})

/**
 * The keys above, as the page of my data says them.
 * @public
 */
export const peopleDataWords = [
  say('Profile'),
  say('Memberships'),
  say('Role changes'),
  say('Address'),
  say('Address proved at'),
  say('Job'),
  say('Members may see'),
  say('Began at'),
  say('Kind of organization'),
  say('Network'),
  say('From role'),
  say('To role'),
  say('Changed at'),
]
