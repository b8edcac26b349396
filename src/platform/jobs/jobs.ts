import { sql } from 'kysely'
import { run, Logger, type Runner, type TaskList } from 'graphile-worker'
import type pg from 'pg'
import type { Config } from '#config'
import type { Db } from '#database'
import type { Log } from '#platform/http'

/** What a room's job gets. It may run twice; the second time must be harmless. */
export type Job = (db: Db, payload: unknown, now: Temporal.Instant, config: Config) => Promise<unknown>

/** Job names and their handlers, one object a room. */
export type Jobs = Record<string, Job>

export type JobOptions = { runAt?: Temporal.Instant; /** A later job with the same key takes the place of the earlier. */ key?: string }

/** Queues a job in the transaction it belongs to; it runs once that is kept. */
export async function addJob(db: Db, name: string, payload: object, { runAt, key }: JobOptions = {}): Promise<void> {
  await sql`select graphile_worker.add_job(${name}, payload := ${JSON.stringify(payload)}::json, run_at := ${runAt ?? null}::timestamptz, job_key := ${key ?? null})`.execute(
    db,
  )
}

/** Takes back the job with this key, if it has not begun. */
export async function removeJob(db: Db, key: string): Promise<void> {
  await sql`select graphile_worker.remove_job(${key})`.execute(db)
}

export type JobRunning = {
  pool: pg.Pool
  db: Db
  config: Config
  jobs: Jobs
  schedule: string
  log: Log
  /** No other process runs jobs: what one that was killed had begun is begun again at once, not hours later. */ takeOver: boolean
}

/** Runs jobs and the schedule (lines of crontab, in UTC) until the runner is stopped; unfinished jobs go back to the queue. */
export async function runJobs({ pool, db, config, jobs, schedule, log, takeOver }: JobRunning): Promise<Runner> {
  if (takeOver) await releaseJobs(db)
  const taskList: TaskList = Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [
      name,
      (payload: unknown) => job(db, payload, Temporal.Now.instant(), config).then(() => undefined),
    ]),
  )
  const logger = new Logger(() => (level, message) => (level === 'error' ? log.error({ message }, 'job') : log.debug({ message }, 'job')))
  return run({ pgPool: pool, taskList, crontab: schedule, concurrency: 4, noHandleSignals: true, pollInterval: 2000, logger })
}

const releaseJobs = (db: Db) =>
  sql`select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker.jobs where locked_by is not null))`.execute(
    db,
  )
