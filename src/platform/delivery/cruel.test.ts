import { h } from 'preact'
import { afterAll, expect, test, type TestContext } from 'vitest'
import { transaction } from '#database'
import { newLog } from '#platform/http'
import { queueMail } from '#platform/mail'
import { ownCommunity, phases, startCruelServer, testConfig, type Cruelty, type CruelOptions, type Phase, type TestPerson } from '#test'
import { findTrouble } from './sender.data.ts'
import { startSender } from './sender.ts'

/** What a story among others at the same time has of its own. */
type Story = Pick<TestContext, 'expect' | 'onTestFinished'>

type Home = Awaited<ReturnType<typeof ownCommunity>> & { people: TestPerson[] }
const homes: Home[] = []
const free: Home[] = []

/** A community with three people, in a database of its own. To make one takes longer than most stories, so the next story moves in. */
async function newHome(): Promise<Home> {
  const own = await ownCommunity()
  const people: TestPerson[] = []
  for (const name of ['Ada', 'Ben', 'Chidi']) people.push(await own.community.person(name))
  const home = { ...own, people }
  homes.push(home)
  return home
}
async function leave(home: Home) {
  for (const table of ['mail', 'sender'] as const) await home.community.db.deleteFrom(table).execute()
  free.push(home)
}
afterAll(() => Promise.all(homes.map(({ close }) => close())))

/** Three mails wait; a sender meets the server. Its waits are cut to nothing, and the story's clock does the rest. */
async function meet({ expect, onTestFinished }: Story, options: CruelOptions, { login = '', patience = 5000 } = {}) {
  const home = free.pop() ?? (await newHome())
  const { community, people } = home
  const { db, now } = community
  const far = await startCruelServer(options)
  for (const to of people) {
    const mail = { to, networkId: community.network.id, language: 'en' as const, subject: 'News', body: h('p', {}, 'Hello') }
    await transaction(db, (tx) => queueMail(tx, mail, now()))
  }
  const config = { ...testConfig, smtpUrl: far.url.replace('://', `://${login}`) }
  const waits = { patience, firstWait: 5, firstGap: 1 }
  const { stop, wake } = startSender({ db, now, config, log: newLog(testConfig), connections: 2, ...waits })
  onTestFinished(async () => {
    await stop()
    await far.close()
    await leave(home)
  })
  const rows = () => db.selectFrom('mail').selectAll().orderBy('id').execute()
  const states = async () => (await rows()).map(({ state }) => state)

  /** Moves the clock on until nothing waits. */
  async function untilSettled() {
    await expect
      .poll(async () => (community.wait({ minutes: 30 }), wake(), await states()), { timeout: 50_000, interval: 50 })
      .not.toContain('waiting')
  }
  return { far, rows, states, untilSettled, trouble: () => findTrouble(db) }
}

const idsIn = (taken: string[]) => taken.map((letter) => /^message-id: <([^@]+)@/im.exec(letter)?.[1] ?? '')

const needs = (phase: Phase): Pick<CruelOptions, 'offers'> =>
  phase === 'STARTTLS' ? { offers: ['STARTTLS'] } : phase === 'AUTH' ? { offers: ['AUTH'] } : {}
const loginFor = (phase: Phase) => (phase === 'AUTH' ? { login: 'ada:secret@' } : {})

/** Twice cruel, then kind: the first times that a phase comes. */
function twice(at: Phase, cruelty: Cruelty): CruelOptions {
  let times = 0
  return { ...needs(at), cruelty: (phase) => (phase === at && times++ < 2 ? cruelty : null) }
}

const early: Phase[] = ['banner', 'EHLO', 'AUTH', 'MAIL', 'RCPT', 'DATA']
const cruelties: [string, Cruelty][] = [
  ['says 451', { says: '451 4.3.0 Not now' }],
  ['says 421', { says: '421 4.3.2 Leaving' }],
  ['breaks off', 'breaks off'],
  ['says garbage of 8 bits', { says: '\xff\xfe\x80\x81 \xe9' }],
  ['says a number that is none', { says: '999 What' }],
]

test.concurrent.for(early.flatMap((phase) => cruelties.map(([words, cruelty]) => [phase, words, cruelty] as const)))(
  'a server that in the phase %s twice %s gets each mail once in the end, and none is in doubt',
  async ([phase, , cruelty], story) => {
    const { expect } = story
    const { far, rows, states, untilSettled } = await meet(story, twice(phase, cruelty), loginFor(phase))
    await untilSettled()

    expect(await states()).toEqual(['sent', 'sent', 'sent'])
    expect(idsIn(far.taken).toSorted()).toEqual((await rows()).map(({ id }) => id).toSorted())
    expect((await rows()).filter(({ resentAt }) => resentAt)).toEqual([])
  },
)

test.concurrent.for(cruelties)(
  'a server that at the end of the letter twice %s gets each mail once more at most, under its name, and marked',
  async ([, cruelty], story) => {
    const { expect } = story
    const { far, rows, states, untilSettled } = await meet(story, twice('end of data', cruelty))
    await untilSettled()

    expect(await states()).toEqual(['sent', 'sent', 'sent'])
    expect(idsIn(far.taken).toSorted()).toEqual((await rows()).map(({ id }) => id).toSorted())
    const isSpoken = typeof cruelty === 'object' && cruelty.says.startsWith('4')
    expect((await rows()).filter(({ resentAt }) => resentAt).length).toBe(isSpoken ? 0 : 2)
  },
)

test.concurrent.for<Phase>(['banner', 'MAIL', 'DATA', 'end of data'])(
  'a server that in the phase %s twice trickles for ever comes to an end, and each mail is sent',
  async (phase, story) => {
    const { expect } = story
    const { far, rows, states, untilSettled } = await meet(story, twice(phase, 'trickles'), { patience: 200 })
    await untilSettled()

    expect(await states()).toEqual(['sent', 'sent', 'sent'])
    expect([...new Set(idsIn(far.taken))].toSorted()).toEqual((await rows()).map(({ id }) => id).toSorted())
  },
)

test.concurrent.for<[Phase, string]>([
  ['MAIL', '550 5.7.1 You may not send'],
  ['RCPT', '550 5.1.1 No such mailbox'],
  ['DATA', '554 5.7.1 No'],
  ['end of data', '552 5.3.4 Too large'],
])('a no for good in the phase %s is the end, with the server’s words', async ([at, says], story) => {
  const { expect } = story
  const { far, rows, untilSettled } = await meet(story, { cruelty: (phase) => (phase === at ? { says } : null) })
  await untilSettled()

  expect((await rows()).map(({ state, lastAnswer }) => [state, lastAnswer])).toEqual(Array.from({ length: 3 }, () => ['failed', says]))
  expect(far.taken).toEqual([])
})

test.concurrent.for<[Phase, Cruelty, string]>([
  ['banner', { says: '554 5.7.1 Go away' }, 'Go away'],
  ['banner', { says: 'HTTP/1.1 400 Bad Request' }, 'HTTP/1.1 400'],
  ['EHLO', { says: '550 5.7.1 Not you' }, 'Not you'],
  ['STARTTLS', { says: '220 Go ahead\r\nnot TLS at all' }, ''],
  ['STARTTLS', 'breaks off', ''],
  ['AUTH', { says: '535 5.7.8 Wrong password' }, 'Wrong password'],
  ['MAIL', { says: '530 5.7.0 Sign in first' }, 'Sign in first'],
])(
  'a server that does not let us in (%s: %j) is trouble that the owner reads; no mail fails of it',
  async ([at, cruelty, words], story) => {
    const { expect } = story
    const { rows, trouble } = await meet(
      story,
      { ...needs(at), cruelty: (phase) => (phase === at ? cruelty : null) },
      { ...loginFor(at), ...(at === 'STARTTLS' ? { patience: 500 } : {}) },
    )

    await expect.poll(async () => (await trouble()) ?? 'none', { timeout: 40_000 }).not.toBe('none')
    expect(await trouble()).toContain(words)
    expect((await rows()).map(({ state, tries }) => [state, tries])).toEqual(Array.from({ length: 3 }, () => ['waiting', 0]))
  },
)

test.concurrent.for<[string, Partial<Record<Phase, string>>]>([
  ['banners of many lines', { banner: '220-cruel.example\r\n220-\r\n220 be welcome' }],
  ['answers of many lines', { MAIL: '250-one\r\n250-two\r\n250 three', 'end of data': '250-taken\r\n250 indeed' }],
  ['answers without words', { MAIL: '250', RCPT: '250', 'end of data': '250' }],
  ['a 251 that forwards', { RCPT: '251 User not local; will forward' }],
  ['8 bits among its words', { banner: '220 caf\xe9', 'end of data': '250 d\xe9j\xe0 re\xe7u' }],
])('oddities that are allowed do no harm: %s', async ([, odd], story) => {
  const { expect } = story
  const { states, untilSettled } = await meet(story, {
    offers: ['PIPELINING'],
    cruelty: (phase) => {
      const says = odd[phase]
      return says === undefined || phase === 'DATA' ? null : { says }
    },
  })
  await untilSettled()

  expect(await states()).toEqual(['sent', 'sent', 'sent'])
})

test('every phase of a conversation has its cruelty above', () => {
  expect(new Set([...early, 'STARTTLS', 'end of data'])).toEqual(new Set(phases))
})
