import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useCommunity } from '#test'

const community = useCommunity()

test('whoever is forgotten is found by an index in every table that speaks of them', async () => {
  const { rows } = await sql<{ table: string; column: string; indexed: boolean }>`
    select conrelid::regclass::text as table, attname as column,
      exists (select from pg_index where indrelid = conrelid and indkey[0] = conkey[1]) as indexed
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'f' and confrelid = 'person'::regclass order by 1, 2`.execute(community.db)

  expect(rows.length).toBeGreaterThan(15)
  expect(rows.filter(({ indexed }) => !indexed)).toEqual([])
})
