import { expect, test } from 'vitest'
import { useCommunity } from '#test'

const community = useCommunity()

const listOf = async () =>
  (await community.db.selectFrom('edition').innerJoin('list', 'list.id', 'listId').select('list.slug').execute()).map(({ slug }) => slug)

test('Ada begins an edition for the list she chooses, and sees before sending to whom it goes', async () => {
  const ada = community.as(await community.person('Ada'))
  await community.reader(await community.person('Ben'), 'event-news')
  expect(await ada.get('/updates/new')).toContain('To which list?')
  await ada.post('/updates', { subject: 'New dates', language: 'en', list: 'event-news' })
  expect(await listOf()).toEqual(['event-news'])
  const send = await ada.get('/updates/new-dates/send')
  expect(send).toContain('Event news')
})

test('without a choice it is the first list; a list that was closed meanwhile is asked for again', async () => {
  const ada = community.as(await community.person('Ada'))
  await ada.post('/admin/lists/event-news/closure')
  expect(await ada.get('/updates/new')).not.toContain('To which list?')
  for (const list of ['event-news', 'nowhere']) {
    const page = await ada.request('POST', '/updates', { fields: { subject: 'Kept words', language: 'en', list } })
    expect([page.status, page.html.includes('value="Kept words"')]).toEqual([422, true])
  }
  await ada.post('/updates', { subject: 'An update', language: 'en' })
  expect(await listOf()).toEqual(['monthly-update'])
})
