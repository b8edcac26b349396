import { sql } from 'kysely'
import type { Config } from '#config'
import type { Db } from '#database'
import { jobs } from '../site.ts'

type Waiting = { id: string; name: string; payload: unknown }

/** Runs every job that is due by the story's clock, and those that they add, as the worker would. */
export async function workOff(db: Db, config: Config, now: Temporal.Instant): Promise<string[]> {
  const done: string[] = []
  for (let due = await takeDue(db, now); due.length > 0; due = await takeDue(db, now))
    for (const { name, payload } of due) {
      await jobs[name]?.(db, payload, now, config)
      done.push(name)
    }
  return done
}

/** What was put off to no certain moment is due at once: its moment is that of its making. */
async function takeDue(db: Db, now: Temporal.Instant): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    delete from graphile_worker._private_jobs job using graphile_worker._private_tasks task
    where task.id = job.task_id and (run_at <= ${now}::timestamptz or run_at = created_at)
    returning job.id, task.identifier as name, job.payload`.execute(db)
  return rows.toSorted((one, other) => Number(one.id) - Number(other.id))
}
