import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { bringReaders } from '#mailing'
import { transaction } from '#database'
import { saveExample } from '#people'
import { markBounced } from '#suppressions'
import { useCommunity, type TestPerson } from '#test'

const community = useCommunity()
const ada = async () => community.as(await community.person('Ada'))
const list = { 'list-monthly-update': 'yes' }

/** The cells of a file, line by line. */
const cellsOf = (file: string) =>
  file
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')
    .map((line) => [...line.matchAll(/"([^"]*)"|[^,]+/g)].map(([cell, quoted]) => quoted ?? cell))

async function join(email: string, source = 'join page') {
  await community.stranger().post('/join', { ...list, email, source })
  await community.stranger().post(new URL((await community.mails(email)).at(-1)?.links[0] ?? '').pathname)
}

const forget = (person: TestPerson) => community.as(person).post('/me/leaving')

test('Ada reads how many people there are, who came month by month, by which way, and how some left', async () => {
  const [ben, chidi] = [await community.person('Ben'), await community.person('Chidi')]
  await join(ben.email)
  await join(chidi.email, 'event page')
  await community.stranger().post('/join', { ...list, email: 'never-confirms@example.net' })
  community.wait({ hours: 24 * 31 })
  await join('dana@example.net')
  await community.as(chidi).post('/me/lists/departure')
  const page = await ada()

  const html = await page.get('/admin/figures')
  for (const words of ['<b>2</b> on the list now', '<b>3</b> joined in this time', '<b>1</b> left in this time', 'The list grew.'])
    expect(html).toContain(words)
  expect(html).toContain('From 0 (May 2025) to 2 (April 2026).')

  const growth = cellsOf(await page.get('/admin/figures/growth.csv'))
  expect(growth[0]).toEqual(['When', 'Joined', 'Left', 'On the list at its end'])
  expect(growth).toHaveLength(13)
  expect(growth.slice(-3)).toEqual([
    ['2026-02-01', '0', '0', '0'],
    ['2026-03-01', '2', '0', '2'],
    ['2026-04-01', '1', '1', '2'],
  ])
  expect(cellsOf(await page.get('/admin/figures/sources.csv')).slice(1)).toEqual([
    ['Page to join', '2', '67%'],
    ['Page of an event', '1', '33%'],
  ])
  expect(cellsOf(await page.get('/admin/figures/leaving.csv')).slice(1)).toEqual([['Their preferences, signed in', '1', '100%']])
})

test('whoever was forgotten still counts as one who came and left, and is not named', async () => {
  const ben = await community.person('Ben')
  await join(ben.email)
  await forget(ben)
  const page = await ada()

  expect(cellsOf(await page.get('/admin/figures/growth.csv')).at(-1)).toEqual(['2026-03-01', '1', '1', '0'])
  expect(cellsOf(await page.get('/admin/figures/leaving.csv')).slice(1)).toEqual([['Left for good and were forgotten', '1', '100%']])
  expect(await page.get('/admin/figures')).not.toContain('ben@')
})

test('a wish that was never confirmed, and taken back, is nobody’s coming and nobody’s leaving', async () => {
  const ben = await community.person('Ben')
  await community.stranger().post('/join', { ...list, email: ben.email })
  await community.as(ben).post('/me/lists/departure')
  expect(cellsOf(await (await ada()).get('/admin/figures/growth.csv')).at(-1)).toEqual(['2026-03-01', '0', '0', '0'])
})

test('who left and came back counts twice; an invented person counts since they are on the list', async () => {
  const [ben, chidi] = [await community.person('Ben'), await community.person('Chidi')]
  await join(ben.email)
  community.wait({ minutes: 5 })
  await community.as(ben).post('/me/lists/departure')
  community.wait({ minutes: 5 })
  await join(ben.email)
  await community.reader(chidi)
  await saveExample(community.db, chidi.id)
  const page = await ada()

  expect(cellsOf(await page.get('/admin/figures/growth.csv')).at(-1)).toEqual(['2026-03-01', '3', '1', '2'])
  expect(await page.get('/admin/figures')).toContain('Invented, to look at')
})

test('people who were brought along count from the day they said yes there, once each', async () => {
  const [ben, chidi] = [await community.person('Ben'), await community.person('Chidi')]
  const words = { networkId: community.network.id, listId: await listId(), wording: 'Yes', source: 'import of people.csv: Our old list' }
  await transaction(community.db, (tx) =>
    bringReaders(
      tx,
      words,
      sql`select id as person_id, email, given_at, confirmed_at, place from person join (values
        (${ben.id}::uuid, '2025-12-31T20:00:00Z'::timestamptz, '2026-01-01T07:00:00Z'::timestamptz, 'conference'),
        (${chidi.id}::uuid, '2026-01-01T04:59:59Z'::timestamptz, null, '')
      ) as yes (id, given_at, confirmed_at, place) using (id)`,
      community.now(),
    ),
  )
  const page = await ada()
  const growth = cellsOf(await page.get('/admin/figures/growth.csv'))
  expect(growth.slice(-3)).toEqual([
    ['2026-01-01', '0', '0', '2'],
    ['2026-02-01', '0', '0', '2'],
    ['2026-03-01', '0', '0', '2'],
  ])
  expect(growth.at(-4)).toEqual(['2025-12-01', '2', '0', '2'])
  expect(cellsOf(await page.get('/admin/figures/sources.csv')).slice(1)).toEqual([['Brought along from another system', '2', '100%']])
})

test('a period that ended counts back from today; weeks, other lists and nonsense in the address are answered', async () => {
  await join('dana@example.net')
  community.wait({ hours: 24 * 40 })
  await join('eli@example.net')
  const page = await ada()

  const march = cellsOf(await page.get('/admin/figures/growth.csv?from=2026-03-01&until=2026-03-15&by=week'))
  expect(march.slice(1)).toEqual([
    ['2026-02-23', '0', '0', '0'],
    ['2026-03-02', '1', '0', '1'],
    ['2026-03-09', '0', '0', '1'],
  ])
  expect(await page.get('/admin/figures?list=all')).toContain('counts on each')
  expect(await page.get('/admin/figures?list=event-news')).toContain('<b>0</b> on the list now')
  for (const query of ['list=%00', 'from=2026-99-99&until=x', 'by=century', `list=${'x'.repeat(5000)}`, 'from=2300-01-01&until=1800-01-01'])
    expect([query, (await page.request('GET', `/admin/figures?${query}`)).status]).toEqual([query, 200])
})

test('many bad addresses are said first, a few quietly', async () => {
  const page = await ada()
  await markBounced(community.db, 'one@example.net', '550', community.now())
  expect(await page.get('/admin/figures')).toContain('1 address went bad')
  expect(await page.get('/admin/figures')).not.toContain('See where')
  for (const name of ['two', 'three']) await markBounced(community.db, `${name}@example.net`, '550', community.now())
  expect(await page.get('/admin/figures')).toContain('See where')
})

test('an empty community says what to do, in Spanish too, and a source that looks like a formula stays a word', async () => {
  expect(await (await ada()).get('/admin/figures')).toContain('Bring people along')
  const luz = community.as(await community.person('Luz', { role: 'steward', language: 'es' }))
  expect(await luz.get('/admin/figures')).toContain('Nadie se ha inscrito')

  const ben = await community.person('Ben')
  const proof = { networkId: community.network.id, listId: await listId(), wording: 'Yes', at: community.now(), personId: ben.id }
  await transaction(community.db, (tx) =>
    tx
      .insertInto('consent')
      .values({ ...proof, id: ben.id, address: ben.email, kind: 'confirmed', source: '=HYPERLINK("http://x")<b>' })
      .execute(),
  )
  const page = await ada()
  expect(await page.get('/admin/figures/sources.csv')).toContain(`"'=HYPERLINK(""http://x"")<b>"`)
  expect(await page.get('/admin/figures')).toContain('=HYPERLINK(&quot;http://x&quot;)&lt;b>')
})

test('to members and strangers the figures are not there, and their files neither', async () => {
  for (const browser of [community.as(await community.person('Ben')), community.as(await community.person('Chidi')), community.stranger()])
    for (const path of ['/admin/figures', '/admin/figures/growth.csv', '/admin/figures/sources.csv', '/admin/figures/leaving.csv'])
      expect([path, (await browser.request('GET', path)).status]).toEqual([path, 404])
})

async function listId() {
  const { id } = await community.db.selectFrom('list').select('id').where('slug', '=', 'monthly-update').executeTakeFirstOrThrow()
  return id
}
