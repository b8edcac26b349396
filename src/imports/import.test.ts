import { expect, test } from 'vitest'
import { transaction } from '#database'
import { forgetReader } from '#mailing'
import { markBounced, noteComplaint } from '#suppressions'
import { findPersonByEmail, removePeople } from '#people'
import { bringFile, countedIn, describeFile, idOfImport, lookAt, takeIn, useCommunity, type Browser } from '#test'
import { importJobs } from './imports.jobs.ts'

const community = useCommunity()
const head = 'E-mail,First name,Last name,Organization,Role,State,Language,Tags\n'

async function ada(): Promise<Browser> {
  return community.as(await community.person('Ada'))
}

const tagsOf = async (personId: string) =>
  (await community.db.selectFrom('personTag').select('tag').where('personId', '=', personId).orderBy('tag').execute()).map(({ tag }) => tag)

test('Ada brings a table along, sees what would happen, says yes, and the people are on the list by the consent she stated', async () => {
  const browser = await ada()
  const file = `${head}dana@example.org,Dana,Fields,"Iron Range, Inc.",Convener,Nebraska,Spanish,"board, 2024"\nELI@Example.org,Eli,,,,NE,,\n`

  const page = await lookAt(community, browser, file)
  expect(page).toContain('Nobody has been taken in yet')
  expect(countedIn(page, 'New to us; they join the list')).toBe('2')
  expect(page).toContain('Take 2 people in')
  expect(await findPersonByEmail(community.db, 'dana@example.org')).toBeUndefined()

  const done = await takeIn(community, browser, page)
  expect(done).toContain('2 people have joined the list.')
  const dana = await findPersonByEmail(community.db, 'dana@example.org')
  expect(dana).toMatchObject({ firstName: 'Dana', organisation: 'Iron Range, Inc.', job: 'Convener', state: 'NE', language: 'es' })
  expect(await tagsOf(dana?.id ?? '')).toEqual(['2024', 'board'])
  expect((await findPersonByEmail(community.db, 'eli@example.org'))?.state).toBe('NE')
  const consents = await community.db
    .selectFrom('consent')
    .selectAll()
    .where('personId', '=', dana?.id ?? '')
    .execute()
  expect(consents).toMatchObject([{ kind: 'given', wording: 'Yes, send me the <update>.', source: 'import of people.csv: Our old list' }])
  expect(await community.mailTo('dana@example.org')).toEqual([])
})

test('nobody who left, bounced, complained or was forgotten comes back, and each is counted with its reason', async () => {
  const browser = await ada()
  const ben = await community.person('Ben')
  const list = await community.reader(ben)
  await community.db.updateTable('subscription').set({ leftAt: community.now() }).where('personId', '=', ben.id).execute()
  await markBounced(community.db, 'bounced@example.org', '550', community.now())
  await transaction(community.db, (tx) =>
    noteComplaint(
      tx,
      { mailId: null, networkId: community.network.id, address: 'complained@example.org', detail: 'Reported' },
      community.now(),
    ),
  )
  const erased = await community.person('Erased')
  await transaction(community.db, async (tx) => {
    await forgetReader(tx, erased.id, community.now())
    await removePeople(tx, [erased.id])
  })

  const page = await lookAt(community, browser, 'email\nben@example.org\nbounced@example.org\ncomplained@example.org\nerased@example.org\n')
  expect(page).not.toContain('people in</button>')
  for (const words of ['Have left here', 'Mail to them came back;', 'Reported our mail', 'Asked to be forgotten'])
    expect(countedIn(page, words)).toBe('1')

  await browser.post(`/admin/imports/${idOfImport(page)}/taking`)
  await community.work()
  const on = await community.db.selectFrom('reader').select('email').where('listId', '=', list.id).execute()
  expect(on).toEqual([])
  expect(await findPersonByEmail(community.db, 'erased@example.org')).toBeUndefined()
  expect(await community.db.selectFrom('importRow').selectAll().execute()).toEqual([])
})

test('who left the last list they were on is not put on another', async () => {
  const browser = await ada()
  const ben = await community.person('Ben')
  await community.reader(ben)
  await community.db.updateTable('subscription').set({ leftAt: community.now() }).where('personId', '=', ben.id).execute()

  const page = await lookAt(community, browser, 'email\nben@example.org\n', { list: 'event-news' })

  expect(countedIn(page, 'Have left here')).toBe('1')
})

test('what people said of themselves is not written over: only what is empty is filled in', async () => {
  const browser = await ada()
  const ben = await community.person('Ben')
  const chidi = await community.person('Chidi')
  await community.reader(chidi)

  const page = await lookAt(community, browser, `${head}ben@example.org,Benjamin,Okoro,Elsewhere,,,es,\nchidi@example.org,C,,,Dean,,,hub\n`)
  expect(countedIn(page, 'Known to us, not on this list')).toBe('1')
  expect(countedIn(page, 'On the list already')).toBe('1')
  await takeIn(community, browser, page)

  expect(await findPersonByEmail(community.db, ben.email)).toMatchObject({
    firstName: 'Ben',
    lastName: 'Okoro',
    organisation: 'Prairie Workforce Board',
    language: 'es',
  })
  expect(await findPersonByEmail(community.db, chidi.email)).toMatchObject({ firstName: 'Chidi', job: 'Dean' })
  expect(await tagsOf(chidi.id)).toEqual(['hub'])
})

test('bad rows come back with their line and reason, formulas made harmless; of an address twice the first row counts', async () => {
  const browser = await ada()
  const file = `${head}dana@example.org,Dana\nDANA@example.org,Twice\n,Nobody\n"=cmd|' /C calc'!A0",@SUM\nno address,${'x'.repeat(5)}\neli@example.org,${'E'.repeat(81)}\n`

  const page = await lookAt(community, browser, file)
  expect(countedIn(page, 'Stand in the file more than once')).toBe('1')
  expect(countedIn(page, 'Cannot be read')).toBe('4')

  const { html, headers } = await browser.request('GET', `/admin/imports/${idOfImport(page)}/bad-rows.csv`)
  expect(headers.get('content-type')).toContain('text/csv')
  const lines = html
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')
  expect(lines[0]).toBe('Line,Reason,E-mail,First name,Last name,Organization,Role,State,Language,Tags')
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['4', '5', '6', '7'])
  expect(html).toContain("'=cmd|")
  expect(html).toContain("'@SUM")
  expect(html).toContain('This is no e-mail address.')
})

test('a steward has to say who they are and that they agreed; what was typed is still there', async () => {
  const browser = await ada()
  const page = await bringFile(browser, 'Correo electrónico;Nombre;Apellidos;Organización\ndana@example.org;Dana;Fields;Río\n')
  expect(page).toContain('Correo electrónico: dana@example.org')
  expect(page).toMatch(/<option value="Correo electrónico" selected/)
  expect(page).toMatch(/<option value="Organización" selected/)

  const again = await describeFile(browser, page, { origin: '', agreed: '', wording: 'They said <yes>.' })

  expect(again).toContain('Say where these people come from.')
  expect(again).toContain('Without their yes, do not write to them.')
  expect(again).toContain('They said &lt;yes>.')
})

test('names full of HTML are shown as text', async () => {
  const browser = await ada()
  const page = await lookAt(community, browser, `${head}dana@example.org,<script>alert(1)</script>,<img src=x>,,,,,"<b>tag</b>"\n`)

  expect(page).toContain('&lt;script>alert(1)&lt;/script>')
  expect(page).not.toContain('<script>alert')
  expect(page).not.toContain('<img src=x>')
})

test('an import is for stewards of its community; to all others, and by a guessed id, it is not there', async () => {
  const browser = await ada()
  const id = idOfImport(await lookAt(community, browser, 'email\ndana@example.org\n'))
  const ben = community.as(await community.person('Ben'))
  for (const other of [community.stranger(), ben])
    for (const path of ['', `/${id}`, `/${id}/undo`, `/${id}/bad-rows.csv`])
      expect((await other.request('GET', `/admin/imports${path}`)).status).toBe(404)
  for (const other of [community.stranger(), ben])
    for (const path of ['', `/${id}/description`, `/${id}/taking`, `/${id}/removal`, `/${id}/undo`])
      expect((await other.request('POST', `/admin/imports${path}`, { fields: {} })).status).toBe(404)
  for (const guess of ['018f0000-0000-7000-8000-000000000000', 'x', '..%2f..'])
    expect((await browser.request('GET', `/admin/imports/${guess}`)).status).toBe(404)
  expect(await browser.get(`/admin/imports/${id}`)).toContain('Nobody has been taken in yet')
})

test('a file that was looked at can be thrown away, and is forgotten after a week', async () => {
  const browser = await ada()
  const first = idOfImport(await lookAt(community, browser, 'email\ndana@example.org\n'))
  await browser.post(`/admin/imports/${first}/removal`)
  expect((await browser.request('GET', `/admin/imports/${first}`)).status).toBe(404)

  const second = idOfImport(await bringFile(browser, 'email\ndana@example.org\n'))
  community.wait({ hours: 24 * 8 })
  await importJobs['forget-old-imports']?.(community.db, {}, community.now(), community.config)
  expect((await community.as(await community.person('Olga', { role: 'steward' })).request('GET', `/admin/imports/${second}`)).status).toBe(
    404,
  )
})

test('while it works the page says how far it has come and comes back by itself, unless it is held still', async () => {
  const browser = await ada()
  const page = await bringFile(browser, 'email\ndana@example.org\n')
  const reading = await describeFile(browser, page)
  const path = `/admin/imports/${idOfImport(reading)}`
  expect(reading).toContain('0 rows have been read so far.')
  expect((await browser.request('GET', path)).headers.get('refresh')).toBe('5')
  expect((await browser.request('GET', `${path}?watch=no`)).headers.get('refresh')).toBeNull()
  await community.work()
  expect((await browser.request('GET', path)).headers.get('refresh')).toBeNull()

  const taking = await browser.post(`${path}/taking`)
  expect(taking).toContain('0 of 1')
  expect(await browser.post(`${path}/taking`)).toContain('0 of 1')
  await community.work()
  expect(await browser.get(path)).toContain('One person has joined the list.')
})

test('the desk says what waits for a yes, also in Spanish', async () => {
  const browser = community.as(await community.person('Ada', { language: 'es' }))
  await lookAt(community, browser, 'email\ndana@example.org\n')

  expect(await browser.get('/admin')).toContain('«people.csv» ya se leyó y espera su aprobación')
})
