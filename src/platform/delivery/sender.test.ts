import { simpleParser } from 'mailparser'
import { sql } from 'kysely'
import { h } from 'preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { transaction } from '#database'
import { newLog } from '#platform/http'
import { ownCommunity, startSink, testConfig, type Community, type Sink, type SinkOptions } from '#test'
import { queueMail, sendAgain, type Refusal } from '#platform/mail'
import { startSender, type Sender, type SenderOptions } from './sender.ts'

let community: Community
let stops: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  const own = await ownCommunity()
  community = own.community
  stops = [own.close]
})
afterEach(async () => {
  for (const stop of stops.toReversed()) await stop()
})

async function sink(options: SinkOptions = {}): Promise<Sink> {
  const begun = await startSink(options)
  stops.push(begun.close)
  return begun
}

function sender(smtpUrl: string | null, more: Partial<SenderOptions> = {}): Sender {
  const { db, now } = community
  const begun = startSender({
    db,
    now,
    config: { ...testConfig, smtpUrl },
    log: newLog(testConfig),
    patience: 20_000,
    firstWait: 50,
    ...more,
  })
  stops.push(begun.stop)
  return begun
}

async function write(name: string, subject = 'News') {
  const to = await community.person(name)
  await transaction(community.db, (tx) =>
    queueMail(tx, { to, networkId: community.network.id, language: 'en', subject, body: h('p', {}, 'Hello') }, community.now()),
  )
}

const rows = () => community.db.selectFrom('mail').selectAll().orderBy('id').execute()
const row = async () => (await rows())[0]

test('Ben gets the mail that was queued for him, from the network, under a name of its own', async () => {
  const far = await sink()
  sender(far.url)
  await write('Ben', 'You are going')

  await expect.poll(row, { timeout: 40_000 }).toMatchObject({ state: 'sent', tries: 1, senderId: null, resentAt: null })
  const [letter] = far.taken
  const parsed = await simpleParser(letter?.raw ?? '')
  expect(letter).toMatchObject({ from: 'community@community.example.org', to: 'ben@example.org' })
  expect(parsed.subject).toBe('You are going')
  expect(parsed.messageId).toBe(`<${(await row())?.id}@community.example.org>`)
})

test('without a mail server, mail is kept in the outbox', async () => {
  sender(null)
  await write('Ben')

  await expect.poll(row, { timeout: 40_000 }).toMatchObject({ state: 'sent', lastAnswer: 'outbox' })
})

test('an answer that says later is asked again later, ever more rarely, for three days', async () => {
  let times = 0
  const far = await sink({ recipient: () => (times++, { code: 451, answer: '4.7.1 Greylisted, come back' }) })
  const { wake } = sender(far.url)
  const begun = community.now()
  await write('Ben')

  for (let tries = 1; tries <= 12; tries++) {
    await expect.poll(row, { timeout: 40_000 }).toMatchObject({ state: 'waiting', tries, senderId: null })
    community.wait({ milliseconds: (await row())?.dueAt.since(community.now()).total('milliseconds') })
    wake()
  }
  await expect.poll(row, { timeout: 40_000 }).toMatchObject({ state: 'failed', lastAnswer: expect.stringContaining('Greylisted') })
  expect(times).toBe(13)
  expect(community.now().since(begun).total('hours')).toBeGreaterThan(70)
  expect(far.taken).toEqual([])
}, 120_000)

test('an address that is refused for good is told to those who listen, once; the next mail goes on', async () => {
  const told: Refusal[] = []
  const far = await sink({ recipient: (to) => (to.startsWith('chidi') ? { code: 550, answer: '5.1.1 No such mailbox' } : 'take') })
  sender(far.url, { connections: 1, onRefused: [async (_tx, refusal) => told.push(refusal)] })
  await write('Chidi')
  await write('Ben')

  await expect.poll(async () => (await rows()).map(({ state }) => state), { timeout: 40_000 }).toEqual(['failed', 'sent'])
  expect(told).toEqual([
    expect.objectContaining({ address: 'chidi@example.org', status: '5.1.1', answer: expect.stringContaining('No such mailbox') }),
  ])
  expect((await row())?.lastAnswer).toBe('550 5.1.1 No such mailbox')
})

test('a server that dislikes our words says nothing about the address', async () => {
  const told: Refusal[] = []
  const far = await sink({ letter: () => ({ code: 554, answer: '5.7.1 This looks like spam' }) })
  sender(far.url, { onRefused: [async (_tx, refusal) => told.push(refusal)] })
  await write('Ben')

  await expect.poll(row, { timeout: 40_000 }).toMatchObject({ state: 'failed', tries: 1 })
  expect(told).toEqual([])
})

test('when a listener breaks, the failure is kept all the same', async () => {
  const far = await sink({ recipient: () => ({ code: 550, answer: '5.1.1 No such mailbox' }) })
  sender(far.url, { onRefused: [() => Promise.reject(new Error('a listener broke'))] })
  await write('Ben')

  await expect.poll(row, { timeout: 40_000 }).toMatchObject({ state: 'failed' })
})

test('what failed can be sent again, and only that', async () => {
  let works = false
  const far = await sink({ letter: () => (works ? 'take' : { code: 554, answer: 'No' }) })
  sender(far.url)
  await write('Ben')
  await expect.poll(row, { timeout: 40_000 }).toMatchObject({ state: 'failed' })
  works = true
  const id = (await row())?.id ?? ''

  expect(await transaction(community.db, (tx) => sendAgain(tx, id, community.now()))).toBe(true)
  await expect.poll(row, { timeout: 40_000 }).toMatchObject({ state: 'sent' })
  expect(await transaction(community.db, (tx) => sendAgain(tx, id, community.now()))).toBe(false)
})

test.each(['break off', 'fall silent'] as const)(
  'a letter in the middle of which the server %ss is in doubt: sent once more a minute later, marked, under the same name',
  async (treatment) => {
    const names: string[] = []
    let times = 0
    const far = await sink({ letter: (letter) => (names.push(letter.messageId), times++ === 0 ? treatment : 'take') })
    const { wake } = sender(far.url, { patience: treatment === 'fall silent' ? 1500 : 20_000 })
    await write('Ben')

    await expect.poll(row, { timeout: 40_000 }).toMatchObject({ state: 'waiting', tries: 1, resentAt: community.now() })
    community.wait({ minutes: 1 })
    wake()
    await expect.poll(row, { timeout: 40_000 }).toMatchObject({ state: 'sent', tries: 2 })
    expect(names).toHaveLength(2)
    expect(new Set(names).size).toBe(1)
  },
)

test('while the server is away nothing is lost or counted, nobody knocks without pause, and it goes on by itself', async () => {
  const far = await sink()
  await far.close()
  sender(far.url)
  for (const name of ['Ada', 'Ben', 'Chidi']) await write(name)
  const trouble = () => community.db.selectFrom('sender').select('trouble').executeTakeFirst()
  await expect.poll(trouble, { timeout: 40_000 }).toMatchObject({ trouble: expect.stringContaining('ECONNREFUSED') })
  expect((await rows()).map(({ state, tries }) => [state, tries])).toEqual([
    ['waiting', 0],
    ['waiting', 0],
    ['waiting', 0],
  ])

  const back = await sink({ port: far.port })
  await expect
    .poll(async () => (await rows()).map(({ state, tries, resentAt }) => [state, tries, resentAt]), { timeout: 40_000 })
    .toEqual([
      ['sent', 1, null],
      ['sent', 1, null],
      ['sent', 1, null],
    ])
  expect(back.taken).toHaveLength(3)
  await expect.poll(trouble, { timeout: 40_000 }).toMatchObject({ trouble: null })
}, 120_000)

test('it signs in where the server asks for it; a wrong password is trouble, and no mail fails of it', async () => {
  const far = await sink({ password: 'right&proper' })
  const wrong = sender(`smtp://guildhall:wrong@127.0.0.1:${far.port}`)
  await write('Ben')
  const trouble = () => community.db.selectFrom('sender').select('trouble').executeTakeFirst()
  await expect.poll(trouble, { timeout: 40_000 }).toMatchObject({ trouble: expect.stringContaining('Wrong password') })
  expect(await row()).toMatchObject({ state: 'waiting', tries: 0 })
  await wrong.stop()

  sender(`smtp://guildhall:right%26proper@127.0.0.1:${far.port}`)
  await expect.poll(row, { timeout: 40_000 }).toMatchObject({ state: 'sent' })
}, 120_000)

test('while the database breaks off again and again, each mail is sent once and none is forgotten', async () => {
  const far = await sink({ letter: () => new Promise((resolve) => setTimeout(resolve, 15, 'take')) })
  const people = await Promise.all(Array.from({ length: 300 }, (_, n) => community.person(`Reader${n}`)))
  await transaction(community.db, async (tx) => {
    for (const to of people)
      await queueMail(
        tx,
        { to, networkId: community.network.id, language: 'en', subject: 'News', body: h('p', {}, 'Hello') },
        community.now(),
      )
  })
  sender(far.url, { connections: 5 })
  for (let times = 0; times < 8; times++) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    // The pool may give this statement itself a connection that the one before has ended.
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
      .execute(community.db)
      .catch(() => undefined)
  }

  await expect.poll(async () => (await rows()).filter(({ state }) => state === 'sent').length, { timeout: 40_000 }).toBe(300)
  expect(new Set(far.taken.map(({ to }) => to)).size).toBe(300)
  expect(far.taken).toHaveLength(300)
}, 120_000)

test('two senders at once send each mail once', async () => {
  const far = await sink()
  const people = await Promise.all(Array.from({ length: 300 }, (_, n) => community.person(`Reader${n}`)))
  await transaction(community.db, async (tx) => {
    for (const to of people)
      await queueMail(
        tx,
        { to, networkId: community.network.id, language: 'en', subject: 'News', body: h('p', {}, 'Hello') },
        community.now(),
      )
  })
  sender(far.url)
  sender(far.url)

  await expect.poll(async () => (await rows()).filter(({ state }) => state === 'sent').length, { timeout: 40_000 }).toBe(300)
  expect(far.taken).toHaveLength(300)
  expect(new Set(far.taken.map(({ to }) => to)).size).toBe(300)
}, 120_000)

test('a sender that stops gives back what it has not sent, and another goes on', async () => {
  const far = await sink({ letter: () => new Promise((resolve) => setTimeout(resolve, 50, 'take')) })
  for (const name of ['Ada', 'Ben', 'Chidi', 'Dora', 'Eli']) await write(name)
  const first = sender(far.url, { connections: 1 })
  await expect.poll(() => far.taken.length, { timeout: 40_000 }).toBeGreaterThan(0)
  await first.stop()
  const taken = far.taken.length
  expect(taken).toBeLessThan(5)
  expect((await rows()).filter(({ state }) => state === 'sent')).toHaveLength(taken)
  expect(await community.db.selectFrom('sender').selectAll().execute()).toEqual([])

  sender(far.url)
  await expect.poll(() => far.taken.length, { timeout: 40_000 }).toBe(5)
  await expect
    .poll(async () => (await rows()).every(({ state, resentAt }) => state === 'sent' && resentAt === null), { timeout: 40_000 })
    .toBe(true)
})

test('a sender that was silent too long is taken for gone; what it had in hand is sent by another and marked', async () => {
  const far = await sink()
  await write('Ben')
  const id = (await row())?.id ?? ''
  const gone = crypto.randomUUID()
  await community.db
    .insertInto('sender')
    .values({ id: gone, seenAt: Temporal.Now.instant().subtract({ seconds: 11 }), inHand: [id] })
    .execute()
  await community.db.updateTable('mail').set({ senderId: gone }).execute()
  sender(far.url)

  await expect.poll(row, { timeout: 40_000 }).toMatchObject({ state: 'sent', resentAt: community.now() })
  expect(far.taken.map(({ messageId }) => messageId)).toEqual([`${id}@community.example.org`])
})

test('a sender that finds itself taken for gone begins anew and hands over nothing in its old name', async () => {
  const far = await sink()
  sender(far.url)
  await write('Ben')
  await expect.poll(() => far.taken.length, { timeout: 40_000 }).toBe(1)
  await community.db.deleteFrom('sender').execute()
  await write('Ada')

  await expect.poll(async () => (await rows()).map(({ state }) => state), { timeout: 40_000 }).toEqual(['sent', 'sent'])
  expect(far.taken.map(({ to }) => to)).toEqual(['ben@example.org', 'ada@example.org'])
}, 120_000)
