import { sql } from 'kysely'
import type { Db, Tx } from '#database'
import type { ReturnedKind } from './suppressions.tables.ts'
import type { SentMail } from './returned.rules.ts'

export const saveReturned = (tx: Tx, returned: { mailId: string; networkId: string; kind: ReturnedKind }, now: Temporal.Instant) =>
  tx
    .insertInto('returnedMail')
    .values({ ...returned, returnedAt: now })
    .onConflict((same) => same.columns(['mailId', 'kind']).doNothing())
    .execute()

/** What servers took for this address since then, the newest first. A mail of its own counts by its day. */
export const listSentMails = (
  db: Db,
  { personId, address }: { personId: string | null; address: string },
  since: Temporal.Instant,
): Promise<SentMail[]> =>
  db
    .selectFrom('mail')
    .leftJoin('returnedMail', (join) => join.onRef('returnedMail.mailId', '=', 'mail.id').on('returnedMail.kind', '!=', 'complaint'))
    .select([
      sql<string>`coalesce(mail.content_id::text, (mail.sent_at at time zone 'UTC')::date::text)`.as('edition'),
      sql<boolean>`returned_mail.mail_id is not null`.as('isReturned'),
    ])
    .$if(personId !== null, (of) => of.where('mail.personId', '=', personId))
    .$if(personId === null, (of) => of.where('mail.personId', 'is', null))
    .where('mail.toAddress', '=', address)
    .where('mail.sentAt', '>=', since)
    .orderBy('mail.sentAt', 'desc')
    .orderBy('mail.id', 'desc')
    .limit(200)
    .execute()

/** How many came back of late for a reason that lies with us, and how many were reported as unwanted. */
export const countReturned = (db: Db, networkId: string, since: Temporal.Instant) =>
  db
    .selectFrom('returnedMail')
    .select((of) => [
      of.fn.countAll<number>().filterWhere('kind', '=', 'policy').as('blocked'),
      of.fn.countAll<number>().filterWhere('kind', '=', 'complaint').as('complaints'),
    ])
    .where('networkId', '=', networkId)
    .where('returnedAt', '>', since)
    .executeTakeFirstOrThrow()

/** What servers said that turned us away, each answer once, the latest first. */
export const listBlockings = (db: Db, networkId: string, since: Temporal.Instant) =>
  db
    .selectFrom('returnedMail')
    .innerJoin('mail', 'mail.id', 'returnedMail.mailId')
    .select((of) => [
      sql<string>`split_part(mail.to_address, '@', 2)`.as('domain'),
      of.fn.coalesce('mail.lastAnswer', sql.lit('')).as('answer'),
      of.fn.countAll<number>().as('count'),
      of.fn.max('returnedAt').as('latest'),
    ])
    .where('returnedMail.networkId', '=', networkId)
    .where('kind', '=', 'policy')
    .where('returnedAt', '>', since)
    .groupBy([sql`1`, sql`2`])
    .orderBy('latest', 'desc')
    .limit(50)
    .execute()

/** Stewards and owners of the network, to be written to. */
export const listStewards = (db: Db, networkId: string) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select(['person.id', 'person.email', 'person.language'])
    .where('membership.networkId', '=', networkId)
    .where('membership.role', 'in', ['owner', 'steward'])
    .orderBy('person.id')
    .execute()
