import { expect, test } from 'vitest'
import { useCommunity, type Browser, type TestPerson } from '#test'
import { beginSession } from './session.actions.ts'
import { signInJobs } from './sign-in.jobs.ts'

const community = useCommunity()
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0'

/** Another browser in which the same person is signed in. */
const onAnotherDevice = async (person: TestPerson, userAgent = firefox) =>
  community.as({ ...person, id: crypto.randomUUID(), session: await beginSession(community.db, person.id, userAgent, community.now()) })
const isIn = async (browser: Browser) => (await browser.request('GET', '/me')).status === 200
const sessionsOf = (person: { id: string }) =>
  community.db.selectFrom('session').selectAll().where('personId', '=', person.id).orderBy('id').execute()

test('Ben sees where he is signed in, in words, and which one this is', async () => {
  const ben = await community.person('Ben')
  await onAnotherDevice(ben)

  const page = await community.as(ben).get('/me/sessions')

  expect(page).toContain('Firefox on Linux')
  expect(page).toContain('A browser')
  expect(page.match(/This one/g)).toHaveLength(1)
  expect(page).toContain('last seen on Wednesday, March 4, 2026')
})

test('a session that is ended elsewhere is dead at the next request', async () => {
  const ben = await community.person('Ben')
  const phone = await onAnotherDevice(ben)
  expect(await isIn(phone)).toBe(true)
  const other = (await sessionsOf(ben)).find(({ browser }) => browser === 'Firefox')

  expect(await community.as(ben).post('/me/sessions/ended', { session: other?.id ?? '' })).toContain('That session has ended.')

  const answer = await phone.request('GET', '/me')
  expect(answer.location).toBe('/sign-in?next=%2Fme')
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-session=; Max-Age=0/)
  expect(await isIn(community.as(ben))).toBe(true)
})

test('all others end at once, this one stays', async () => {
  const ben = await community.person('Ben')
  const others = [await onAnotherDevice(ben), await onAnotherDevice(ben)]

  expect(await community.as(ben).post('/me/sessions/ended', { session: 'others' })).toContain('All other sessions have ended.')

  expect(await Promise.all(others.map(isIn))).toEqual([false, false])
  expect(await isIn(community.as(ben))).toBe(true)
})

test('signing out ends the session itself, not only the cookie', async () => {
  const ben = await community.person('Ben')
  const browser = community.as(ben)

  expect((await browser.request('GET', '/sign-out')).status).toBe(405)
  expect(await isIn(browser)).toBe(true)
  expect((await browser.request('POST', '/sign-out')).location).toBe('/')

  expect(await sessionsOf(ben)).toEqual([])
  expect((await community.stranger().request('GET', '/me', { headers: { cookie: `__Host-session=${ben.session}` } })).status).toBe(303)
  expect((await community.stranger().request('POST', '/sign-out')).status).toBe(303)
})

test('Chidi cannot end Ben’s session, nor see it', async () => {
  const ben = await community.person('Ben')
  const chidi = await community.person('Chidi')
  const [theirs] = await sessionsOf(ben)

  await community.as(chidi).post('/me/sessions/ended', { session: theirs?.id ?? '' })

  expect(await isIn(community.as(ben))).toBe(true)
  expect(await community.as(chidi).get('/me/sessions')).not.toContain(theirs?.id)
})

test('what names no session is not there', async () => {
  const ben = community.as(await community.person('Ben'))
  for (const session of ['', 'all', "' or 1=1", '1'])
    expect((await ben.request('POST', '/me/sessions/ended', { fields: { session } })).status).toBe(404)
})

test('a session lasts 60 days, whoever asks in between', async () => {
  const ben = await community.person('Ben')
  community.wait({ hours: 24 * 60 - 1 })
  expect(await isIn(community.as(ben))).toBe(true)

  community.wait({ hours: 1 })
  expect(await isIn(community.as(ben))).toBe(false)
})

test('a session is noted as seen once an hour, not at each request', async () => {
  const ben = await community.person('Ben')
  const begun = community.now()
  community.wait({ minutes: 59 })
  await community.as(ben).get('/me')
  expect((await sessionsOf(ben))[0]?.seenAt).toEqual(begun)

  community.wait({ minutes: 2 })
  await community.as(ben).get('/me')
  expect((await sessionsOf(ben))[0]?.seenAt).toEqual(community.now())
})

test('a session cookie that is no secret of ours opens nothing', async () => {
  const ben = await community.person('Ben')
  const [row] = await sessionsOf(ben)
  for (const cookie of [
    '',
    'x',
    row?.id ?? '',
    row?.tokenHash.toString('base64url') ?? '',
    row?.tokenHash.toString('hex') ?? '',
    'a'.repeat(8000),
    '%00',
    'null',
  ])
    expect((await community.stranger().request('GET', '/me', { headers: { cookie: `__Host-session=${cookie}` } })).status).toBe(303)
})

test('once a day what has ended is forgotten', async () => {
  const ben = await community.person('Ben')
  await community.stranger().post('/sign-in', { email: ben.email })
  const tidy = () => signInJobs['forget-ended-sign-ins']?.(community.db, {}, community.now(), community.config)
  const count = async (table: 'session' | 'signInCode' | 'attempt') => (await community.db.selectFrom(table).selectAll().execute()).length
  await tidy()
  expect([await count('session'), await count('signInCode')]).toEqual([1, 1])

  community.wait({ hours: 24 * 60 })
  await tidy()

  expect([await count('session'), await count('signInCode'), await count('attempt')]).toEqual([0, 0, 0])
})
