import { sql } from 'kysely'
import type { Db } from '#database'

/** Throws while the database cannot be asked. */
export const askDatabase = (db: Db) => sql`select 1`.execute(db)

/** What a watcher wants to see at a glance; counts only. */
export async function countForMetrics(db: Db): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`
    select
      (select count(*) from mail where state = 'waiting') as mails_waiting,
      (select count(*) from mail where state = 'failed') as mails_failed,
      (select count(*) from person) as people,
      (select count(*) from graphile_worker.jobs where attempts < max_attempts) as jobs_waiting,
      (select count(*) from graphile_worker.jobs where attempts >= max_attempts) as jobs_failed`.execute(db)
  return rows[0] ?? {}
}
