import { simpleParser } from 'mailparser'
import { h } from 'preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { transaction } from '#database'
import { newLog } from '#platform/http'
import { ownCommunity, startSink, testConfig, type Community, type Sink, type SinkOptions } from '#test'
import {
  bulkProgress,
  cancelBulk,
  pauseBulk,
  queueBulk,
  resumeBulk,
  sendFailedAgain,
  stopMailsTo,
  type BulkKinds,
  queueMail,
} from '#platform/mail'
import { startSender } from './sender.ts'

let community: Community
let stops: (() => Promise<unknown>)[] = []
let readers: { id: string; email: string }[]

beforeEach(async () => {
  const own = await ownCommunity()
  community = own.community
  stops = [own.close]
  readers = await Promise.all(Array.from({ length: 40 }, (_, n) => community.person(`Reader${n}`)))
})
afterEach(async () => {
  for (const stop of stops.toReversed()) await stop()
})

const kinds: BulkKinds = {
  update: {
    names: ['preferencesUrl', 'oneClickUrl', 'firstName'],
    personal: ({ personId, config }) => ({
      preferencesUrl: `${config.baseUrl}/preferences?of=${personId}&x=1`,
      oneClickUrl: `${config.baseUrl}/unsubscribe/${personId}/one-click`,
    }),
    stillReads: async (db, _contentId, ids) => {
      const rows = await db
        .selectFrom('person')
        .select(['id', 'firstName'])
        .where('id', 'in', ids)
        .where('organisation', '<>', 'left')
        .execute()
      return new Map(rows.map(({ id, firstName }) => [id, { firstName }]))
    },
  },
}

async function sink(options: SinkOptions = {}): Promise<Sink> {
  const begun = await startSink(options)
  stops.push(begun.close)
  return begun
}

function sender(smtpUrl: string | null, connections = 4) {
  const { db, now } = community
  const begun = startSender({
    db,
    now,
    kinds,
    connections,
    config: { ...testConfig, smtpUrl },
    log: newLog(testConfig),
    patience: 20_000,
    firstWait: 100,
    freshFor: 500,
  })
  stops.push(begun.stop)
}

const slowly = { letter: () => new Promise<'take'>((resolve) => setTimeout(resolve, 30, 'take')) }

const edition = () => ({
  networkId: community.network.id,
  kind: 'update',
  onceKey: 'edition 1',
  language: 'en' as const,
  subject: 'March: first champions',
  html: '<p>Dear {{firstName}},</p><a href="{{preferencesUrl}}">Preferences</a>',
  text: 'Dear {{firstName}},\n\nPreferences: {{preferencesUrl}}\n',
  headers: {
    'List-Id': 'Monthly update <update.community.example.org>',
    'List-Unsubscribe': '<{{oneClickUrl}}>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
})

const queue = (more: Partial<ReturnType<typeof edition>> = {}) =>
  transaction(community.db, (tx) =>
    queueBulk(
      tx,
      { ...edition(), ...more },
      tx.selectFrom('person').select(['id as personId', 'email as toAddress']).where('firstName', 'like', 'Reader%'),
      community.now(),
    ),
  )

const progress = (contentId: string) => bulkProgress(community.db, [contentId])

test('each reader gets the edition once, in words and with links of their own', async () => {
  const { contentId, count } = await queue()
  const far = await sink()
  sender(far.url)

  await expect.poll(() => progress(contentId), { timeout: 40_000 }).toMatchObject({ sent: 40, waiting: 0, total: 40, isDone: true })
  expect(count).toBe(40)
  expect(far.taken.map(({ to }) => to).toSorted()).toEqual(readers.map(({ email }) => email).toSorted())
  const first = readers[0]
  const parsed = await simpleParser(far.taken.find(({ to }) => to === first?.email)?.raw ?? '', { skipTextToHtml: true })
  expect(parsed).toMatchObject({
    subject: 'March: first champions',
    text: `Dear Reader0,\n\nPreferences: https://community.example.org/preferences?of=${first?.id}&x=1\n`,
  })
  expect(parsed.html).toBe(
    `<p>Dear Reader0,</p><a href="https://community.example.org/preferences?of=${first?.id}&amp;x=1">Preferences</a>`,
  )
  expect(parsed.headers.get('list')).toMatchObject({
    unsubscribe: { url: `https://community.example.org/unsubscribe/${first?.id}/one-click` },
    id: { name: 'Monthly update' },
  })
  expect(parsed.from?.text).toBe('"Prairie Network" <community@community.example.org>')
})

test('queueing the same edition twice adds only readers who do not have it', async () => {
  const once = await queue()
  await community.person('Reader99')
  const again = await queue()

  expect(again).toEqual({ contentId: once.contentId, count: 1 })
  expect(await progress(once.contentId)).toMatchObject({ waiting: 41 })
})

test('paused, nothing more leaves; resumed, it goes on where it stood', async () => {
  const { contentId } = await queue()
  const far = await sink(slowly)
  sender(far.url)
  await expect.poll(() => far.taken.length, { timeout: 40_000 }).toBeGreaterThan(4)
  await pauseBulk(community.db, [contentId], community.now())
  const atPause = far.taken.length
  await new Promise((resolve) => setTimeout(resolve, 400))

  expect(far.taken.length).toBeLessThanOrEqual(atPause + 8)
  expect(await progress(contentId)).toMatchObject({ isPaused: true, isDone: false, sent: far.taken.length })
  await transaction(community.db, (tx) => resumeBulk(tx, [contentId]))
  await expect.poll(() => progress(contentId), { timeout: 40_000 }).toMatchObject({ isPaused: false, sent: 40 })
  expect(new Set(far.taken.map(({ messageId }) => messageId)).size).toBe(40)
  expect(far.taken).toHaveLength(40)
})

test('cancelled, the rest is stopped for good, and resuming changes nothing', async () => {
  const { contentId } = await queue()
  const far = await sink(slowly)
  sender(far.url)
  await expect.poll(() => far.taken.length, { timeout: 40_000 }).toBeGreaterThan(4)
  const stopped = await cancelBulk(community.db, [contentId], community.now())
  await transaction(community.db, (tx) => resumeBulk(tx, [contentId]))
  await new Promise((resolve) => setTimeout(resolve, 1500))

  expect(await progress(contentId)).toMatchObject({ isCancelled: true, isDone: true, waiting: 0 })
  expect(far.taken.length + (await progress(contentId)).stopped).toBe(40)
  expect(stopped).toBeGreaterThan(20)
})

test('whoever unsubscribes while it runs gets nothing more; a mail of their own still comes', async () => {
  const { contentId } = await queue()
  const last = readers[39]
  if (!last) throw new Error('There are readers.')
  await transaction(community.db, async (tx) => {
    await stopMailsTo(tx, last.id)
    await queueMail(
      tx,
      { to: last, networkId: community.network.id, language: 'en', subject: 'You have left the list', body: h('p', {}, 'Bye') },
      community.now(),
    )
  })
  const far = await sink()
  sender(far.url)

  await expect.poll(() => progress(contentId), { timeout: 40_000 }).toMatchObject({ sent: 39, stopped: 1 })
  const letters = far.taken.filter(({ to }) => to === last.email).map(({ raw }) => /^Subject: (.*)\r$/m.exec(raw)?.[1])
  expect(letters).toEqual(['You have left the list'])
})

test('whom the room does not count among its readers any more, when the mail is about to leave, gets nothing', async () => {
  const { contentId } = await queue()
  await community.db
    .updateTable('person')
    .set({ organisation: 'left' })
    .where('id', '=', readers[3]?.id ?? '')
    .execute()
  const far = await sink()
  sender(far.url)

  await expect.poll(() => progress(contentId), { timeout: 40_000 }).toMatchObject({ sent: 39, stopped: 1, isDone: true })
  expect(far.taken.map(({ to }) => to)).not.toContain(readers[3]?.email)
})

test('whoever leaves while the mail server is away gets nothing when it is back', async () => {
  const { contentId } = await queue()
  const far = await sink()
  await far.close()
  sender(far.url)
  const claimed = () => community.db.selectFrom('mail').select('id').where('senderId', 'is not', null).execute()
  await expect.poll(async () => (await claimed()).length, { timeout: 40_000 }).toBe(40)
  await community.db
    .updateTable('person')
    .set({ organisation: 'left' })
    .where('id', '=', readers[3]?.id ?? '')
    .execute()
  await new Promise((resolve) => setTimeout(resolve, 600))
  const back = await sink({ port: far.port })

  await expect.poll(() => progress(contentId), { timeout: 40_000 }).toMatchObject({ sent: 39, stopped: 1 })
  expect(back.taken.map(({ to }) => to)).not.toContain(readers[3]?.email)
})

test('an edition of a kind that this sender does not know waits', async () => {
  const { contentId } = await queue({ kind: 'another' })
  sender(null)
  await new Promise((resolve) => setTimeout(resolve, 1300))

  expect(await progress(contentId)).toMatchObject({ waiting: 40 })
})

test('a mail of its own does not stand in line behind an edition', async () => {
  await queue()
  const far = await sink(slowly)
  sender(far.url, 1)
  await expect.poll(() => far.taken.length, { timeout: 40_000 }).toBeGreaterThan(2)
  const ben = await community.person('Ben')
  await transaction(community.db, (tx) =>
    queueMail(
      tx,
      { to: ben, networkId: community.network.id, language: 'en', subject: 'Your code', body: h('p', {}, '123456') },
      community.now(),
    ),
  )
  const before = far.taken.length

  await expect.poll(() => far.taken.findIndex(({ to }) => to === 'ben@example.org'), { timeout: 40_000 }).toBeGreaterThanOrEqual(0)
  expect(far.taken.findIndex(({ to }) => to === 'ben@example.org')).toBeLessThan(before + 6)
})

test('without a mail server an edition is kept in the outbox', async () => {
  const { contentId } = await queue()
  sender(null)

  await expect.poll(() => progress(contentId), { timeout: 40_000 }).toMatchObject({ sent: 40 })
})

test('what failed of an edition can be sent again in one go', async () => {
  let works = false
  const { contentId } = await queue()
  const far = await sink({ letter: () => (works ? 'take' : { code: 554, answer: '5.7.1 Too much for today' }) })
  sender(far.url)
  await expect.poll(() => progress(contentId), { timeout: 40_000 }).toMatchObject({ failed: 40, isDone: true })
  works = true
  await transaction(community.db, (tx) => sendFailedAgain(tx, [contentId], community.now()))

  await expect.poll(() => progress(contentId), { timeout: 40_000 }).toMatchObject({ sent: 40 })
})

test('leaving, cancelling and two senders at one moment agree on who got it', async () => {
  const { contentId } = await queue()
  const far = await sink()
  sender(far.url)
  sender(far.url)
  const stopping = readers.slice(0, 20).map(({ id }) => transaction(community.db, (tx) => stopMailsTo(tx, id)))
  const stopped = (await Promise.all([...stopping, cancelBulk(community.db, [contentId], community.now())])).reduce(
    (sum, one) => sum + one,
    0,
  )

  await expect.poll(() => progress(contentId), { timeout: 40_000 }).toMatchObject({ isDone: true, stopped })
  expect(far.taken).toHaveLength(40 - stopped)
})
