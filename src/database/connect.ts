import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { keepPlans } from './plans.ts'
import type { Schema } from './schema.ts'

export type Db = Kysely<Schema>

/** A database that speaks `Temporal.Instant` for every `timestamptz`, and never rounds a `bigint`. */
export function connect(pool: pg.Pool): Db {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] })
}

export function openPool(url: string, options: { max?: number } = {}): pg.Pool {
  const pool = new pg.Pool({ ...addressOf(url), max: options.max ?? 12, connectionTimeoutMillis: 5000, types: { getTypeParser } })
  // A connection that PostgreSQL closed while idle is replaced at the next query; without a listener Node would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  keepPlans(pool)
  return pool
}

/** Unix sockets travel as `postgres://user@/name?host=/folder`, which the driver reads only in its own form. */
export function addressOf(url: string): pg.ClientConfig {
  const [, user, database, host] = /^postgres(?:ql)?:\/\/([^:@/]+)@\/([^?]+)\?host=([^&]+)/.exec(url) ?? []
  return user && database && host
    ? { user, database: decodeURIComponent(database), host: decodeURIComponent(host) }
    : { connectionString: url }
}

const parsers: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.TIMESTAMPTZ]: (text) => Temporal.Instant.from(text),
  [pg.types.builtins.DATE]: (text) => Temporal.PlainDate.from(text),
  [pg.types.builtins.INT8]: (text) => Number(text),
}

function getTypeParser(oid: number, format?: 'text' | 'binary') {
  return parsers[oid] ?? (pg.types.getTypeParser as (oid: number, format?: string) => (text: string) => unknown)(oid, format)
}

// The driver asks a value how it wishes to be written; without an answer it would write JSON, quotation marks included.
for (const time of [Temporal.Instant, Temporal.PlainDate]) {
  Object.defineProperty(time.prototype, 'toPostgres', { value: asText, configurable: true })
}

function asText(this: Temporal.Instant | Temporal.PlainDate) {
  return this.toString()
}
