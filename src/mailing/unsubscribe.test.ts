import { expect, test } from 'vitest'
import { useCommunity, type TestPerson } from '#test'
import { listConsents } from './consent.data.ts'
import { listHeaders } from './headers.paths.ts'
import type { List } from './list.data.ts'
import { shownIn } from './list.rules.ts'
import { leavePageLink } from './links.paths.ts'
import { countReaders } from './reader.data.ts'

const community = useCommunity()

const readersOn = async (list: { id: string }) => (await countReaders(community.db, list.id)).reduce((sum, { count }) => sum + count, 0)

const headersFor = (person: TestPerson, list: List) =>
  listHeaders({
    config: community.config,
    network: community.network,
    list: shownIn(list, 'en'),
    personId: person.id,
    archivePath: '/updates',
  })

const leavePage = (person: TestPerson, list: List) =>
  new URL(leavePageLink({ network: community.network, baseUrl: community.config.baseUrl }, { listId: list.id, personId: person.id }))
    .pathname

/** Where the mail program posts when its reader presses "Unsubscribe". */
const oneClick = (person: TestPerson, list: List) =>
  new URL(/<(https:[^>]+)>/.exec(headersFor(person, list)['List-Unsubscribe'] ?? '')?.[1] ?? '').pathname

test('Ben leaves by the link in a mail: a page with one button, and it is done', async () => {
  const ben = await community.person('Ben')
  const list = await community.reader(ben)
  const page = await community.stranger().get(leavePage(ben, list))
  expect(page).toContain('Leave Monthly update?')
  expect(page.match(/<button class="button/g)).toHaveLength(1)
  expect(await readersOn(list)).toBe(1)

  expect(await community.stranger().post(leavePage(ben, list))).toContain('You have left Monthly update')
  expect(await readersOn(list)).toBe(0)
  expect((await listConsents(community.db, ben.id)).map(({ kind, wording, source }) => [kind, wording, source])).toEqual([
    ['withdrawn', 'Leave the list', 'unsubscribe page'],
  ])
})

test('leaving can be taken back for a week', async () => {
  const ben = await community.person('Ben')
  const list = await community.reader(ben)
  const path = leavePage(ben, list)
  await community.stranger().post(path)
  expect(await community.stranger().post(`${path}/return`)).toContain('Your choices are saved.')
  expect(await readersOn(list)).toBe(1)

  await community.stranger().post(path)
  community.wait({ hours: 24 * 8 })
  expect(await community.stranger().post(`${path}/return`)).not.toContain('Take it back')
  expect(await readersOn(list)).toBe(0)
})

test('who was never on the list cannot come onto it by taking leave back', async () => {
  const ben = await community.person('Ben')
  const list = await community.reader(await community.person('Ada'))
  await community.stranger().post(`${leavePage(ben, list)}/return`)
  expect(await readersOn(list)).toBe(1)
})

test('the button of the mail program leaves at once: no cookie, no redirect, from anywhere, with any body or none', async () => {
  const bodies = [
    { body: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    { headers: { origin: 'https://mail.example.net', 'sec-fetch-site': 'cross-site' } },
    { body: '{"anything":1}', headers: { 'content-type': 'application/json', origin: 'null' } },
    { body: '--x\r\nbroken', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
  ]
  for (const [at, options] of bodies.entries()) {
    const reader = await community.person(`Reader${at}`)
    const list = await community.reader(reader)
    const answer = await community.stranger().request('POST', oneClick(reader, list), options)
    expect([answer.status, answer.location]).toEqual([200, null])
    expect(await readersOn(list)).toBe(0)
  }
})

test('a scanner that opens the links and headers of a mail takes nobody off', async () => {
  const ben = await community.person('Ben')
  const list = await community.reader(ben)
  for (const path of [leavePage(ben, list), oneClick(ben, list)])
    for (const method of ['GET', 'HEAD']) expect((await community.stranger().request(method, path)).status).toBe(200)
  expect(await readersOn(list)).toBe(1)
})

test('an altered link takes nobody off, and no link opens another door', async () => {
  const ben = await community.person('Ben')
  const list = await community.reader(ben)
  const token = oneClick(ben, list).split('/')[2] ?? ''
  const [subject = '', signature = ''] = token.split('.')
  const other = Buffer.from(
    Buffer.from(subject, 'base64url')
      .toString()
      .replace(ben.id, (await community.person('Chidi')).id),
  ).toString('base64url')
  for (const wrong of [`${other}.${signature}`, subject, `${token}A`, `${subject}.${signature.toUpperCase()}`, 'a.b', '..', `${token}.x`])
    expect([wrong, (await community.stranger().request('POST', `/unsubscribe/${wrong}/one-click`)).status]).toEqual([wrong, 404])
  expect((await community.stranger().request('GET', `/preferences/${token}`)).status).toBe(404)
  expect(await readersOn(list)).toBe(1)
})

test('leaving twice, or after the person is gone, does no harm', async () => {
  const ben = await community.person('Ben')
  const list = await community.reader(ben)
  for (let times = 0; times < 3; times++) expect((await community.stranger().request('POST', oneClick(ben, list))).status).toBe(200)
  expect(await listConsents(community.db, ben.id)).toHaveLength(1)
  await community.db.deleteFrom('person').where('id', '=', ben.id).execute()
  expect((await community.stranger().request('POST', oneClick(ben, list))).status).toBe(404)
})

test('a form on another site cannot take Ben off by the page of one button', async () => {
  const ben = await community.person('Ben')
  const list = await community.reader(ben)
  const answer = await community.as(ben).request('POST', leavePage(ben, list), { headers: { origin: 'https://evil.example' } })
  expect(answer.status).toBe(403)
  expect(await readersOn(list)).toBe(1)
})

test('a Spanish reader reads Spanish, whatever the browser', async () => {
  const lucia = await community.person('Lucía', { email: 'lucia@example.org', language: 'es' })
  const list = await community.reader(lucia)
  expect(await community.stranger().get(leavePage(lucia, list))).toContain('¿Salir de Boletín mensual?')
  expect(await community.stranger().post(leavePage(lucia, list))).toContain('Usted salió de Boletín mensual')
})
