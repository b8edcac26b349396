import { newId, type Db } from '#database'
import type { Insertable, Updateable } from 'kysely'
import type { PersonTable, Role } from './people.tables.ts'

export const findPersonByEmail = (db: Db, email: string) => db.selectFrom('person').selectAll().where('email', '=', email).executeTakeFirst()

export const findPerson = (db: Db, id: string) => db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()

export type KnownBy = Pick<Insertable<PersonTable>, 'email'> & Partial<Omit<Insertable<PersonTable>, 'id' | 'email' | 'beganAt'>>

/**
 * The person with this address, new if need be. What is already known of someone is not written over by what
 * a stranger types with their address.
 */
export async function findOrBeginPerson(db: Db, known: KnownBy, now: Temporal.Instant) {
  const begun = await db
    .insertInto('person')
    .values({ ...known, id: newId(), beganAt: now })
    .onConflict((same) => same.column('email').doNothing())
    .returningAll()
    .executeTakeFirst()
  return begun ?? db.selectFrom('person').selectAll().where('email', '=', known.email).executeTakeFirstOrThrow()
}

export const savePerson = (db: Db, id: string, changes: Updateable<PersonTable>) => db.updateTable('person').set(changes).where('id', '=', id).execute()

/** Gives the person a role in the network, in place of any other. */
export const saveMembership = (db: Db, membership: { networkId: string; personId: string; role: Role }, now: Temporal.Instant) =>
  db
    .insertInto('membership')
    .values({ ...membership, beganAt: now })
    .onConflict((same) => same.columns(['networkId', 'personId']).doUpdateSet({ role: membership.role }))
    .execute()
