import { sql } from 'kysely'
import type { Db } from '#database'

/** Mails that ought to have left ten minutes ago, and mails that never will. */
export const countStuckMails = (db: Db, networkId: string, now: Temporal.Instant) =>
  db
    .selectFrom('mail')
    .select((of) => [
      of.fn
        .countAll<number>()
        .filterWhere('state', '=', 'failed')
        .filterWhere('queuedAt', '>', now.subtract({ hours: 24 * 7 }))
        .as('failed'),
      of.fn
        .countAll<number>()
        .filterWhere('state', '=', 'waiting')
        .filterWhere('dueAt', '<', now.subtract({ minutes: 10 }))
        .as('waiting'),
    ])
    .where('networkId', '=', networkId)
    .where('state', '<>', sql.lit('sent'))
    .executeTakeFirstOrThrow()
