import { sql } from 'kysely'
import type { Db, Tx } from '#database'
import type { Frequency } from './mailing.tables.ts'

type Whose = { personId: string; listIds: string[] }

/** Sets how often the lists are sent, from now on; a pause is over with it. */
export const saveFrequency = (tx: Tx, whose: Whose, frequency: Frequency, now: Temporal.Instant) =>
  theirs(tx, whose)
    .set({
      frequency,
      pausedUntil: null,
      monthlySince: frequency === 'monthly' ? sql<Temporal.Instant>`coalesce(monthly_since, ${now}::timestamptz)` : null,
    })
    .execute()

export const savePause = (tx: Tx, whose: Whose, pausedUntil: Temporal.Instant) => theirs(tx, whose).set({ pausedUntil }).execute()

const theirs = (tx: Tx, { personId, listIds }: Whose) =>
  tx
    .updateTable('subscription')
    .where('personId', '=', personId)
    .where('listId', '=', sql<string>`any(${listIds}::uuid[])`)

/** Ends the pauses whose day has come. */
export const endPauses = (db: Db, now: Temporal.Instant) =>
  db.updateTable('subscription').set({ pausedUntil: null }).where('pausedUntil', '<=', now).execute()
