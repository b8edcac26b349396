import { expect, test } from 'vitest'
import { findPersonByEmail } from '#people'
import { useCommunity, type TestPerson } from '#test'
import { listConsents } from './consent.data.ts'
import { preferencesLink } from './links.paths.ts'

const community = useCommunity()

const pageOf = (person: TestPerson) =>
  new URL(preferencesLink({ network: community.network, baseUrl: community.config.baseUrl }, person.id)).pathname
const everything = {
  language: 'en',
  timeZone: 'America/Denver',
  firstName: 'Ben',
  lastName: 'Castillo',
  organisation: 'Bluestem Valley',
  job: 'Convener',
  state: 'NE',
}

const listsOf = async (person: TestPerson) =>
  (
    await community.db
      .selectFrom('reader')
      .innerJoin('list', 'list.id', 'listId')
      .select('slug')
      .where('personId', '=', person.id)
      .orderBy('slug')
      .execute()
  ).map(({ slug }) => slug)

test('by the link in a mail, without an account, Ben chooses his lists and says who he is', async () => {
  const ben = await community.person('Ben')
  await community.reader(ben)
  community.wait({ hours: 24 * 700 })
  const browser = community.stranger()
  expect(await browser.get(pageOf(ben))).toMatch(/name="list-monthly-update" value="yes" checked/)

  const saved = await browser.post(pageOf(ben), { ...everything, 'list-event-news': 'yes' })
  expect(saved).toContain('Your choices are saved.')
  expect(await listsOf(ben)).toEqual(['event-news'])
  expect(await findPersonByEmail(community.db, ben.email)).toMatchObject({
    lastName: 'Castillo',
    job: 'Convener',
    state: 'NE',
    timeZone: 'America/Denver',
    language: 'en',
  })
  expect((await listConsents(community.db, ben.id)).map(({ kind, source }) => `${kind} on ${source}`)).toEqual([
    'withdrawn on preferences page by link',
    'given on preferences page by link',
    'confirmed on preferences page by link',
  ])
})

test('one button leaves everything', async () => {
  const ben = await community.person('Ben')
  await community.reader(ben)
  await community.reader(ben, 'event-news')
  expect(await community.stranger().post(`${pageOf(ben)}/departure`)).toContain('You have left all lists.')
  expect(await listsOf(ben)).toEqual([])
})

test('signed in, Ben finds the same at /me/lists; a stranger is asked to sign in', async () => {
  const ben = await community.person('Ben')
  expect(await community.as(ben).post('/me/lists', { ...everything, 'list-monthly-update': 'yes' })).toContain('Your choices are saved.')
  expect(await listsOf(ben)).toEqual(['monthly-update'])
  expect(await community.as(ben).post('/me/lists/departure')).toContain('You have left all lists.')
  expect(await listsOf(ben)).toEqual([])
  for (const [method, path] of [
    ['GET', '/me/lists'],
    ['POST', '/me/lists'],
    ['POST', '/me/lists/departure'],
  ] as const)
    expect((await community.stranger().request(method, path)).location).toMatch(/^\/sign-in/)
})

test('what cannot be kept comes back with a sentence beside it, and what was typed', async () => {
  const ben = await community.person('Ben')
  await community.reader(ben)
  const page = await community
    .stranger()
    .request('POST', pageOf(ben), { fields: { ...everything, state: 'XX', timeZone: 'EST', job: 'x'.repeat(121), lastName: 'Kept' } })
  expect(page.status).toBe(422)
  for (const sentence of ['Choose a state from the list.', 'Choose a time zone from the list.', 'This is too long. Shorten it.'])
    expect(page.html).toContain(sentence)
  expect(page.html).toContain('value="Kept"')
  expect(await listsOf(ben)).toEqual(['monthly-update'])
})

test('nobody changes Ben by another’s link, by keys that are not in the form, or by lists that are not there', async () => {
  const [ben, chidi] = [await community.person('Ben'), await community.person('Chidi')]
  await community.reader(ben)
  await community.stranger().post(pageOf(chidi), {
    ...everything,
    id: ben.id,
    personId: ben.id,
    email: 'evil@example.org',
    emailProvedAt: 'x',
    shown: 'email',
    role: 'owner',
    'list-nowhere': 'yes',
    'list-__proto__': 'yes',
  })
  expect(await findPersonByEmail(community.db, ben.email)).toMatchObject({ lastName: '' })
  expect(await community.db.selectFrom('person').select(['email', 'shown']).where('id', '=', chidi.id).executeTakeFirst()).toEqual({
    email: 'chidi@example.org',
    shown: [],
  })
  expect(await listsOf(chidi)).toEqual([])
  expect(await listsOf(ben)).toEqual(['monthly-update'])
})

test('the choice of Spanish holds from the next page on', async () => {
  const ben = await community.person('Ben')
  expect(await community.stranger().post(pageOf(ben), { ...everything, language: 'es' })).toContain('Sus preferencias quedaron guardadas.')
})
