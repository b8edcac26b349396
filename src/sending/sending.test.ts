import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startSender } from '#platform/delivery'
import { newLog } from '#platform/http'
import {
  addBlock,
  blocksIn,
  compose,
  ownCommunity,
  startSink,
  testConfig,
  type Browser,
  type Community,
  type Sink,
  type SinkOptions,
  type TestPerson,
} from '#test'
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

/** A spring update with words, an event and a button, ready to go. */
async function spring(words = 'Hello {{firstName}},\n\nThe **snow** is gone. Read [the tip](/tips/choose-a-convener).') {
  await community.event({ title: 'Spring call' })
  await ada.post('/updates', { subject: 'Spring update', language: 'en', 'news-event-spring-call': 'yes' })
  const [first = ''] = blocksIn(await ada.get('/updates/spring-update/edit'))
  await compose(ada, 'spring-update', { preheader: 'What grew over winter', [`${first}-text`]: words })
  await addBlock(ada, 'spring-update', 'button', { label: 'See all events', href: '/events' })
}

async function readers(count: number): Promise<TestPerson[]> {
  const people = await Promise.all(Array.from({ length: count }, (_, at) => community.person(`Reader${at}`)))
  for (const person of people) await community.reader(person)
  return people
}

async function deliver(options: SinkOptions = {}): Promise<Sink> {
  const sink = await startSink(options)
  stops.push(sink.close)
  const { db, now } = community
  const config = { ...testConfig, smtpUrl: sink.url }
  const sender = startSender({ db, now, config, kinds: { edition: editionKind }, log: newLog(testConfig), connections: 2, patience: 2000 })
  stops.push(sender.stop)
  return sink
}

const until = async (what: () => boolean | Promise<boolean>) => {
  for (let tries = 0; tries < 200; tries++) {
    if (await what()) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('It did not come to pass.')
}

const slowly = { letter: () => new Promise<'take'>((resolve) => setTimeout(resolve, 40, 'take')) }

test('the page before sending says to how many, and what must be mended first', async () => {
  await ada.post('/updates', { subject: 'Spring update', language: 'en' })
  await readers(3)
  await addBlock(ada, 'spring-update', 'button')
  const page = await ada.get('/updates/spring-update/send')
  expect(page).toContain('A button lacks its words or its address.')
  expect(page).not.toContain('Send to 3 readers now')

  await ada.post('/updates/spring-update/sending')
  await community.work()
  expect(await community.db.selectFrom('mail').select('id').execute()).toEqual([])

  await compose(ada, 'spring-update', {}, `remove:${blocksIn(await ada.get('/updates/spring-update/edit'))[1]}`)
  expect(await ada.get('/updates/spring-update/send')).toContain('Send to 3 readers now')
})

test('each reader gets the edition once, in her frame, with her own links, which work', async () => {
  await spring()
  const ben = await community.person('Ben')
  const lucia = await community.person('Lucía', { email: 'lucia@example.org', language: 'es' })
  for (const person of [ben, lucia]) await community.reader(person)
  await community.reader(await community.person('Chidi'), 'event-news')
  await ada.post('/updates/spring-update/sending')
  await community.work()
  const sink = await deliver()
  await until(() => sink.taken.length === 2)

  const letterTo = async (to: string) => simpleParser(sink.taken.find((letter) => letter.to === to)?.raw ?? '')
  const [toBen, toLucia] = [await letterTo(ben.email), await letterTo(lucia.email)]
  expect(sink.taken.map(({ to }) => to).toSorted()).toEqual([ben.email, lucia.email])
  expect([toBen.subject, toLucia.subject]).toEqual(['Spring update', 'Spring update'])
  expect(toBen.text).toContain('Hello Ben,')
  expect(toLucia.text).toContain('Hello Lucía,')
  expect(toLucia.text).toContain('Recibe esto porque se inscribió en la lista Boletín mensual.')
  expect(toLucia.text).toContain('miércoles, 18 de marzo de 2026')
  expect(toLucia.html).toContain('<html lang="es"')

  const headers = Object.fromEntries(
    toBen.headerLines.map(({ key, line }) => [key, line.replaceAll(/\r?\n\s+/g, ' ').slice(key.length + 2)]),
  )
  expect(headers).toMatchObject({
    'list-id': '"Monthly update" <monthly-update.community.example.org>',
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    'list-archive': '<https://community.example.org/updates>',
    precedence: 'bulk',
  })
  const oneClick = /<https:\/\/community\.example\.org(\/unsubscribe\/[^>]+\/one-click)>/.exec(headers['list-unsubscribe'] ?? '')?.[1] ?? ''
  const preferences = /https:\/\/community\.example\.org(\/preferences\/\S+)/.exec(toBen.text ?? '')?.[1] ?? ''
  expect(await community.stranger().get(preferences)).toContain('ben@example.org')
  expect((await community.stranger().request('POST', oneClick)).status).toBe(200)
  const left = await community.db.selectFrom('subscription').select('personId').where('leftAt', 'is not', null).execute()
  expect(left).toEqual([{ personId: ben.id }])
})

test('who leaves while it goes out gets nothing more', async () => {
  await spring()
  const people = await readers(30)
  await ada.post('/updates/spring-update/sending')
  await community.work()
  const last = people.slice(-10)
  await community.db
    .updateTable('subscription')
    .set({ leftAt: community.now() })
    .where(
      'personId',
      'in',
      last.map(({ id }) => id),
    )
    .execute()
  const sink = await deliver()
  await until(async () => (await ada.get('/updates/spring-update/sending')).includes('All of it has left.'))

  expect(sink.taken.map(({ to }) => to).toSorted()).toEqual(
    people
      .slice(0, 20)
      .map(({ email }) => email)
      .toSorted(),
  )
  const page = await ada.get('/updates/spring-update/sending')
  expect(page).toContain('Left the list meanwhile')
  expect(page).toMatch(/30 of 30/)
})

test('Ada watches, pauses, resumes; nobody gets it twice', async () => {
  await spring()
  const people = await readers(60)
  await ada.post('/updates/spring-update/sending')
  expect(await ada.get('/updates/spring-update/sending')).toContain('It begins in a moment.')
  await community.work()
  const waiting = await ada.request('GET', '/updates/spring-update/sending')
  expect(waiting.headers.get('refresh')).toBe('5')
  expect(waiting.html).toContain('0 of 60')
  expect((await ada.request('GET', '/updates/spring-update/sending?watch=no')).headers.get('refresh')).toBeNull()

  const sink = await deliver(slowly)
  await until(() => sink.taken.length > 5)
  expect(await ada.post('/updates/spring-update/sending/pause')).toContain('It is paused.')
  await new Promise((resolve) => setTimeout(resolve, 300))
  const taken = sink.taken.length
  expect(taken).toBeLessThan(60)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(sink.taken.length).toBe(taken)

  await ada.post('/updates/spring-update/sending/resumption')
  await until(() => sink.taken.length === 60)
  await until(async () => (await ada.get('/updates/spring-update/sending')).includes('All of it has left.'))
  expect(new Set(sink.taken.map(({ to }) => to)).size).toBe(people.length)
  community.wait({ minutes: 1 })
  await community.work()
  expect(await community.db.selectFrom('edition').select('sentAt').execute()).toEqual([{ sentAt: community.now() }])
})

test('cancelled half-way, the rest is never sent, and the page says so', async () => {
  await spring()
  await readers(30)
  await ada.post('/updates/spring-update/sending')
  await community.work()
  await ada.post('/updates/spring-update/sending/pause')
  expect(await ada.get('/updates/spring-update/sending')).toContain('Cancel: 30 readers will not get it')
  expect(await ada.post('/updates/spring-update/sending/cancellation')).toContain('It was cancelled. Nobody else gets it.')
  await ada.post('/updates/spring-update/sending/resumption')
  const sink = await deliver()
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(sink.taken).toEqual([])
})

test('Ada sends herself a test, with her name in it, and nobody else gets one', async () => {
  await spring()
  await readers(2)
  expect(await ada.post('/updates/spring-update/test', { language: 'es' })).toContain('The test is on its way to ada@example.org.')
  const sink = await deliver()
  await until(() => sink.taken.length === 1)
  const letter = await simpleParser(sink.taken[0]?.raw ?? '')
  expect(sink.taken[0]?.to).toBe('ada@example.org')
  expect(letter.subject).toBe('Prueba: Spring update')
  expect(letter.text).toContain('Hello Ada,')
  expect(await ada.get('/updates/spring-update/sending')).toContain('Nothing is being sent.')
})

test('refused by their mail server, some are tried once more when Ada asks', async () => {
  await spring()
  await readers(4)
  let isFull = true
  await ada.post('/updates/spring-update/sending')
  await community.work()
  const sink = await deliver({
    recipient: (to) => (isFull && to.startsWith('reader1') ? { code: 552, answer: '5.2.2 Mailbox full' } : 'take'),
  })
  await until(async () => (await ada.get('/updates/spring-update/sending')).includes('Try the one refused once more'))
  isFull = false
  await ada.post('/updates/spring-update/sending/retry')
  await until(() => sink.taken.length === 4)
  expect(new Set(sink.taken.map(({ to }) => to)).size).toBe(4)
})
