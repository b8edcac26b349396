import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, compiledOnce, type Db } from '#database'
import { newDatabase } from '#test'

let db: Db
let close: () => Promise<void>
beforeAll(async () => {
  const { pool } = await newDatabase()
  pool.options.max = 1
  db = connect(pool)
  close = () => pool.end()
}, 60_000)
afterAll(() => close())

const plans = async () => (await sql<{ name: string }>`select name from pg_prepared_statements`.execute(db)).rows.length

test('a statement that comes again is planned once; what comes only once leaves nothing behind', async () => {
  for (let n = 0; n < 5; n++) await sql`select ${n}::int as often`.execute(db)
  await sql`select ${1}::int as seldom`.execute(db)

  expect(await plans()).toBe(1)
})

test('after a table has changed beneath its plan, the next try is answered', async () => {
  await sql`create table changing (id int)`.execute(db)
  const read = () => sql<object>`select * from changing where id = ${1}`.execute(db)
  await sql`insert into changing values (1)`.execute(db)
  for (let n = 0; n < 3; n++) await read()
  await sql`alter table changing add column more text default 'more'`.execute(db)

  await read().catch(() => undefined)

  expect((await read()).rows).toEqual([{ id: 1, more: 'more' }])
})

test('a query that is compiled once is asked with other values each time', async () => {
  const find = compiledOnce(['one', 'other'], (on: Db, { one, other }: { one: string; other: number }) =>
    on.selectNoFrom([sql<string>`${one}::text`.as('one'), sql<number>`${other}::int`.as('twoWords')]),
  )

  expect(await find(db, { one: 'first', other: 1 })).toEqual([{ one: 'first', twoWords: 1 }])
  expect(await find(db, { one: "it's", other: 2 })).toEqual([{ one: "it's", twoWords: 2 }])
})
