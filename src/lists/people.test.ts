import { expect, test } from 'vitest'
import { findList, leave } from '#mailing'
import { markBounced } from '#suppressions'
import { useCommunity, type TestPerson } from '#test'

const community = useCommunity()
const update = '/admin/lists/monthly-update'
const removal = (person: TestPerson) => `${update}/people/${person.id}/removal`
const ada = async () => community.as(await community.person('Ada'))

test('Ada sees who is on a list and how they stand, finds people by word and by standing', async () => {
  const [ben, chidi, dana] = [await community.person('Ben'), await community.person('Chidi'), await community.person('Dana')]
  for (const person of [ben, chidi, dana]) await community.reader(person)
  await leave(community.db, { network: community.network, person: chidi, lists: 'all', wording: 'x', source: 'a test' }, community.now())
  await markBounced(community.db, dana.email, '550', community.now())
  await community.stranger().post('/join', { email: 'reader@example.net', 'list-monthly-update': 'yes' })
  const page = await ada()

  const all = await page.get(`${update}/people`)
  for (const words of ['On the list', 'Has left', 'Mail came back', 'Has not confirmed yet']) expect(all).toContain(words)
  const found = async (query: string) =>
    [...(await page.get(`${update}/people?${query}`)).matchAll(/\/admin\/people\/([0-9a-f-]+)\/consents/g)].map(([, id]) => id)
  expect(await found('standing=on')).toEqual([ben.id])
  expect(await found('standing=left')).toEqual([chidi.id])
  expect(await found('standing=stopped')).toEqual([dana.id])
  expect(await found('standing=asked')).toHaveLength(1)
  expect(await found('q=another+chid')).toEqual([chidi.id])
  expect(await found('q=%25')).toEqual([])
  expect(await found('q=ben&standing=left')).toEqual([])
})

test('a long list is read on from the last id seen', async () => {
  const page = await ada()
  for (let n = 0; n < 52; n++) await community.reader(await community.person(`Reader${n}`))
  const first = await page.get(`${update}/people`)
  expect(first).toContain('reader51@example.org')
  expect(first).not.toContain('reader1@example.org')
  const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = await page.get(next)
  expect(second).toContain('reader1@example.org')
  expect(second).not.toContain('reader51@example.org')
  expect(second).toContain('Back to the newest')
})

test('one person’s page tells every step with its proof, in order', async () => {
  const ben = await community.person('Ben')
  await community.stranger().post('/join', { email: ben.email, 'list-monthly-update': 'yes' })
  community.wait({ minutes: 5 })
  await community.stranger().post(new URL((await community.mails(ben))[0]?.links[0] ?? '').pathname)
  community.wait({ hours: 1 })
  await community.as(ben).post('/me/lists/departure')

  const html = await (await ada()).get(`/admin/people/${ben.id}/consents`)
  const steps = ['Asked for Monthly update', 'Confirmed Monthly update', 'Left Monthly update'].map((words) => html.indexOf(words))
  expect(steps.every((at) => at > 0)).toBe(true)
  expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  for (const words of ['join page', 'mail to confirm', 'preferences page, signed in', 'which takes one click'])
    expect(html).toContain(words)
})

test('Ada takes Ben off with a reason, which is kept with her name; without one nothing happens', async () => {
  const ben = await community.person('Ben')
  await community.reader(ben)
  const page = await ada()
  expect((await page.request('POST', removal(ben), { fields: { reason: ' ' } })).status).toBe(422)
  expect(await page.post(removal(ben), { reason: 'asked us by phone <b>' })).toContain('They are off the list.')
  const consents = await page.get(`/admin/people/${ben.id}/consents`)
  for (const words of ['asked us by phone &lt;b>', 'taken off by a steward', 'by Ada']) expect(consents).toContain(words)
  expect((await page.request('POST', removal(ben), { fields: { reason: 'again' } })).status).toBe(404)
})

test('a proof outlives the steward who wrote it: her name goes, and Ben’s stays', async () => {
  const ben = await community.person('Ben')
  await community.reader(ben)
  const steward = await community.person('Ruth', { role: 'steward' })
  await community.as(steward).post(removal(ben), { reason: 'asked us' })
  await community.db.deleteFrom('person').where('id', '=', steward.id).execute()
  expect(await community.db.selectFrom('consent').select(['personId', 'address', 'handId']).execute()).toEqual([
    { personId: ben.id, address: ben.email, handId: null },
  ])
})

test('to members and strangers the people of a list are not there; neither are people of other lists', async () => {
  const [ben, chidi] = [await community.person('Ben'), await community.person('Chidi')]
  await community.reader(ben)
  for (const browser of [community.as(chidi), community.stranger()])
    for (const path of [
      `${update}/people`,
      `${update}/people/new`,
      `${update}/invitations`,
      removal(ben),
      `/admin/people/${ben.id}/consents`,
    ])
      expect([path, (await browser.request('GET', path)).status]).toEqual([path, 404])
  const page = await ada()
  for (const path of [removal(chidi), `/admin/people/${chidi.id}/consents`, '/admin/people/x/consents', '/admin/lists/nowhere/people'])
    expect([path, (await page.request('GET', path)).status]).toEqual([path, 404])
  expect(await findList(community.db, community.network.id, 'nowhere')).toBeUndefined()
})
