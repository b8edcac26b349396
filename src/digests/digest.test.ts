import { expect, test } from 'vitest'
import { newId } from '#database'
import { findList, leaveList, readLeaveToken } from '#mailing'
import { addBlock, useCommunity, type TestPerson } from '#test'
import { makeDigest } from './digest.actions.ts'
import { digestKind } from './digest.kind.ts'
import { monthBefore } from './digest.rules.ts'

const community = useCommunity()
const monthly = { language: 'en', forAll: 'monthly', 'list-monthly-update': 'yes', 'list-event-news': 'yes' }
const on = (moment: string) => community.wait(community.now().until(Temporal.Instant.from(moment)))
const digest = () => makeDigest(community.db, community.config, community.now())

/** An edition that was sent to a list at this moment. */
async function sent(slug: string, list = 'monthly-update') {
  const { id: listId } = (await findList(community.db, community.network.id, list)) ?? { id: '' }
  const letterIn = (language: string) => ({ subject: `${slug} <in> ${language}`, preheader: `What ${slug} says`, language, pieces: [] })
  const now = community.now()
  const moments = { begunAt: now, changedAt: now, changedBy: null, publishedAt: now, sendingBeganAt: now }
  const letters = JSON.stringify({ en: letterIn('en'), es: letterIn('es') })
  await community.db
    .insertInto('edition')
    .values({
      id: newId(),
      networkId: community.network.id,
      listId,
      slug,
      subject: '{}',
      preheader: '{}',
      blocks: '[]',
      letters,
      ...moments,
    })
    .execute()
}

const copies = () =>
  community.db
    .selectFrom('mail')
    .innerJoin('mailContent', 'mailContent.id', 'contentId')
    .select(['toAddress', 'mailContent.subject', 'html', 'text', 'headers', 'contentId', 'mailContent.language', 'personId'])
    .where('kind', '=', 'digest')
    .orderBy('toAddress')
    .execute()

test('whoever wants one mail a month gets one, of all their lists, in their language; others get none', async () => {
  const [ben, chidi, dana] = [await community.person('Ben'), await community.person('Chidi'), await community.person('Dana')]
  await community.as(ben).post('/me/lists', monthly)
  await community.as(chidi).post('/me/lists', { language: 'es', 'list-event-news': 'yes', 'often-event-news': 'monthly' })
  await community.reader(dana)
  on('2026-03-10T15:00:00Z')
  await sent('spring')
  await sent('dates', 'event-news')
  on('2026-04-01T13:40:00Z')
  await digest()

  const [bens, chidis, ...others] = await copies()
  expect(others).toEqual([])
  expect([bens?.toAddress, bens?.subject]).toEqual([ben.email, 'Prairie Network in March 2026'])
  expect(bens?.text).toContain('spring <in> en')
  expect(bens?.text).toContain('What dates says')
  expect(bens?.text).toContain('https://community.example.org/updates/dates')
  expect(bens?.text).toContain('You get this because you joined Monthly update and Event news and chose one mail a month.')
  expect(bens?.html).toContain('spring &lt;in&gt; en')
  expect([chidis?.toAddress, chidis?.subject]).toEqual([chidi.email, 'Prairie Network en marzo de 2026'])
  expect(chidis?.text).not.toContain('spring')
})

test('however often the job runs, and on whichever day, it is sent once; a month without editions sends nothing', async () => {
  const ben = await community.person('Ben')
  await community.as(ben).post('/me/lists', monthly)
  await sent('spring')
  await digest()
  expect(await copies()).toEqual([])
  on('2026-04-01T13:40:00Z')
  for (let runs = 0; runs < 3; runs++) await digest()
  on('2026-04-02T13:40:00Z')
  await digest()
  expect(await copies()).toHaveLength(1)
  on('2026-05-01T13:40:00Z')
  await digest()
  expect(await copies()).toHaveLength(1)
})

/** Ada sends an update to the readers in Nebraska. */
async function sentToNebraska() {
  const ada = community.as(await community.person('Ada'))
  await ada.post('/updates', { subject: 'Prairie news', language: 'en' })
  await addBlock(ada, 'prairie-news', 'button', { label: 'See all events', href: '/events' })
  const segment = (await ada.request('POST', '/admin/segments', { fields: { name: 'Nebraska' } })).location?.split('/').at(-1) ?? ''
  const { changedAt } = await community.db.selectFrom('segment').select('changedAt').where('id', '=', segment).executeTakeFirstOrThrow()
  const rules = { order: 'aaaa1', 'aaaa1-kind': 'state', 'aaaa1-in': 'root', 'aaaa1-states': 'NE' }
  await ada.post(`/admin/segments/${segment}`, { name: 'Nebraska', seen: changedAt.toString(), act: 'save', ...rules })
  await ada.post('/updates/prairie-news/audience', { list: 'monthly-update', segment })
  await ada.post('/updates/prairie-news/sending')
  await community.work()
}

test('an edition for a segment is in the digest of whoever was in it when it was sent, and says so; in nobody else’s', async () => {
  const [ben, chidi] = [await community.person('Ben'), await community.person('Chidi')]
  await community.as(ben).post('/me/lists', { ...monthly, state: 'NE' })
  await community.as(chidi).post('/me/lists', { ...monthly, state: 'TX' })
  await community.reader(await community.person('Rosa', { state: 'NE' }))
  community.wait({ hours: 1 })
  await sentToNebraska()
  await sent('for-all')
  await community.db.updateTable('person').set({ state: 'TX' }).where('id', '=', ben.id).execute()
  await community.db.updateTable('person').set({ state: 'NE' }).where('id', '=', chidi.id).execute()
  on('2026-04-01T13:40:00Z')
  await digest()

  const [bens, chidis, ...others] = await copies()
  expect([bens?.toAddress, chidis?.toAddress, others]).toEqual([ben.email, chidi.email, []])
  expect(bens?.text).toContain('Prairie news')
  expect(bens?.text).toContain('This one was sent to a part of the list. You are in that part.')
  expect(chidis?.text).not.toContain('Prairie news')
  expect(chidis?.text).toContain('for-all <in> en')
  expect(await community.as(ben).get('/me/data')).toContain('Editions for your digest')
})

test('what came before Ben chose one mail a month he has had already; during a pause he gets none', async () => {
  const [ben, chidi] = [await community.person('Ben'), await community.person('Chidi')]
  await sent('before')
  community.wait({ hours: 1 })
  await community.as(ben).post('/me/lists', monthly)
  await community.as(chidi).post('/me/lists', monthly)
  await community.as(chidi).post('/me/lists', { ...monthly, forAll: 'pause', pauseUntil: '2026-06-01' })
  community.wait({ hours: 1 })
  await sent('after')
  on('2026-04-01T13:40:00Z')
  await digest()
  const all = await copies()
  expect(all.map(({ toAddress }) => toAddress)).toEqual([ben.email])
  expect(all[0]?.text).toContain('after <in>')
  expect(all[0]?.text).not.toContain('before <in>')
})

/** What the mail engine asks right before the mail leaves. */
const fieldsFor = async (person: TestPerson) =>
  (await digestKind.stillReads?.(community.db, (await copies())[0]?.contentId ?? '', [person.id]))?.get(person.id)

test('one click in a digest leaves all lists of it and no other, and can be taken back', async () => {
  const ben = await community.person('Ben')
  await community
    .as(ben)
    .post('/me/lists', { language: 'en', 'list-monthly-update': 'yes', 'list-event-news': 'yes', 'often-event-news': 'monthly' })
  await sent('dates', 'event-news')
  on('2026-04-01T13:40:00Z')
  await digest()
  const token = (await fieldsFor(ben))?.['leaveToken'] ?? ''
  expect((await copies())[0]?.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })

  expect(await community.stranger().get(`/unsubscribe/${token}`)).toContain('Leave all lists of the monthly digest?')
  await community.stranger().request('POST', `/unsubscribe/${token}/one-click`, { body: 'List-Unsubscribe=One-Click' })
  const lists = async () =>
    (await community.db.selectFrom('addressee').select('frequency').where('personId', '=', ben.id).orderBy('frequency').execute()).map(
      ({ frequency }) => frequency,
    )
  expect(await lists()).toEqual(['each'])
  expect(await fieldsFor(ben)).toBeUndefined()
  await community.stranger().post(`/unsubscribe/${token}/return`)
  expect(await lists()).toEqual(['each', 'monthly'])
})

test('leaving by mail knows the same link; whoever chose each mail meanwhile gets no digest', async () => {
  const ben = await community.person('Ben')
  await community.as(ben).post('/me/lists', monthly)
  await sent('spring')
  on('2026-04-01T13:40:00Z')
  await digest()
  const link = readLeaveToken(community.network, (await fieldsFor(ben))?.['leaveToken'] ?? '')
  await community.as(ben).post('/me/lists', { ...monthly, forAll: 'each' })
  expect(await fieldsFor(ben)).toBeUndefined()
  if (link) await leaveList(community.db, community.network, { ...link, wording: 'by mail', source: 'a test' }, community.now())
  expect(await community.db.selectFrom('reader').select('listId').where('personId', '=', ben.id).execute()).toHaveLength(2)
})

test('a month is that of the community’s own zone', () => {
  const month = monthBefore(Temporal.Instant.from('2026-01-01T03:00:00Z'), 'America/Chicago')
  expect(month.day.toString()).toBe('2025-11-01')
  expect(month.begins.toString()).toBe('2025-11-01T05:00:00Z')
  expect(month.ends.toString()).toBe('2025-12-01T06:00:00Z')
})
