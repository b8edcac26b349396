import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startSender } from '#platform/delivery'
import { newLog } from '#platform/http'
import { blocksIn, compose, fieldsIn, ownCommunity, startSink, testConfig, type Browser, type Community, type Sink } from '#test'
import { noteBounce, noteEditionComplaint } from './alert.actions.ts'
import { boundsOf, breachOf } from './alert.rules.ts'
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

/** An update to so many readers that says Tuesday, and should say Thursday. */
async function sending(readers: number) {
  const people = await Promise.all(Array.from({ length: readers }, (_, at) => community.person(`Reader${at}`)))
  for (const person of people) await community.reader(person)
  await ada.post('/updates', { subject: 'Call on Tuesday', language: 'en' })
  const [first = ''] = blocksIn(await ada.get('/updates/call-on-tuesday/edit'))
  await compose(ada, 'call-on-tuesday', { [`${first}-text`]: 'We meet on Tuesday, {{firstName}}.' })
  await ada.post('/updates/call-on-tuesday/sending')
  await community.work()
  return people
}

const page = '/updates/call-on-tuesday'

/** Takes letters until the first so many are in; the next waits until it is told to go on. */
async function takesOnly(count: number, treat: (to: string) => 'take' | { code: number; answer: string } = () => 'take') {
  let goOn: () => void = () => undefined
  const later = new Promise<void>((resolve) => (goOn = resolve))
  let asked = 0
  const far: Sink = await startSink({
    recipient: treat,
    letter: async () => {
      if (++asked > count) await later
      return 'take' as const
    },
  })
  stops.push(far.close)
  const { db, now } = community
  const config = { ...testConfig, smtpUrl: far.url }
  const sender = startSender({
    db,
    now,
    config,
    kinds: { edition: editionKind },
    onRefused: [noteBounce],
    log: newLog(testConfig),
    connections: 1,
    patience: 20_000,
  })
  stops.push(sender.stop)
  stops.push(() => Promise.resolve(goOn()))
  return { far, goOn: () => goOn(), asked: () => asked }
}

const mend = async (changes: Record<string, string>) =>
  ada.post(`${page}/mending`, { ...fieldsIn(await ada.get(`${page}/mending`)), ...changes })

const bodyBlock = async () => Object.keys(fieldsIn(await ada.get(`${page}/mending`))).find((name) => name.endsWith('-text')) ?? ''

test('stopped and mended half-way: the rest get it mended, each once, and the web copy says what was corrected', async () => {
  const people = await sending(12)
  const { far, goOn, asked } = await takesOnly(3)
  await expect.poll(asked, { timeout: 20_000 }).toBe(4)

  expect(await ada.post(`${page}/sending/stop`)).toContain('It stands still.')
  expect(await ada.get(`${page}/sending`)).toContain('It was stopped to fix a mistake.')
  goOn()
  await expect.poll(() => far.taken.length, { timeout: 20_000 }).toBe(4)
  await expect
    .poll(async () => (await ada.get(`${page}/mending`)).includes('Send the mended update to the 8 who wait'), { timeout: 20_000 })
    .toBe(true)

  const words = await bodyBlock()
  const after = await mend({
    note: 'The call is on Thursday.',
    'en-subject': 'Call on Thursday',
    [words]: 'We meet on Thursday, {{firstName}}.',
  })
  expect(after).not.toContain('It was stopped')
  await expect.poll(() => far.taken.length, { timeout: 30_000 }).toBe(12)

  const letters = await Promise.all(far.taken.map(async ({ raw }) => simpleParser(raw)))
  expect(letters.map(({ subject }) => subject)).toEqual([
    ...Array<string>(4).fill('Call on Tuesday'),
    ...Array<string>(8).fill('Call on Thursday'),
  ])
  expect(letters.slice(4).every(({ text }) => text?.includes('We meet on Thursday, Reader'))).toBe(true)
  expect(new Set(far.taken.map(({ to }) => to)).size).toBe(people.length)
  const onTheWeb = await community.stranger().get(page)
  for (const said of ['We meet on Thursday', 'The call is on Thursday.', 'Call on Thursday']) expect(onTheWeb).toContain(said)
  await expect.poll(async () => (await ada.get(`${page}/sending`)).includes('12 of 12'), { timeout: 20_000 }).toBe(true)
})

test('what comes back to be tried again after the mending is tried with the mended words', async () => {
  await sending(2)
  const [first] = await community.db.selectFrom('mail').selectAll().where('contentId', 'is not', null).orderBy('id').execute()
  const senderId = crypto.randomUUID()
  await community.db
    .insertInto('sender')
    .values({ id: senderId, seenAt: Temporal.Now.instant(), inHand: [first?.id ?? ''] })
    .execute()
  await ada.post(`${page}/sending/stop`)
  await mend({ note: 'Thursday.', 'en-subject': 'Call on Thursday' })
  const subjects = async () =>
    (
      await community.db
        .selectFrom('mail')
        .innerJoin('mailContent', 'mailContent.id', 'mail.contentId')
        .select('mailContent.subject')
        .orderBy('mail.id')
        .execute()
    ).map(({ subject }) => subject)
  expect(await subjects()).toEqual(['Call on Tuesday', 'Call on Thursday'])

  await community.db.deleteFrom('sender').where('id', '=', senderId).execute()
  community.wait({ minutes: 1 })
  await community.work()
  expect(await subjects()).toEqual(['Call on Thursday', 'Call on Thursday'])
  expect(await ada.get(`${page}/sending`)).not.toContain('It is paused.')
})

test('those who had it before get a short word only when Ada writes one, and once', async () => {
  const [had] = await sending(3)
  await community.db
    .updateTable('mail')
    .set({ state: 'sent', sentAt: community.now() })
    .where('personId', '=', had?.id ?? '')
    .where('contentId', 'is not', null)
    .execute()
  await ada.post(`${page}/sending/stop`)
  expect(await mend({ note: 'Thursday.' })).toContain('Write to those who had it before it was mended')
  const mails = () =>
    community.db
      .selectFrom('mail')
      .select(['personId', 'contentId'])
      .where('personId', '=', had?.id ?? '')
      .execute()
  expect(await mails()).toHaveLength(1)

  expect(await ada.get(`${page}/correction-note`)).toContain('Send these words to 1 reader')
  expect(await ada.post(`${page}/correction-note`, { words: '' })).toContain('Fill this in.')
  expect(await ada.post(`${page}/correction-note`, { words: 'It is on *Thursday*.' })).toContain('They have been written to.')
  await ada.post(`${page}/correction-note`, { words: 'It is on *Thursday*.' })
  expect(await mails()).toHaveLength(2)
  const note = await community.db
    .selectFrom('mailContent')
    .selectAll()
    .where('subject', 'like', 'Correction%')
    .where('language', '=', 'en')
    .execute()
  expect(note.map(({ subject, text }) => [subject, text.includes('Thursday')])).toEqual([['Correction: Call on Tuesday', true]])
})

test('stopped and found right, it is resumed as it was', async () => {
  await sending(2)
  await ada.post(`${page}/sending/stop`)
  expect(await ada.post(`${page}/sending/resumption`)).not.toContain('It was stopped')
  expect(await mend({ note: 'Too late.' })).toContain('Sending')
  expect(await community.db.selectFrom('editionCorrection').select('note').execute()).toEqual([])
})

test('a note that says nothing is asked for again with what was typed', async () => {
  await sending(1)
  await ada.post(`${page}/sending/stop`)
  const again = await ada.request('POST', `${page}/mending`, { fields: { note: ' ', 'en-subject': 'Call on <b>Thursday</b>' } })
  expect(again.status).toBe(422)
  expect(again.html).toContain('Call on &lt;b>Thursday&lt;/b>')
})

test('members and strangers stop and mend nothing', async () => {
  await sending(1)
  for (const browser of [
    community.stranger(),
    community.as(await community.person('Ben')),
    community.as(await community.person('Chidi')),
  ]) {
    for (const path of ['/sending/stop', '/mending', '/correction-note'])
      expect((await browser.request('POST', page + path, { fields: { note: 'x', words: 'x' } })).status).toBe(404)
    for (const path of ['/mending', '/correction-note']) expect((await browser.request('GET', page + path)).status).toBe(404)
  }
  expect(await community.db.selectFrom('editionStop').select('id').execute()).toEqual([])
})

test.each([
  [{ given: 99, bounces: 99, complaints: 0 }, null],
  [{ given: 100, bounces: 5, complaints: 0 }, null],
  [{ given: 100, bounces: 6, complaints: 0 }, 'bounces'],
  [{ given: 299, bounces: 0, complaints: 9 }, null],
  [{ given: 1000, bounces: 0, complaints: 3 }, null],
  [{ given: 1000, bounces: 0, complaints: 4 }, 'complaints'],
  [{ given: 1000, bounces: 51, complaints: 4 }, 'bounces'],
])('%j is over the bound of %s', (came, reason) => {
  expect(breachOf(came)?.reason ?? null).toBe(reason)
})

test('the bounds are those that the community set', () => {
  const strict = boundsOf({ bouncesInThousand: 10, complaintsInThousand: 1 })
  expect(breachOf({ given: 1000, bounces: 11, complaints: 0 }, strict)).toMatchObject({ reason: 'bounces', boundInThousand: 10 })
  expect(breachOf({ given: 1000, bounces: 10, complaints: 2 }, strict)).toMatchObject({ reason: 'complaints', boundInThousand: 1 })
  expect(breachOf({ given: 1000, bounces: 10, complaints: 1 }, strict)).toBeNull()
  expect(breachOf({ given: 99, bounces: 99, complaints: 0 }, strict)).toBeNull()
})

test('an edition of which too many addresses come back stops by itself; the stewards are told; only they resume', async () => {
  await sending(130)
  let recipients = 0
  const { asked, goOn, far } = await takesOnly(105, () => (++recipients % 10 === 0 ? { code: 550, answer: '5.1.1 No such user' } : 'take'))
  await expect.poll(asked, { timeout: 40_000 }).toBe(106)
  expect(await community.db.selectFrom('editionTrouble').select('kind').execute()).toEqual(
    Array.from({ length: 11 }, () => ({ kind: 'bounce' })),
  )
  await community.work()

  const told = await community.mails('ada@example.org')
  expect(told.map(({ subject }) => subject)).toEqual(['“Call on Tuesday” was stopped'])
  for (const shown of [told[0]?.body, await ada.get(`${page}/sending`)])
    expect(shown).toContain('It was stopped by itself: 11 of 116 addresses (9.5%) take no mail')
  goOn()
  await expect.poll(() => far.taken.length, { timeout: 20_000 }).toBe(106)

  community.wait({ minutes: 1 })
  expect(await ada.post(`${page}/sending/resumption`)).not.toContain('It was stopped by itself')
  await expect.poll(async () => (await ada.get(`${page}/sending`)).includes('All of it has left.'), { timeout: 30_000 }).toBe(true)
  await community.work()
  expect(await community.mailTo('ada@example.org')).toHaveLength(1)
})

test('complaints over the bound stop it, and are counted anew once a steward has resumed', async () => {
  await sending(5)
  const { db, now } = community
  const mails = await db.selectFrom('mail').selectAll().where('contentId', 'is not', null).orderBy('id').execute()
  const [model] = mails
  if (!model) throw new Error('Nothing was queued.')
  await db
    .insertInto('mail')
    .values(
      Array.from({ length: 300 }, () => ({
        ...model,
        extras: '{}',
        id: crypto.randomUUID(),
        personId: null,
        state: 'sent' as const,
        sentAt: now(),
      })),
    )
    .execute()
  await db.updateTable('network').set({ complaintsInThousand: 2 }).execute()
  await noteEditionComplaint(db as never, { mailId: mails[1]?.id ?? '' }, now())
  await noteEditionComplaint(db as never, { mailId: null }, now())
  await community.work()
  expect(await ada.get(`${page}/sending`)).toContain(
    'It was stopped by itself: 1 of 300 readers (0.3%) reported it as unwanted, and above 0.2%',
  )
  expect(await community.mailTo('ada@example.org')).toEqual(['“Call on Tuesday” was stopped'])

  community.wait({ minutes: 1 })
  await ada.post(`${page}/sending/resumption`)
  await noteEditionComplaint(db as never, { mailId: mails[2]?.id ?? '' }, now())
  await community.work()
  expect(await ada.get(`${page}/sending`)).not.toContain('It was stopped by itself')
  expect(await community.mailTo('ada@example.org')).toHaveLength(1)
})
