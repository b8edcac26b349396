import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { h } from 'preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { transaction } from '#database'
import { newLog } from '#platform/http'
import { queueMail } from '#platform/mail'
import { ownCommunity, startSink, testConfig, type Community } from '#test'
import { findHold, keepQuiet, releaseMail } from './hold.ts'
import { findPlace, markMachine, type Place } from './place.ts'
import { startSender } from './sender.ts'

let community: Community
let stops: (() => Promise<unknown>)[] = []
let home: Place
let copy: Place

beforeEach(async () => {
  const own = await ownCommunity()
  community = own.community
  stops = [own.close]
  home = { baseUrl: 'https://community.example.org', database: '1/1', machine: 'one' }
  copy = { ...home, baseUrl: 'http://localhost:3000' }
})
afterEach(async () => {
  for (const stop of stops.toReversed()) await stop()
})

async function sink() {
  const begun = await startSink()
  stops.push(begun.close)
  return begun
}

/** A program that sends, from a place; gives how to stop it. */
function runAt(place: Place, smtpUrl: string | null) {
  const { db, now } = community
  const sender = startSender({
    db,
    now,
    place,
    config: { ...testConfig, smtpUrl },
    log: newLog(testConfig),
    takeOver: false,
    firstWait: 50,
  })
  stops.push(sender.stop)
  return sender.stop
}

async function write(name: string) {
  const to = await community.person(name)
  await transaction(community.db, (tx) =>
    queueMail(tx, { to, networkId: community.network.id, language: 'en', subject: 'News', body: h('p', {}, 'Hello') }, community.now()),
  )
}

const states = async () => (await community.db.selectFrom('mail').select('state').orderBy('id').execute()).map(({ state }) => state)
const holdAt = (place: Place) => findHold(community.db, () => Promise.resolve(place))
/** Long enough for a sender to have claimed twice what it may. */
const looksTwice = async (place: Place) => {
  const seen = () => community.db.selectFrom('sender').select(['place', 'seenAt']).where('place', 'is not', null).execute()
  const first = (await seen()).find((one) => one.place?.baseUrl === place.baseUrl)?.seenAt
  const isLater = async () => (await seen()).some((one) => one.place?.baseUrl === place.baseUrl && (!first || !one.seenAt.equals(first)))
  await expect.poll(isLater, { timeout: 20_000 }).toBe(true)
}

test('a first start and a restart at the same place are not bothered', async () => {
  const far = await sink()
  const stop = runAt(home, far.url)
  await write('Ben')
  await expect.poll(states, { timeout: 10_000 }).toEqual(['sent'])
  await stop()

  runAt({ ...home }, far.url)
  await write('Chidi')
  await expect.poll(states, { timeout: 10_000 }).toEqual(['sent', 'sent'])
  expect(await holdAt(home)).toBeNull()
})

test('trying it out without a mail server settles nothing: the real address may come later', async () => {
  const stop = runAt(copy, null)
  await write('Ben')
  await expect.poll(states, { timeout: 10_000 }).toEqual(['sent'])
  await stop()

  const far = await sink()
  runAt(home, far.url)
  await write('Chidi')
  await expect.poll(() => far.taken.length, { timeout: 10_000 }).toBe(1)
})

test('a copy sends nothing, with a mail server or without, and loses nothing, until it is released', async () => {
  const far = await sink()
  const stop = runAt(home, far.url)
  await write('Ben')
  await expect.poll(states, { timeout: 10_000 }).toEqual(['sent'])
  await stop()

  const stopWithout = runAt(copy, null)
  await write('Chidi')
  await looksTwice(copy)
  expect(await states()).toEqual(['sent', 'waiting'])
  await stopWithout()
  runAt(copy, far.url)
  await looksTwice(copy)
  expect(await states()).toEqual(['sent', 'waiting'])
  expect(await holdAt(copy)).toMatchObject({ reason: 'elsewhere', differs: ['baseUrl'], waiting: 1, isHomeAlive: false })

  await releaseMail(community.db, { place: copy, by: null, waiting: 'send' }, community.now())
  await expect.poll(states, { timeout: 10_000 }).toEqual(['sent', 'sent'])
  expect(far.taken.map(({ to }) => to)).toEqual(['ben@example.org', 'chidi@example.org'])
  expect(await holdAt(copy)).toBeNull()
  expect(await holdAt(home)).toMatchObject({ reason: 'elsewhere' })
})

test('what a backup held may stay behind, and what is written from then on leaves', async () => {
  await releaseMail(community.db, { place: home, by: null, waiting: 'send' }, community.now())
  await write('Ben')
  await releaseMail(community.db, { place: copy, by: null, waiting: 'stop' }, community.now())
  expect(await states()).toEqual(['stopped'])

  const far = await sink()
  runAt(copy, far.url)
  await write('Chidi')
  await expect.poll(states, { timeout: 10_000 }).toEqual(['stopped', 'sent'])
  expect(far.taken.map(({ to }) => to)).toEqual(['chidi@example.org'])
})

test('a copy that is kept quiet for good stops what waits and what is written later', async () => {
  await releaseMail(community.db, { place: home, by: null, waiting: 'send' }, community.now())
  await write('Ben')
  const far = await sink()
  runAt(copy, far.url)
  expect(await keepQuiet(community.db, copy, null, community.now())).toBe('quiet')
  await write('Chidi')
  await expect.poll(states, { timeout: 10_000 }).toEqual(['stopped', 'stopped'])
  expect(far.taken).toEqual([])
  expect(await holdAt(copy)).toMatchObject({ reason: 'quiet', differs: [] })
})

test('nobody silences the community by starting a copy on its own database', async () => {
  const far = await sink()
  runAt(home, far.url)
  await write('Ben')
  await expect.poll(states, { timeout: 10_000 }).toEqual(['sent'])

  expect(await holdAt(copy)).toMatchObject({ isHomeAlive: true })
  expect(await keepQuiet(community.db, copy, null, community.now())).toBe('home-is-alive')
  await write('Chidi')
  await expect.poll(states, { timeout: 10_000 }).toEqual(['sent', 'sent'])
})

test('a copied data folder is told from the first, and a database elsewhere by its address', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-place-'))
  stops.push(() => Promise.resolve(rmSync(folder, { recursive: true })))
  const [first, second] = [join(folder, 'first'), join(folder, 'second')]
  markMachine(first)
  markMachine(first)
  cpSync(first, second, { recursive: true, preserveTimestamps: true })
  const of = async (dataDir: string, databaseUrl: string | null = null) =>
    findPlace(community.db, { baseUrl: home.baseUrl, dataDir, databaseUrl })

  expect(await of(first)).toEqual(await of(first))
  expect((await of(first)).machine).not.toBe((await of(second)).machine)
  expect((await of(first)).database).toMatch(/^\d+\/\d+$/)
  expect((await of(second, 'postgres://app:secret@db.example.org/guildhall')).machine).toBe('db.example.org:5432/guildhall')
})
