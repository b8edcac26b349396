import { sql } from 'kysely'
import type { Db, Tx } from '#database'
import type { Place } from './place.ts'

/** Which database of which server this is: a dump that was restored elsewhere is another. */
export async function findDatabaseIdentity(db: Db): Promise<string> {
  const known = await sql<{ may: boolean | null; oid: string }>`
    select has_function_privilege(to_regprocedure('pg_control_system()')::oid, 'execute') as may, oid::text
    from pg_database where datname = current_database()`.execute(db)
  const { may, oid = '' } = known.rows[0] ?? {}
  if (!may) return oid
  const { rows } = await sql<{ server: string }>`select system_identifier::text as server from pg_control_system()`.execute(db)
  return `${rows[0]?.server}/${oid}`
}

/** Where mail leaves from; undefined as long as none ever has. */
export const findHome = (db: Db) => db.selectFrom('mailHome').selectAll().executeTakeFirst()

/** The first program that sends is at home. */
export const saveFirstHome = (db: Db, place: Place, now: Temporal.Instant) =>
  db
    .insertInto('mailHome')
    .values({ ...place, since: now })
    .onConflict((same) => same.column('isOnly').doNothing())
    .execute()

export type Decision = { place: Place; decidedBy: string | null; isQuiet: boolean }

export async function saveHome(tx: Tx, { place, decidedBy, isQuiet }: Decision, now: Temporal.Instant): Promise<void> {
  const decided = { ...place, decidedBy, since: now, quietSince: isQuiet ? now : null }
  await tx
    .insertInto('mailHome')
    .values(decided)
    .onConflict((same) => same.column('isOnly').doUpdateSet(decided))
    .execute()
}

/** Nobody has decided otherwise: mail may leave from here. */
export const mayLeaveFrom = (place: Place | null) =>
  place === null
    ? sql<boolean>`true`
    : sql<boolean>`not exists (select from mail_home where quiet_since is not null
        or (base_url, database, machine) <> (${place.baseUrl}, ${place.database}, ${place.machine}))`

/** In a copy that is to send nothing, what is due stays in the outbox. */
export const stopWhereQuiet = (db: Db, place: Place, now: Temporal.Instant) =>
  sql`update mail set state = 'stopped', sender_id = null
    where state = 'waiting' and due_at <= ${now} and exists (select from mail_home where quiet_since is not null
      and (base_url, database, machine) = (${place.baseUrl}, ${place.database}, ${place.machine}))`.execute(db)

/** All that waits, for good; rows are locked in the order of their ids, as by all who lock several. */
export const stopAllWaiting = (tx: Tx) =>
  tx
    .updateTable('mail')
    .set({ state: 'stopped', senderId: null })
    .where('id', 'in', (of) => of.selectFrom('mail').select('id').where('state', '=', 'waiting').orderBy('id').forUpdate())
    .execute()

export const countWaiting = async (db: Db): Promise<number> =>
  (
    await db
      .selectFrom('mail')
      .select((of) => of.fn.countAll<number>().as('count'))
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow()
  ).count

/** Where the senders run that have just given a sign of life. */
export const listLivePlaces = async (db: Db): Promise<Place[]> =>
  (
    await db
      .selectFrom('sender')
      .select('place')
      .where('place', 'is not', null)
      .where('seenAt', '>', sql<Temporal.Instant>`now() - interval '10 seconds'`)
      .execute()
  ).flatMap(({ place }) => place ?? [])
