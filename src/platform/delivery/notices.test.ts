import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addressOf, transaction } from '#database'
import { newLog } from '#platform/http'
import { queueBulk, type BulkKinds } from '#platform/mail'
import { ownCommunity, startSink, testConfig, type Community, type Sink, type TestPerson } from '#test'
import { listenToNotices } from './notices.ts'
import { startSender } from './sender.ts'

let community: Community
let address: ReturnType<typeof addressOf>
let stops: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  const own = await ownCommunity()
  community = own.community
  address = addressOf(own.url)
  stops = [own.close]
})
afterEach(async () => {
  for (const stop of stops.toReversed()) await stop()
})

const kinds: BulkKinds = {
  update: {
    names: [],
    personal: () => ({}),
    stillReads: async (db, _contentId, ids) => {
      const readers = await db.selectFrom('reader').select('personId').where('personId', 'in', ids).execute()
      return new Map(readers.map(({ personId }) => [personId, {}]))
    },
  },
}

/** A server that takes the first letter and answers no sooner than it is told to; what follows waits in the sender's hands. */
async function heldUp() {
  let letGo: () => void = () => undefined
  const held = new Promise<'take'>((resolve) => (letGo = () => resolve('take')))
  let asked = 0
  const far: Sink = await startSink({ letter: () => (asked++, held) })
  stops.push(far.close)
  stops.push(() => Promise.resolve(letGo()))
  const sender = startSender({
    db: community.db,
    now: community.now,
    kinds,
    connections: 1,
    config: { ...testConfig, smtpUrl: far.url },
    log: newLog(testConfig),
    listenOn: address,
    freshFor: 3_600_000,
  })
  stops.push(sender.stop)
  return { far, letGo: () => letGo(), asked: () => asked }
}

async function send(people: TestPerson[]) {
  const content = {
    networkId: community.network.id,
    kind: 'update',
    onceKey: 'one',
    language: 'en' as const,
    subject: 'News',
    html: '',
    text: '',
  }
  await transaction(community.db, (tx) =>
    queueBulk(tx, content, tx.selectFrom('person').select(['id as personId', 'email as toAddress']), community.now()),
  )
  return people
}

const stateOf = async (person: TestPerson) =>
  (await community.db.selectFrom('mail').select('state').where('personId', '=', person.id).executeTakeFirst())?.state

test.each(['leaves the list', 'has an address that bounces'])(
  'who %s gets nothing more, though a sender holds the letter ready',
  async (what) => {
    const people = await Promise.all(
      ['Ben', 'Chidi', 'Lucía'].map((name) => community.person(name, { email: `${name[0]}@example.org`.toLowerCase() })),
    )
    for (const person of people) await community.reader(person)
    await send(people)
    const { far, letGo, asked } = await heldUp()
    await expect.poll(asked, { timeout: 10_000 }).toBe(1)
    const claimed = () => community.db.selectFrom('mail').select('id').where('senderId', 'is not', null).execute()
    await expect.poll(async () => (await claimed()).length, { timeout: 10_000 }).toBe(3)
    const inHand = (await community.db.selectFrom('sender').select('inHand').executeTakeFirstOrThrow()).inHand
    const left = (await community.db.selectFrom('mail').select('personId').where('id', 'not in', inHand).orderBy('id').execute())[0]
      ?.personId
    const leaver = people.find(({ id }) => id === left)
    if (!leaver) throw new Error('Nobody waits.')

    if (what === 'leaves the list')
      await community.db.updateTable('subscription').set({ leftAt: community.now() }).where('personId', '=', leaver.id).execute()
    else
      await community.db
        .insertInto('suppression')
        .values({
          id: crypto.randomUUID(),
          networkId: community.network.id,
          address: leaver.email,
          addressHash: Buffer.from('any'),
          reason: 'bounced',
          since: community.now(),
          detail: '',
          endedAt: null,
        })
        .execute()

    await expect.poll(() => stateOf(leaver), { timeout: 20_000 }).toBe('stopped')
    letGo()
    await expect.poll(() => far.taken.length, { timeout: 10_000 }).toBe(2)
    expect(far.taken.map(({ to }) => to)).not.toContain(leaver.email)
  },
)

test('an edition that another process queues is heard of once it is kept', async () => {
  await community.reader(await community.person('Ben'))
  let heard = 0
  const { stop } = listenToNotices(address, { reader_left: () => undefined, mail_waits: () => heard++ })
  stops.push(stop)
  const isListening = async () =>
    (await sql`select from pg_stat_activity where query like '%listen mail_waits%' and pid <> pg_backend_pid()`.execute(community.db)).rows
      .length
  await expect.poll(isListening, { timeout: 10_000 }).toBe(1)

  await send([])
  await expect.poll(() => heard, { timeout: 10_000 }).toBe(1)
})
