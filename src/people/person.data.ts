import { newId, type Db } from '#database'
import type { Insertable, Updateable } from 'kysely'
import type { PersonTable } from './people.tables.ts'

export const findPersonByEmail = (db: Db, email: string) =>
  db.selectFrom('person').selectAll().where('email', '=', email).executeTakeFirst()

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

export const savePerson = (db: Db, id: string, changes: Updateable<PersonTable>) =>
  db.updateTable('person').set(changes).where('id', '=', id).execute()

export const removePerson = (db: Db, id: string) => db.deleteFrom('person').where('id', '=', id).execute()
