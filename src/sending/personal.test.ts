import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startSender } from '#platform/delivery'
import { newLog } from '#platform/http'
import { addBlock, blocksIn, compose, ownCommunity, startSink, testConfig, type Browser, type Community, type TestPerson } from '#test'
import { editionKind } from './edition.kind.ts'

let community: Community
let stops: (() => Promise<unknown>)[] = []
let ada: Browser

beforeEach(async () => {
  const own = await ownCommunity()
  community = own.community
  stops = [own.close]
  ada = community.as(await community.person('Ada'))
})
afterEach(async () => {
  for (const stop of stops.toReversed()) await stop()
})

async function begin(subject: string, words = 'Hello {{firstName|friend}} of {{organisation|your team}} in {{state}}.') {
  await ada.post('/updates', { subject, language: 'en' })
  const slug = subject.toLowerCase().replaceAll(' ', '-')
  const [first = ''] = blocksIn(await ada.get(`/updates/${slug}/edit`))
  await compose(ada, slug, { [`${first}-text`]: words })
  return slug
}

async function reader(name: string, more: Parameters<Community['person']>[1] = {}): Promise<TestPerson> {
  const person = await community.person(name, more)
  await community.reader(person)
  return person
}

/** Sends it to all readers; gives what each got. */
async function send(slug: string) {
  await ada.post(`/updates/${slug}/sending`)
  await community.work()
  const sink = await startSink({})
  const { db, now } = community
  const config = { ...testConfig, smtpUrl: sink.url }
  const sender = startSender({ db, now, config, kinds: { edition: editionKind }, log: newLog(testConfig), connections: 2, patience: 2000 })
  await expect.poll(async () => (await ada.get(`/updates/${slug}/sending`)).includes('All of it has left.'), { timeout: 10_000 }).toBe(true)
  await sender.stop()
  await sink.close()
  const read = await Promise.all(sink.taken.map(async ({ to, raw }) => [to, await simpleParser(raw, { skipTextToHtml: true })] as const))
  return (person: TestPerson) => new Map(read).get(person.email)
}

test('each reader finds the events in their state and what they have a seat in; nobody finds an empty block', async () => {
  await community.event({ title: 'Iowa <meet-up> & more', state: 'IA' })
  await community.event({ title: 'Call for all' })
  const slug = await begin('Spring update')
  await addBlock(ada, slug, 'personal', { about: 'state-events', otherwise: 'Nothing in your state yet.' })
  await addBlock(ada, slug, 'personal', { about: 'my-events' })
  const ben = await reader('Ben', { state: 'IA', organisation: 'Iowa | {{board}}' })
  const chidi = await reader('Chidi', { firstName: '', organisation: '' })
  await community.as(chidi).post('/events/call-for-all/rsvp')

  const to = await send(slug)
  const [toBen, toChidi] = [to(ben), to(chidi)]
  expect(toBen?.text).toContain('Hello Ben of Iowa | {{board}} in Iowa.')
  expect(toChidi?.text).toContain('Hello friend of your team in your state.')
  expect(toBen?.text).toContain('\n\n\nIn Iowa\n-------\n\nWednesday, March 18, 2026')
  expect(toBen?.html).toContain('>Iowa &lt;meet-up&gt; &amp; more</a>')
  expect(toBen?.text).not.toMatch(/You have a seat|Nothing in your state/)
  expect(toChidi?.text).toContain('Nothing in your state yet.')
  expect(toChidi?.text).toContain('You have a seat')
  expect(toChidi?.html).toContain('>Call for all</a>')
  expect(toChidi?.html).not.toContain('Iowa')
  expect([toBen?.html, toChidi?.html].join('')).not.toMatch(/\{\{(stateEvents|myEvents)/)

  const onTheWeb = await community.stranger().get(`/updates/${slug}`)
  expect(onTheWeb).toContain('Hello friend of your team in your state.')
  expect(onTheWeb).toContain('Nothing in your state yet.')
  expect(onTheWeb).not.toContain('You have a seat')
})

test('the next tip is one that no earlier update brought this reader', async () => {
  const [older, newer] = [await community.tip({ title: 'Older tip' }), await community.tip({ title: 'Newer tip' })]
  expect([older, newer]).toEqual(['older-tip', 'newer-tip'])
  await community.db
    .updateTable('tip')
    .set({ publishedAt: community.now().subtract({ hours: 48 }) })
    .where('slug', '=', 'older-tip')
    .execute()
  const ben = await reader('Ben')
  const first = await begin('First update')
  await addBlock(ada, first, 'personal', { about: 'next-tip' })
  expect((await send(first))(ben)?.text).toContain('Your next tip\n-------------\n\nNewer tip')

  community.wait({ hours: 24 })
  const chidi = await reader('Chidi')
  const second = await begin('Second update')
  await addBlock(ada, second, 'personal', { about: 'next-tip', otherwise: 'You have had them all.' })
  const to = await send(second)
  expect([to(ben)?.text?.includes('Older tip'), to(chidi)?.text?.includes('Newer tip')]).toEqual([true, true])

  community.wait({ hours: 24 })
  const third = await begin('Third update')
  await addBlock(ada, third, 'personal', { about: 'next-tip', otherwise: 'You have had them all.' })
  expect((await send(third))(ben)?.text).toContain('You have had them all.')
})

test('as a named reader, Ada sees that reader’s blocks before they leave', async () => {
  await community.event({ title: 'Iowa meet-up', state: 'IA' })
  await reader('Ben', { state: 'IA' })
  const slug = await begin('Spring update')
  await addBlock(ada, slug, 'personal', { about: 'state-events', otherwise: 'Nothing in your state yet.' })
  expect(await ada.get(`/updates/${slug}/preview/mail?reader=ben@example.org`)).toContain('Iowa meet-up')
  expect(await ada.get(`/updates/${slug}/preview/text`)).toContain('Nothing in your state yet.')
})

test('what is no field is refused with a sentence, and what was typed stays', async () => {
  const slug = await begin('Spring update')
  const [first = ''] = blocksIn(await ada.get(`/updates/${slug}/edit`))
  const page = await compose(ada, slug, { [`${first}-text`]: 'Hello {{frstName}}', preheader: '{{leaveToken}}' })
  expect(page).toContain('Between double braces stands firstName, organisation, state or list')
  expect(page).toContain('Hello {{frstName}}')
})
