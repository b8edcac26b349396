import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookAt, idOfImport, ownCommunity, type Browser, type Community } from '#test'
import { takeLater } from './begin.actions.ts'
import { checkImport } from './check.actions.ts'
import { importJobs } from './imports.jobs.ts'
import { takeImport } from './take.actions.ts'

let community: Community
let ada: Browser
let close: () => Promise<void>

beforeAll(async () => {
  const own = await ownCommunity()
  community = own.community
  close = own.close
  ada = community.as(await community.person('Ada'))
})
afterAll(() => close())

const people = 5_200
const file = (from: string) => `email,tags\n${Array.from({ length: people }, (_, n) => `${from}${n}@example.org,board\n`).join('')}`
const countLike = async (table: string, where: string) =>
  (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where ${sql.raw(where)}`.execute(community.db)).rows[0]?.n

/** As if whoever worked on it had died a minute ago. */
const broken = (id: string) => sql`update import set moved_at = now() - interval '1 minute' where id = ${id}`.execute(community.db)

test('an import that breaks off in the middle of a batch goes on where it was, and nobody comes in twice', async () => {
  const id = idOfImport(await lookAt(community, ada, file('reader')))
  await takeLater(community.db, id, community.now())
  await sql`create function break_off() returns trigger language plpgsql as 'begin raise exception ''broken off''; end'`.execute(
    community.db,
  )
  await sql`create trigger break_off before insert on person for each row when (new.email = 'reader5100@example.org') execute function break_off()`.execute(
    community.db,
  )
  await expect(takeImport(community.db, community.config, id, community.now())).rejects.toThrow('broken off')
  expect(await countLike('person', "email like 'reader%'")).toBe(5_000)
  expect(await ada.get(`/admin/imports/${id}`)).toContain('5,000 of 5,200')

  await sql`drop trigger break_off on person`.execute(community.db)
  await broken(id)
  const goOn = () => importJobs['go-on-with-imports']?.(community.db, {}, community.now(), community.config)
  await Promise.all([goOn(), goOn(), takeImport(community.db, community.config, id, community.now())])

  expect(await ada.get(`/admin/imports/${id}`)).toContain('5,200 people have joined the list.')
  for (const [table, where] of [
    ['person', "email like 'reader%'"],
    ['subscription', 'true'],
    ['consent', 'true'],
    ['person_tag', 'true'],
    ['import_row', 'deed is not null'],
  ] as const)
    expect([table, await countLike(table, where)]).toEqual([table, people])
}, 120_000)

test('a reading that breaks off begins anew, and one that was overtaken leaves the file to who came later', async () => {
  const page = await lookAt(community, ada, 'email\ndana@example.org\nnobody\n')
  const id = idOfImport(page)
  await sql`update import set checked_at = null where id = ${id}`.execute(community.db)
  await broken(id)
  const check = () => checkImport(community.db, community.config, id, community.now())
  await Promise.all([check(), check(), importJobs['go-on-with-imports']?.(community.db, {}, community.now(), community.config)])

  const { rows } = await sql<{ checked: object }>`select checked from import where id = ${id}`.execute(community.db)
  expect(rows[0]?.checked).toEqual({ new: 1, duplicate: 0, bad: 1 })
  expect(await countLike('import_row', `import_id = '${id}'`)).toBe(1)
  expect(await countLike('import_fault', `import_id = '${id}'`)).toBe(1)
})
