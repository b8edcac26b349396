import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import { newId, type Db, type Tx } from '#database'
import type { RhythmDateTable, RhythmTable } from './rhythms.tables.ts'

export type Rhythm = Selectable<RhythmTable>
export type RhythmDate = Selectable<RhythmDateTable>

const ofNetwork = (db: Db, networkId: string) => db.selectFrom('rhythm').selectAll().where('networkId', '=', networkId)

export const findRhythm = (db: Db, networkId: string, slug: string): Promise<Rhythm | undefined> =>
  ofNetwork(db, networkId).where('slug', '=', slug).executeTakeFirst()

export const findRhythmById = (db: Db, networkId: string, id: string): Promise<Rhythm | undefined> =>
  ofNetwork(db, networkId).where('id', '=', id).executeTakeFirst()

/** Holds the series to the end of the transaction: its dates are made and changed by one at a time. */
export const lockRhythm = (tx: Tx, networkId: string, slug: string): Promise<Rhythm | undefined> =>
  ofNetwork(tx, networkId).where('slug', '=', slug).forUpdate().executeTakeFirst()

export const listRhythms = (db: Db, networkId: string): Promise<Rhythm[]> => ofNetwork(db, networkId).orderBy('slug').execute()

export const listRhythmSlugs = async (db: Db, networkId: string, like: string): Promise<string[]> =>
  (await ofNetwork(db, networkId).where('slug', 'like', `${like}%`).execute()).map(({ slug }) => slug)

export const insertRhythm = async (tx: Tx, rhythm: Omit<Insertable<RhythmTable>, 'id'>): Promise<Rhythm> =>
  tx
    .insertInto('rhythm')
    .values({ id: newId(), ...rhythm })
    .returningAll()
    .executeTakeFirstOrThrow()

export const updateRhythm = (tx: Tx, id: string, changes: Updateable<RhythmTable>): Promise<Rhythm> =>
  tx.updateTable('rhythm').set(changes).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

export const saveRhythmDate = (tx: Tx, date: Insertable<RhythmDateTable>) =>
  tx
    .insertInto('rhythmDate')
    .values(date)
    .onConflict((same) => same.columns(['rhythmId', 'number']).doUpdateSet(date))
    .execute()

/** False when the event is a date of a series already. */
export const insertFirstDate = async (tx: Tx, date: Insertable<RhythmDateTable>): Promise<boolean> =>
  (await tx
    .insertInto('rhythmDate')
    .values(date)
    .onConflict((same) => same.column('eventId').doNothing())
    .returning('number')
    .executeTakeFirst()) !== undefined

export const removeRhythm = (tx: Tx, id: string) => tx.deleteFrom('rhythm').where('id', '=', id).execute()

/** The dates of a series in their order. */
export const listRhythmDates = (db: Db, rhythmId: string): Promise<RhythmDate[]> =>
  db.selectFrom('rhythmDate').selectAll().where('rhythmId', '=', rhythmId).orderBy('number').execute()

/** Holds the dates, so that nobody saves one of them meanwhile. */
export const lockDates = (tx: Tx, eventIds: string[]) =>
  tx
    .selectFrom('event')
    .select('id')
    .where('id', '=', sql<string>`any(${eventIds}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()

export const findDateOf = (db: Db, rhythmId: string, eventId: string): Promise<RhythmDate | undefined> =>
  db.selectFrom('rhythmDate').selectAll().where('rhythmId', '=', rhythmId).where('eventId', '=', eventId).executeTakeFirst()

/** Addresses of its dates. */
export const listDateSlugs = async (db: Db, rhythmId: string): Promise<string[]> =>
  (
    await db
      .selectFrom('rhythmDate')
      .innerJoin('event', 'event.id', 'rhythmDate.eventId')
      .select('event.slug')
      .where('rhythmId', '=', rhythmId)
      .orderBy('number')
      .execute()
  ).map(({ slug }) => slug)
