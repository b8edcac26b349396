import { beforeEach, expect, test } from 'vitest'
import { addBlock, useCommunity, type Browser } from '#test'

const community = useCommunity()
let ada: Browser
let segment: string

/** An update ready to go, and a segment of the people in Nebraska. */
beforeEach(async () => {
  ada = community.as(await community.person('Ada'))
  await ada.post('/updates', { subject: 'Spring update', language: 'en' })
  await addBlock(ada, 'spring-update', 'button', { label: 'See all events', href: '/events' })
  segment = ((await ada.request('POST', '/admin/segments', { fields: { name: 'Nebraska' } })).location ?? '').split('/').at(-1) ?? ''
  await saveRules({ order: 'aaaa1', 'aaaa1-kind': 'state', 'aaaa1-in': 'root', 'aaaa1-states': 'NE' })
})

async function saveRules(fields: Record<string, string>) {
  const { changedAt } = await community.db.selectFrom('segment').select('changedAt').where('id', '=', segment).executeTakeFirstOrThrow()
  await ada.post(`/admin/segments/${segment}`, { name: 'Nebraska', seen: changedAt.toString(), act: 'save', ...fields })
}

async function reader(name: string, state: string, more: { language?: 'es' } = {}) {
  const person = await community.person(name, { state, ...more })
  await community.reader(person)
  return person
}

const choose = (fields: Record<string, string> = {}) =>
  ada.post('/updates/spring-update/audience', { list: 'monthly-update', segment, ...fields })

const sentTo = async () =>
  (await community.db.selectFrom('mail').select('toAddress').orderBy('toAddress').execute()).map(({ toAddress }) => toAddress)

test('an update goes to the readers of its list who are in the segment when the sending begins', async () => {
  const ben = await reader('Ben', 'NE')
  await reader('Lucía', 'NE', { language: 'es' })
  await reader('Chidi', 'TX')
  await community.person('Omar', { state: 'NE' })

  const page = await choose()
  expect(page).toContain('Readers of Monthly update who are in the segment “Nebraska”: People who are in Nebraska.')
  expect(page).toContain('Send to 2 readers now')

  await ada.post('/updates/spring-update/schedule', { at: '2026-03-05T09:00' })
  await community.db.updateTable('person').set({ state: 'TX' }).where('id', '=', ben.id).execute()
  await reader('Rosa', 'NE')
  community.wait({ hours: 24 })
  await community.work()

  expect(await sentTo()).toEqual(['lucía@example.org', 'rosa@example.org'])
})

test('without a segment it goes to all readers of the list that was chosen', async () => {
  await reader('Ben', 'NE')
  const chidi = await community.person('Chidi')
  await community.reader(chidi, 'event-news')
  expect(await choose({ list: 'event-news', segment: '' })).toContain('All readers of Event news.')
  await ada.post('/updates/spring-update/sending')
  await community.work()
  expect(await sentTo()).toEqual([chidi.email])
})

test('to a segment that nobody is in, nothing is sent: not now, and not at its moment', async () => {
  const ben = await reader('Ben', 'TX')
  expect(await choose()).toContain('Nobody on the list is in this segment just now')
  expect(await ada.post('/updates/spring-update/sending')).toContain('Nobody on the list is in this segment just now')

  await community.db.updateTable('person').set({ state: 'NE' }).where('id', '=', ben.id).execute()
  await ada.post('/updates/spring-update/schedule', { at: '2026-03-05T09:00' })
  await community.db.updateTable('person').set({ state: 'TX' }).where('id', '=', ben.id).execute()
  community.wait({ hours: 24, minutes: 11 })
  await community.work()

  expect(await sentTo()).toEqual([])
  expect(await ada.get('/admin')).toContain('“Spring update” should have been sent and was not')
})

test('rules that lost their choice meanwhile are no reason to write to everybody', async () => {
  await reader('Ben', 'NE')
  await choose()
  await ada.post('/updates/spring-update/schedule', { at: '2026-03-05T09:00' })
  await saveRules({ order: 'aaaa1', 'aaaa1-kind': 'state', 'aaaa1-in': 'root' })
  community.wait({ hours: 24 })
  await community.work()
  expect(await sentTo()).toEqual([])
  await choose({ segment: '' })
  expect(await choose()).toContain('A rule of this segment lacks its choice.')
})

test('a segment stays as long as an update waits to be sent to it', async () => {
  await reader('Ben', 'NE')
  await choose()
  const refused = await ada.request('POST', `/admin/segments/${segment}/removal`)
  expect([refused.status, refused.html.includes('Spring update')]).toEqual([409, true])
  expect(await ada.get(`/admin/segments/${segment}`)).toContain('changes who gets these updates')

  await ada.post('/updates/spring-update/sending')
  await community.work()
  expect((await ada.request('POST', `/admin/segments/${segment}/removal`)).status).toBe(303)
  expect(await sentTo()).toEqual(['ben@example.org'])
})

test('what is not offered is refused; who is sent an update cannot be changed afterwards, nor by members', async () => {
  await reader('Ben', 'NE')
  expect(await choose({ list: 'nowhere' })).toContain('This is not in the list any more.')
  for (const gone of [crypto.randomUUID(), "' or true"])
    expect(await choose({ segment: gone })).toContain('This is not in the list any more.')
  for (const browser of [community.stranger(), community.as(await community.person('Chidi'))])
    for (const method of ['GET', 'POST']) expect((await browser.request(method, '/updates/spring-update/audience')).status).toBe(404)

  await ada.post('/updates/spring-update/sending')
  await community.work()
  await choose()
  expect(await community.db.selectFrom('edition').select('segmentId').execute()).toEqual([{ segmentId: null }])
})
