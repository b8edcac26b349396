import { expect, test } from 'vitest'
import { newId, transaction } from '#database'
import { useCommunity, type TestPerson } from '#test'

const community = useCommunity()
const ada = async () => community.as(await community.person('Ada'))

type Sent = { slug: string; subject?: string; to: TestPerson[]; clicks?: Record<string, number>; test?: boolean }

/** An edition that was sent just now, as the sender leaves it behind. */
async function sendEdition({ slug, subject = 'Spring news', to, clicks = {}, test: isTest = false }: Sent) {
  const [now, networkId, id, contentId] = [community.now(), community.network.id, newId(), newId()]
  const list = await community.db.selectFrom('list').select('id').where('slug', '=', 'monthly-update').executeTakeFirstOrThrow()
  const words = { language: 'en' as const, subject, html: '<p>x</p>', text: 'x' }
  await transaction(community.db, async (tx) => {
    const moments = { begunAt: now, changedAt: now, publishedAt: now, sendingBeganAt: now, changedBy: null }
    await tx
      .insertInto('edition')
      .values({
        id,
        networkId,
        listId: list.id,
        slug,
        subject: JSON.stringify({ en: subject }),
        preheader: '{}',
        blocks: '[]',
        letters: '{}',
        ...moments,
      })
      .execute()
    await tx
      .insertInto('mailContent')
      .values({ ...words, id: contentId, networkId, kind: 'edition', onceKey: slug, queuedAt: now })
      .execute()
    await tx.insertInto('editionContent').values({ contentId, editionId: id, isTest }).execute()
    for (const person of to)
      await tx
        .insertInto('mail')
        .values({
          id: newId(),
          networkId,
          personId: person.id,
          toAddress: person.email,
          language: 'en',
          contentId,
          queuedAt: now,
          dueAt: now,
          state: 'sent',
          sentAt: now,
        })
        .execute()
    for (const [address, count] of Object.entries(clicks))
      await tx.insertInto('countedLink').values({ id: newId(), networkId, contentId, address, clicks: count }).execute()
  })
}

const crowd = (count: number) => Promise.all(Array.from({ length: count }, (_, n) => community.person(`Reader${n}`)))

test('Ada sees what came of each update: links followed and places taken, in totals, and what was opened most', async () => {
  const readers = await crowd(6)
  await community.event({ title: 'Spring call' })
  await sendEdition({
    slug: 'march',
    to: readers,
    clicks: { 'https://community.example.org/tips/one': 7, 'https://community.example.org/tips/two': 4 },
  })
  community.wait({ hours: 2 })
  for (const reader of readers.slice(0, 5)) await community.as(reader).post('/events/spring-call/rsvp')
  const page = await ada()

  const file = await page.get('/admin/figures/reading.csv')
  expect(file).toContain('Spring news,2026-03-04,6,11,183,5')
  const html = await page.get('/admin/figures/reading')
  for (const words of ['<b>1</b> updates sent', '<b>6</b> mails delivered', 'community.example.org/tips/one']) expect(html).toContain(words)
  expect(html).not.toContain('tips/two')
  expect(await page.get('/admin/figures/opened.csv')).toContain('community.example.org/tips/one,7')
})

test('what is below five is shown nowhere, and no sum gives it away', async () => {
  const readers = await crowd(4)
  await community.event({ title: 'Spring call' })
  await sendEdition({ slug: 'march', to: readers, clicks: { 'https://community.example.org/tips/one': 4 } })
  await sendEdition({ slug: 'april', to: readers, clicks: { 'https://community.example.org/tips/one': 6 } })
  for (const reader of readers) await community.as(reader).post('/events/spring-call/rsvp')
  const page = await ada()

  const rows = (await page.get('/admin/figures/reading.csv')).trim().split('\r\n').slice(1)
  expect(rows.toSorted()).toEqual(['Spring news,2026-03-04,4,6,150,fewer than 5', 'Spring news,2026-03-04,4,fewer than 5,–,fewer than 5'])
  expect(await page.get('/admin/figures/opened.csv')).toContain('tips/one,6')
  expect(await page.get('/admin/figures/reading')).toContain('fewer than 5')
})

test('tests that a steward sent herself count for nothing, nor what was done before the mail came', async () => {
  const readers = await crowd(5)
  await community.event({ title: 'Spring call' })
  for (const reader of readers) await community.as(reader).post('/events/spring-call/rsvp')
  community.wait({ hours: 1 })
  await sendEdition({ slug: 'march', to: readers })
  await sendEdition({ slug: 'only-a-test', to: readers.slice(0, 1), test: true })
  const file = await (await ada()).get('/admin/figures/reading.csv')
  expect(file).toContain('Spring news,2026-03-04,5,fewer than 5,–,fewer than 5')
  expect(file).toContain('Spring news,2026-03-04,0,fewer than 5,–,fewer than 5')
})

test('a subject for one reader is shown as for anybody; a formula stays a word', async () => {
  await sendEdition({ slug: 'march', subject: '=1+1 {{firstName|friend}}', to: [] })
  const file = await (await ada()).get('/admin/figures/reading.csv')
  expect(file).toContain("'=1+1 friend")
})

test('without an update there is the way to write one; to members and strangers there is nothing', async () => {
  expect(await (await ada()).get('/admin/figures/reading')).toContain('href="/updates/new"')
  for (const browser of [community.as(await community.person('Ben')), community.as(await community.person('Chidi')), community.stranger()])
    for (const path of ['/admin/figures/reading', '/admin/figures/reading.csv', '/admin/figures/opened.csv'])
      expect([path, (await browser.request('GET', path)).status]).toEqual([path, 404])
})
