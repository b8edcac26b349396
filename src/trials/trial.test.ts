import { beforeEach, expect, test } from 'vitest'
import { blocksIn, compose, useCommunity, type Browser, type TestPerson } from '#test'

const community = useCommunity()
let ada: Browser
let readers: TestPerson[]

beforeEach(async () => {
  ada = community.as(await community.person('Ada'))
  await community.event({ title: 'Spring call' })
  readers = []
  for (let at = 0; at < 60; at++) readers.push(await community.person(`Reader${at}`))
  for (const reader of readers) await community.reader(reader)
  await ada.post('/updates', { subject: 'Spring update', language: 'en' })
  const [first = ''] = blocksIn(await ada.get('/updates/spring-update/edit'))
  await compose(ada, 'spring-update', { preheader: 'News', [`${first}-text`]: 'Come to [the call](/events/spring-call).' })
})

const trial = { en: 'Your seat, {{firstName|friend}}', share: '50', hours: '4', act: 'rsvp' }

const mails = () =>
  community.db
    .selectFrom('mail')
    .innerJoin('mailContent', 'mailContent.id', 'mail.contentId')
    .select(['personId', 'mailContent.subject', 'html'])
    .orderBy('mail.id')
    .execute()

/** As if a mail server had taken them all. */
const allLeave = () =>
  community.db.updateTable('mail').set({ state: 'sent', sentAt: community.now() }).where('state', '=', 'waiting').execute()

async function begin(more: object = {}) {
  await ada.post('/updates/spring-update/trial', { ...trial, ...more })
  await ada.post('/updates/spring-update/sending')
  await community.work()
  await allLeave()
  const sent = await mails()
  const got = (start: string) => sent.filter(({ subject }) => subject.startsWith(start))
  return { sent, first: got('Spring update'), second: got('Your seat') }
}

async function decide() {
  community.wait({ hours: 4 })
  await community.work()
  await allLeave()
  const counts = Map.groupBy(await mails(), ({ subject }) => subject)
  return new Map([...counts].map(([subject, list]) => [subject, list.length]))
}

const seat = (personId: string | null) => {
  const reader = readers.find(({ id }) => id === personId)
  return reader && community.as(reader).post('/events/spring-call/rsvp')
}

test('a share of the readers gets one of two subjects; the rest get the first when nothing tells them apart', async () => {
  const { sent, first, second } = await begin()
  expect(first.length + second.length).toBe(sent.length)
  expect(sent.length).toBeGreaterThan(12)
  expect(sent.length).toBeLessThan(50)
  expect(second.every(({ subject }) => subject === 'Your seat, {{firstName|friend}}')).toBe(true)
  expect(await ada.get('/updates/spring-update/sending')).toContain('The better one goes to the rest on Wednesday, March 4, 2026')
  expect(await ada.get('/updates/spring-update/sending')).not.toContain('All of it has left.')

  const counts = await decide()
  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(60)
  expect(counts.get(second[0]?.subject ?? '')).toBe(second.length)
  const page = await ada.get('/updates/spring-update/sending')
  expect(page).toContain('The rest got: Spring update')
  expect(page).toContain('All of it has left.')
  await community.work()
  expect((await mails()).length).toBe(60)
})

test('the second goes to the rest when clearly more of its readers took a seat', async () => {
  const { second, first } = await begin()
  community.wait({ hours: 1 })
  for (const { personId } of second) await seat(personId)
  const counts = await decide()
  expect(counts.get('Spring update')).toBe(first.length)
  expect(await ada.get('/updates/spring-update/sending')).toContain('The rest got: Your seat, friend')
})

test('cancelled before it is decided, the rest get nothing', async () => {
  const { sent } = await begin()
  await ada.post('/updates/spring-update/sending/cancellation')
  await decide()
  expect((await mails()).length).toBe(sent.length)
})

test('links are counted in totals, once an hour for an office, never for programs that look ahead; few are not shown', async () => {
  const { second } = await begin({ act: 'read' })
  const path = /href="https:\/\/community\.example\.org(\/l\/[^"]+)"/.exec(second[0]?.html ?? '')?.[1] ?? ''
  const stranger = community.stranger()
  const clicks = () =>
    community.db
      .selectFrom('countedLink')
      .select((of) => of.fn.sum<number>('clicks').as('sum'))
      .executeTakeFirstOrThrow()
  const once = await stranger.request('GET', path)
  expect([once.status, once.headers.get('location'), once.headers.get('set-cookie')]).toEqual([
    302,
    'https://community.example.org/events/spring-call',
    null,
  ])
  await stranger.request('GET', path)
  expect(await clicks()).toEqual({ sum: 1 })
  community.wait({ hours: 1 })
  await stranger.request('HEAD', path)
  await stranger.request('GET', path, { headers: { 'sec-purpose': 'prefetch;prerender' } })
  expect(await clicks()).toEqual({ sum: 1 })
  expect(await ada.get('/updates/spring-update/sending')).toContain('fewer than 5')
  for (const bad of [`${path}x`, '/l/x', '/l/', path.replace('/l/', '/unsubscribe/')])
    expect((await stranger.request('GET', bad)).status).toBe(404)

  await community.db
    .updateTable('countedLink')
    .set({ clicks: 7 })
    .where('contentId', 'in', (of) => of.selectFrom('editionContent').select('contentId').where('variant', '=', 'b'))
    .execute()
  expect(await ada.get('/updates/spring-update/sending')).toMatch(/<td class="number">14<\/td>/)
  await decide()
  expect(await ada.get('/updates/spring-update/sending')).toContain('The rest got: Your seat, friend')
})

test('what is missing is said; a trial changes the words, so that an approval is asked for anew; it can be taken back', async () => {
  const page = await ada.post('/updates/spring-update/trial', { ...trial, en: '' })
  expect(page).toContain('Write the second subject.')
  expect(await ada.post('/updates/spring-update/trial', { ...trial, en: '{{oops}}', share: '99' })).toContain('Choose how many readers')
  const before = await community.db.selectFrom('edition').select('changedAt').executeTakeFirstOrThrow()
  community.wait({ minutes: 1 })
  await ada.post('/updates/spring-update/trial', trial)
  const after = await community.db.selectFrom('edition').select('changedAt').executeTakeFirstOrThrow()
  expect(Temporal.Instant.compare(after.changedAt, before.changedAt)).toBe(1)
  expect(await ada.get('/updates/spring-update/trial')).toContain('Send with the first subject alone')
  await ada.post('/updates/spring-update/trial/removal')
  expect(await community.db.selectFrom('editionTrial').selectAll().execute()).toEqual([])
})

test('to strangers and members it is not there', async () => {
  for (const browser of [community.stranger(), community.as(readers[0] ?? (await community.person('Ben')))]) {
    expect((await browser.request('GET', '/updates/spring-update/trial')).status).toBe(404)
    for (const path of ['trial', 'trial/removal'])
      expect((await browser.request('POST', `/updates/spring-update/${path}`, { fields: trial })).status).toBe(404)
  }
})
