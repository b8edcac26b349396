import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { Logger, runMigrations } from 'graphile-worker'
import { StartupProblem } from '#problem'
import { root } from '#root'

const quiet = new Logger(() => () => undefined)
const folder = join(root, 'migrations')
/** Any number that nobody else on the server uses: two processes never migrate at once. */
const migrationLock = 4_711_026

/** Applies the migrations that this database has not seen, in order, each in a transaction of its own; says which. */
export async function migrate(pool: pg.Pool): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await refuseOldServer(client)
    await client.query('create table if not exists migration (name text primary key, applied_at timestamptz not null default now())')
    await runMigrations({ pgPool: pool, logger: quiet })
    return await applyMissing(client)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined)
    client.release()
  }
}

async function applyMissing(client: pg.PoolClient) {
  const { rows } = await client.query<{ name: string }>('select name from migration')
  const applied = new Set(rows.map((row) => row.name))
  const missing = readdirSync(folder)
    .filter((name) => name.endsWith('.sql') && !applied.has(name))
    .toSorted()
  for (const name of missing) await apply(client, name)
  return missing
}

async function apply(client: pg.PoolClient, name: string) {
  await client.query('begin')
  try {
    await client.query(readFileSync(join(folder, name), 'utf8'))
    await client.query('insert into migration (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed.`, { cause: error })
  }
}

async function refuseOldServer(client: pg.PoolClient) {
  const { rows } = await client.query<{ version: number }>("select current_setting('server_version_num')::int as version")
  if ((rows[0]?.version ?? 0) < 150_000)
    throw new StartupProblem('Guildhall needs PostgreSQL 15 or newer. Upgrade the server behind DATABASE_URL.')
}
