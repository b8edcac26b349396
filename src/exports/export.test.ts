import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { savePerson } from '#people'
import { markBounced } from '#suppressions'
import { countedIn, filesIn, lookAt, ownCommunity, takeIn, useCommunity } from '#test'
import { everythingZip } from './everything.file.ts'
import { exportFile } from './export-file.actions.ts'

const community = useCommunity()

const linesIn = (csv: string) =>
  csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')

async function readers() {
  const [ada, ben, chidi] = [await community.person('Ada'), await community.person('Ben'), await community.person('Chidi')]
  for (const person of [ben, chidi]) await community.reader(person)
  await savePerson(community.db, ben.id, { lastName: '=cmd()', organisation: 'Iron Range, "Inc."; Ltd', state: 'NE' })
  await community.db.updateTable('subscription').set({ leftAt: community.now() }).where('personId', '=', chidi.id).execute()
  return { ada: community.as(ada), ben, chidi }
}

test('Ada takes the people of a list along as a table with their standing, formulas made harmless, and it is noted', async () => {
  const { ada } = await readers()
  const { html, headers } = await ada.request('POST', '/admin/exports/people', { fields: { list: 'monthly-update', format: 'csv' } })

  expect(headers.get('content-disposition')).toBe('attachment; filename="monthly-update.csv"')
  const [head, ...rows] = linesIn(html)
  expect(head).toMatch(/^Email Address,First Name,Last Name,/)
  expect(rows).toHaveLength(2)
  const ben = rows.find((row) => row.startsWith('ben@example.org'))
  expect(ben).toContain(`Ben,'=cmd(),"Iron Range, ""Inc.""; Ltd"`)
  expect(ben).toContain(',subscribed,2026-03-04 15:00:00,2026-03-04 15:00:00,,')
  expect(rows.find((row) => row.startsWith('chidi@example.org'))).toContain(',unsubscribed,')
  const page = await ada.get('/admin/exports')
  expect(page).toContain('People, as a table')
  expect(page).toContain('Ada')
  expect(page).not.toContain('Download everything')
})

test('all people are those of all lists and all members; address cards leave out who left or bounced', async () => {
  const { ada, ben } = await readers()
  const olga = await community.person('Olga')
  const table = (await ada.request('POST', '/admin/exports/people', { fields: { format: 'csv' } })).html
  expect(linesIn(table)).toHaveLength(5)
  expect(table).toContain('not on a list')

  const cards = (await ada.request('POST', '/admin/exports/people', { fields: { format: 'vcard' } })).html
  expect(cards).toContain(`EMAIL;TYPE=INTERNET:${ben.email}\r\n`)
  expect(cards).toContain(String.raw`ORG:Iron Range\, "Inc."\; Ltd`)
  expect(cards).not.toContain('chidi@')
  await markBounced(community.db, olga.email, '550', community.now())
  expect((await ada.request('POST', '/admin/exports/people', { fields: { format: 'vcard' } })).html).not.toContain('olga@')
})

test('what was taken along can be brought back in: nobody is new, and who left stays away', async () => {
  const { ada } = await readers()
  const table = (await ada.request('POST', '/admin/exports/people', { fields: { list: 'monthly-update', format: 'csv' } })).html
  const page = await lookAt(community, ada, table)

  expect(countedIn(page, 'On the list already')).toBe('1')
  expect(countedIn(page, 'Noted before')).toBe('1')
  expect(await takeIn(community, ada, page)).toContain('0 people have joined')
})

test('the owner takes everything along as JSON lines, without anything that lets someone in', async () => {
  const { ben } = await readers()
  await community.tip({ title: 'After the launch' })
  const bytes = await buffer(everythingZip(community.db, community.network, community.now()))
  const files = await filesIn(bytes)

  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['README.md', 'people.jsonl', 'consents.jsonl', 'suppressions.jsonl', 'editions.jsonl']),
  )
  const rows = (name: string) =>
    (files[`${name}.jsonl`] ?? '')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(rows('people').find(({ email }) => email === ben.email)).toMatchObject({ first_name: 'Ben', role: 'member', tags: [] })
  expect(rows('subscriptions')).toHaveLength(2)
  expect(rows('tips')).toMatchObject([{ texts: [{ title: 'After the launch' }] }])
  expect(files['README.md']).toContain('`suppressions.jsonl`')
  expect(Object.values(files).join('')).not.toContain(community.network.secret.toString('hex'))
})

test('everything is for the owner alone, people for stewards; to others it is not there, and opening the page takes nothing', async () => {
  const { ada, ben } = await readers()
  const olga = community.as(await community.person('Olga', { role: 'owner' }))
  const everything = await olga.request('POST', '/admin/exports/everything')
  expect([everything.status, everything.headers.get('content-type')]).toEqual([200, 'application/zip'])
  expect(await olga.get('/admin/exports')).toContain('Download everything')

  expect((await ada.request('POST', '/admin/exports/everything')).status).toBe(404)
  for (const other of [community.stranger(), community.as(ben)]) {
    expect((await other.request('GET', '/admin/exports')).status).toBe(404)
    for (const path of ['people', 'everything'])
      expect((await other.request('POST', `/admin/exports/${path}`, { fields: { format: 'csv' } })).status).toBe(404)
  }
  for (const fields of [{ format: 'exe' }, { format: 'csv', list: 'no-such-list' }])
    expect((await ada.request('POST', '/admin/exports/people', { fields })).status).toBe(404)
  expect((await community.db.selectFrom('export').select('what').execute()).map(({ what }) => what)).toEqual(['everything'])
})

test('from the command line everything goes into a file that was not there before, all of it or none', async () => {
  const { community: own, close } = await ownCommunity()
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-export-'))
  const path = join(folder, 'everything.zip')
  await exportFile(own.db, own.network, path, own.now())
  expect(Object.keys(await filesIn(await readFile(path)))).toContain('lists.jsonl')
  await expect(exportFile(own.db, own.network, path, own.now())).rejects.toThrow('EEXIST')
  expect(await readdir(folder)).toEqual(['everything.zip'])
  await rm(folder, { recursive: true })
  await close()
})
