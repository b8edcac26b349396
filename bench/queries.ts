import type pg from 'pg'

type Query = { sql: string; ms: number }

/** Notes every statement that any connection of the pool is given from now on. */
export function noteQueries(pool: pg.Pool): Query[] {
  const asked: Query[] = []
  const note = (query: Query) => !/^(?:begin|commit|rollback|savepoint|release)/i.test(query.sql) && asked.push(query)
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>
    const noted = (text: string, ...rest: unknown[]) => {
      const began = performance.now()
      return query(text, ...rest).finally(() => note({ sql: text, ms: performance.now() - began }))
    }
    client.query = noted as typeof client.query
  })
  return asked
}

/** What one opening of a page asked: how often at most the same, of which tables, and how long the database took in the middle of several. */
export type Watched = { queries: number; repeated: number; tables: string[]; ms: number }

export async function watch(open: () => Promise<unknown>, asked: Query[], openings: number): Promise<Watched> {
  const times: number[] = []
  for (let opening = 0; opening < openings; opening++) {
    asked.length = 0
    await open()
    times.push(asked.reduce((sum, { ms }) => sum + ms, 0))
  }
  const same = Map.groupBy(asked, ({ sql }) => sql)
  const repeated = Math.max(0, ...[...same.values()].map((ones) => ones.length))
  const ms = times.toSorted((one, other) => one - other)[openings >> 1] ?? 0
  return { queries: asked.length, repeated, tables: [...new Set(asked.filter(isMore).flatMap(({ sql }) => tablesIn(sql)))], ms }
}

/** Every page asks who it is that comes. */
const isMore = ({ sql }: Query) => !sql.includes('"token_hash" =')
const tablesIn = (sql: string) => [...sql.matchAll(/\b(?:from|join|into|update)\s+"?([a-z][a-z_]*)"?/g)].map(([, name = '']) => name)
