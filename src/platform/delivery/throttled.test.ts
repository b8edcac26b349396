import { afterEach, beforeEach, expect, test } from 'vitest'
import { transaction } from '#database'
import { newLog } from '#platform/http'
import { queueBulk } from '#platform/mail'
import { ownCommunity, startSink, testConfig, type Community, type Sink, type SinkOptions } from '#test'
import { startSender, type SenderOptions } from './sender.ts'

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

async function sink(options: SinkOptions): Promise<Sink> {
  const begun = await startSink(options)
  stops.push(begun.close)
  return begun
}

function sender(smtpUrl: string, more: Partial<SenderOptions> = {}) {
  const { db, now } = community
  const kinds = { update: { names: [], personal: () => ({}) } }
  const waits = { patience: 20_000, firstWait: 50, firstGap: 5, freshFor: 2000 }
  const begun = startSender({
    db,
    now,
    kinds,
    config: { ...testConfig, smtpUrl },
    log: newLog(testConfig),
    connections: 4,
    ...waits,
    ...more,
  })
  stops.push(begun.stop)
  return begun
}

/** An edition to so many readers of each domain, those of the first domain before those of the second. */
async function edition(counts: Record<string, number>) {
  for (const [domain, count] of Object.entries(counts))
    for (let n = 0; n < count; n++) await community.person(`${domain[0]}${n}`, { email: `${n}@${domain}` })
  const content = {
    networkId: community.network.id,
    kind: 'update',
    onceKey: 'one',
    language: 'en' as const,
    subject: 'March',
    html: '<p>Hi</p>',
    text: 'Hi',
  }
  await transaction(community.db, (tx) =>
    queueBulk(tx, content, tx.selectFrom('person').select(['id as personId', 'email as toAddress']).orderBy('id'), community.now()),
  )
}

const sent = async () =>
  (await community.db.selectFrom('mail').select('id').where('state', '=', 'sent').where('contentId', 'is not', null).execute()).length

test('a domain that is slow holds up nobody else, and gets its letters in the end', async () => {
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  const far = await sink({ letter: ({ to }) => (to.endsWith('@slow.example') ? released.then(() => 'take' as const) : 'take') })
  await edition({ 'slow.example': 60, 'quick.example': 60 })
  sender(far.url)

  await expect.poll(() => far.taken.filter(({ to }) => to.endsWith('@quick.example')).length, { timeout: 40_000 }).toBe(60)
  expect(far.taken.filter(({ to }) => to.endsWith('@slow.example'))).toEqual([])
  release()
  await expect.poll(sent, { timeout: 40_000 }).toBe(120)
  expect(new Set(far.taken.map(({ to }) => to)).size).toBe(120)
  expect(far.taken).toHaveLength(120)
})

test('a server that says there are too many connections gets fewer, and all letters once', async () => {
  const far = await sink({ most: 2 })
  await edition({ 'example.org': 80 })
  sender(far.url, { connections: 8, limits: { '*': { connections: 8 } } })

  await expect.poll(sent, { timeout: 40_000 }).toBe(80)
  expect(far.taken).toHaveLength(80)
  expect(far.turnedAway()).toBeGreaterThan(0)
  expect(far.turnedAway()).toBeLessThan(40)
})

test('a server that says "slow down" is asked later, more slowly, and nobody is left out', async () => {
  let answers = 0
  const far = await sink({ sender: () => (++answers <= 6 ? { code: 451, answer: '4.7.0 Rate limited, slow down' } : 'take') })
  await edition({ 'example.org': 40 })
  const { wake } = sender(far.url)

  await expect.poll(async () => (community.wait({ minutes: 20 }), wake(), await sent()), { timeout: 40_000, interval: 200 }).toBe(40)
  expect(far.taken).toHaveLength(40)
})

test('a server that ends each conversation after three letters gets them three at a time, none twice', async () => {
  const far = await sink({ endsAfter: 3 })
  await edition({ 'example.org': 30 })
  sender(far.url)

  await expect.poll(sent, { timeout: 40_000 }).toBe(30)
  expect(far.taken).toHaveLength(30)
  expect(await community.db.selectFrom('mail').select('id').where('resentAt', 'is not', null).execute()).toEqual([])
})
