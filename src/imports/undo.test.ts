import { expect, test } from 'vitest'
import { leave } from '#mailing'
import { findPerson, findPersonByEmail, savePerson } from '#people'
import { idOfImport, lookAt, takeIn, useCommunity, type Browser } from '#test'
import { importJobs } from './imports.jobs.ts'

const community = useCommunity()
const file =
  'E-mail,First name,Last name,Organization,Tags,Unsub time\n' +
  'dana@example.org,Dana,Fields,,board,\neli@example.org,Eli,,,,\nfay@example.org,Fay,,,,\nben@example.org,Ben,Okoro,,board,\ngus@example.org,,,,,2020-01-01\n'

async function takeBack(browser: Browser, id: string): Promise<string> {
  expect(await browser.get(`/admin/imports/${id}/undo`)).toContain('is undone')
  await browser.post(`/admin/imports/${id}/undo`)
  await community.work()
  return browser.get(`/admin/imports/${id}`)
}

test('an import is taken back: the people it brought are gone, those known before are as they were, whoever acted stays', async () => {
  const browser = community.as(await community.person('Ada'))
  const ben = await community.person('Ben')
  const list = await community.reader(await community.person('Chidi'))
  const page = await lookAt(community, browser, file)
  await takeIn(community, browser, page)
  community.wait({ hours: 1 })
  const [eli, fay] = [await findPersonByEmail(community.db, 'eli@example.org'), await findPersonByEmail(community.db, 'fay@example.org')]
  await savePerson(community.db, eli?.id ?? '', { emailProvedAt: community.now() })
  await leave(
    community.db,
    { network: community.network, person: { id: fay?.id ?? '', email: 'fay@example.org' }, lists: 'all', wording: 'Leave', source: 'page' },
    community.now(),
  )

  const undone = await takeBack(browser, idOfImport(page))

  expect(undone).toContain('The import was taken back for 3 people.')
  expect(undone).toContain('2 people stay as they are')
  expect(await findPersonByEmail(community.db, 'dana@example.org')).toBeUndefined()
  expect(await findPersonByEmail(community.db, 'gus@example.org')).toBeUndefined()
  expect(await findPerson(community.db, ben.id)).toMatchObject({ firstName: 'Ben', lastName: '' })
  expect(await community.db.selectFrom('personTag').selectAll().execute()).toEqual([])
  const on = await community.db.selectFrom('reader').select('email').where('listId', '=', list.id).orderBy('email').execute()
  expect(on.map(({ email }) => email)).toEqual(['chidi@example.org', 'eli@example.org'])
  const mine = await community.db.selectFrom('subscription').selectAll().where('personId', '=', ben.id).execute()
  expect(mine).toEqual([])
  const consents = await community.db.selectFrom('consent').select(['kind']).where('personId', '=', ben.id).orderBy('at').execute()
  expect(consents.map(({ kind }) => kind)).toEqual(['given', 'withdrawn'])
})

test('what was taken back can be brought again, and an undo asked twice undoes once', async () => {
  const browser = community.as(await community.person('Ada'))
  const page = await lookAt(community, browser, file)
  await takeIn(community, browser, page)
  // Dana is on a second list since, and so stays; the tag that came with her goes.
  const dana = await findPersonByEmail(community.db, 'dana@example.org')
  if (dana) await community.reader(dana, 'event-news')
  await takeBack(browser, idOfImport(page))
  expect(await findPersonByEmail(community.db, 'dana@example.org')).toMatchObject({ id: dana?.id })
  expect(await community.db.selectFrom('personTag').selectAll().execute()).toEqual([])
  await browser.post(`/admin/imports/${idOfImport(page)}/undo`)
  expect(await community.work()).toEqual([])

  const again = await takeIn(community, browser, await lookAt(community, browser, file))

  expect(again).toContain('4 people have joined the list.')
})

test('after a month an import is not taken back any more, and what that needs is forgotten', async () => {
  const browser = community.as(await community.person('Ada'))
  const page = await lookAt(community, browser, `${file}nobody\n`)
  await takeIn(community, browser, page)
  community.wait({ hours: 24 * 31 })
  const later = community.as(await community.person('Olga', { role: 'steward' }))
  await later.post(`/admin/imports/${idOfImport(page)}/undo`)
  await importJobs['forget-old-imports']?.(community.db, {}, community.now(), community.config)

  const shown = await later.get(`/admin/imports/${idOfImport(page)}`)
  expect(shown).toContain('What has happened')
  expect(shown).not.toContain('See what that does')
  expect(await community.db.selectFrom('importRow').selectAll().execute()).toEqual([])
  expect(await community.db.selectFrom('importFault').selectAll().execute()).toEqual([])
  expect(await findPersonByEmail(community.db, 'dana@example.org')).toBeDefined()
})

test('who is forgotten is forgotten by imports too', async () => {
  const browser = community.as(await community.person('Ada'))
  const page = await lookAt(community, browser, 'email\nben@example.org\nolga@example.org\n')
  const ben = await community.person('Ben')
  await takeIn(community, browser, page)
  expect(await community.db.selectFrom('importRow').select('address').execute()).toHaveLength(2)

  const second = await lookAt(community, browser, 'email\nben@example.org\n')
  await community.as(ben).post('/me/leaving')
  const rows = await community.db.selectFrom('importRow').select('address').execute()
  expect([rows.map(({ address }) => address), (await findPersonByEmail(community.db, ben.email)) === undefined]).toEqual([
    ['olga@example.org'],
    true,
  ])
  expect(await takeIn(community, browser, second)).toContain('0 people have joined')
})
