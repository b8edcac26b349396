import pg from 'pg'
import { inject } from 'vitest'
import { addressOf, connect, migrate, openPool, type Db } from '#database'

let cloned: Promise<{ db: Db; url: string }> | undefined

/** This worker's own copy of a migrated, empty community; each test is rolled back, so it stays empty. */
export function workersDatabase() {
  cloned ??= newDatabase().then(({ url, pool }) => ({ url, db: connect(pool) }))
  return cloned
}

/** A database of one's own, for what needs two connections: races, crashes, jobs. */
export async function newDatabase(): Promise<{ url: string; pool: pg.Pool }> {
  const template = await migratedTemplate()
  const name = `guildhall_test_${process.pid}_${crypto.randomUUID().slice(0, 8)}`
  await asAdmin((admin) => admin.query(`create database ${name} template ${template}`))
  const url = withDatabase(inject('serverUrl'), name)
  return { url, pool: openPool(url) }
}

/** Made by whichever worker comes first; the others wait for its lock. */
async function migratedTemplate() {
  const name = 'guildhall_test_template'
  await asAdmin(async (admin) => {
    await admin.query('select pg_advisory_lock(4711027)')
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name])
    if (rowCount) return
    await admin.query(`create database ${name}_new`)
    const pool = openPool(withDatabase(inject('serverUrl'), `${name}_new`))
    await migrate(pool)
    await pool.end()
    await admin.query(`alter database ${name}_new rename to ${name}`)
  })
  return name
}

async function asAdmin(work: (admin: pg.Client) => Promise<unknown>) {
  const admin = new pg.Client(addressOf(inject('serverUrl')))
  await admin.connect()
  await work(admin).finally(() => admin.end())
}

/** The same server's address with another database. */
const withDatabase = (url: string, name: string) => url.replace(/(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`)
