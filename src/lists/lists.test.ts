import { expect, test } from 'vitest'
import { useCommunity } from '#test'

const community = useCommunity()
const boardNews = {
  name: 'Board news',
  description: 'Twice a year, for board members.',
  nameEs: 'Noticias del consejo',
  descriptionEs: 'Dos veces al año, para el consejo.',
}

const orderOf = (html: string) => [...html.matchAll(/href="\/admin\/lists\/([a-z0-9-]+)\/people"/g)].map(([, slug]) => slug)

test('Ada begins a list, and everybody can join it, in both languages', async () => {
  const ada = community.as(await community.person('Ada'))
  expect(await ada.get('/admin')).toContain('href="/admin/lists"')
  const lists = await ada.post('/admin/lists', { ...boardNews, access: 'open' })
  expect(orderOf(lists)).toEqual(['monthly-update', 'event-news', 'board-news'])

  const stranger = community.stranger()
  expect(await stranger.get('/join')).toContain('Twice a year, for board members.')
  await stranger.post('/language', { language: 'es' })
  expect(await stranger.get('/join')).toContain('Noticias del consejo')
  await stranger.post('/join', { email: 'dana@example.net', 'list-board-news': 'yes' })
  expect(await community.mailTo('dana@example.net')).toEqual(['Por favor confirme: Noticias del consejo'])
})

test('a list gets other words, and keeps its address; without Spanish ones the English are read', async () => {
  const ada = community.as(await community.person('Ada'))
  const edit = await ada.get('/admin/lists/event-news/edit')
  expect(edit).toContain('value="Event news"')
  await ada.post('/admin/lists/event-news/edit', { name: 'Dates', description: 'When something is held.', access: 'open' })
  expect(await community.stranger().get('/join')).toContain('name="list-event-news"')
  const spanish = community.stranger()
  await spanish.post('/language', { language: 'es' })
  expect(await spanish.get('/join')).toContain('When something is held.')
  expect(await ada.get('/admin/lists/event-news/edit')).toMatch(/name="nameEs"[^>]*value\/>/)
})

test('the order is that in which people see the lists; at the ends nothing moves', async () => {
  const ada = community.as(await community.person('Ada'))
  await ada.post('/admin/lists', { ...boardNews, access: 'open' })
  expect(orderOf(await ada.post('/admin/lists/board-news/place', { direction: 'up' }))).toEqual([
    'monthly-update',
    'board-news',
    'event-news',
  ])
  expect(orderOf(await ada.post('/admin/lists/monthly-update/place', { direction: 'up' }))[0]).toBe('monthly-update')
  expect(orderOf(await ada.post('/admin/lists/event-news/place', { direction: 'down' }))[2]).toBe('event-news')
  expect((await ada.request('POST', '/admin/lists/event-news/place', { fields: { direction: 'sideways' } })).status).toBe(404)
  const join = await community.stranger().get('/join')
  expect(join.indexOf('list-board-news')).toBeLessThan(join.indexOf('list-event-news'))
})

test('a closed list takes nobody and sends nothing; opened again, its people are there', async () => {
  const [ada, ben] = [community.as(await community.person('Ada')), await community.person('Ben')]
  const list = await community.reader(ben, 'event-news')
  const readers = () => community.db.selectFrom('reader').select('personId').where('listId', '=', list.id).execute()
  await community.stranger().post('/join', { email: 'dana@example.net', 'list-event-news': 'yes' })
  const [mail] = await community.mails('dana@example.net')

  expect(await ada.get('/admin/lists/event-news/closure')).toContain('the 1 person on it gets nothing of it')
  expect(await ada.post('/admin/lists/event-news/closure')).toContain('closed')
  expect(await community.stranger().get('/join')).not.toContain('event-news')
  expect(await readers()).toEqual([])
  expect(
    (await community.stranger().request('POST', '/join', { fields: { email: 'x@example.net', 'list-event-news': 'yes' } })).status,
  ).toBe(422)
  expect(await community.stranger().post(new URL(mail?.links[0] ?? '').pathname)).toContain('This link has been used')
  expect(await community.as(ben).get('/me/lists')).not.toContain('event-news')

  await ada.post('/admin/lists/event-news/reopening')
  expect(await readers()).toEqual([{ personId: ben.id }])
})

test('a list by invitation is nowhere for strangers, whatever they send', async () => {
  const [ada, ben] = [community.as(await community.person('Ada')), await community.person('Ben')]
  await ada.post('/admin/lists', { ...boardNews, access: 'invitation' })
  const stranger = community.stranger()
  for (const path of ['/', '/join', '/join/embed', '/join/embed/preview']) expect(await stranger.get(path)).not.toContain('board-news')
  expect((await stranger.request('POST', '/join', { fields: { email: 'x@example.net', 'list-board-news': 'yes' } })).status).toBe(422)
  await stranger.post('/join', { email: 'y@example.net', 'list-board-news': 'yes', 'list-monthly-update': 'yes' })
  expect(await community.mailTo('y@example.net')).toEqual(['Please confirm: Monthly update'])
  await community.as(ben).post('/me/lists', { 'list-board-news': 'yes', language: 'en' })
  expect(await community.as(ben).get('/me/lists')).not.toContain('board-news')
  expect(await community.db.selectFrom('subscription').select('listId').where('personId', '=', ben.id).execute()).toEqual([])
})

test('slips come back with what was typed; a second list of one name gets an address of its own', async () => {
  const ada = community.as(await community.person('Ada'))
  const slip = await ada.request('POST', '/admin/lists', { fields: { name: 'x'.repeat(61), description: 'Kept words', access: 'all' } })
  expect([slip.status, slip.html.includes('Choose who may join.'), slip.html.includes('value="Kept words"')]).toEqual([422, true, true])
  await ada.post('/admin/lists', { ...boardNews, access: 'open' })
  expect(orderOf(await ada.post('/admin/lists', { ...boardNews, name: '<b>Board news</b> 👩‍🌾', access: 'open' }))).toContain(
    'b-board-news-b',
  )
  expect(orderOf(await ada.post('/admin/lists', { ...boardNews, access: 'open' }))).toContain('board-news-2')
  expect(await community.stranger().get('/join')).not.toContain('<b>Board')
})

test('to members and strangers the lists’ pages are not there', async () => {
  const ben = community.as(await community.person('Ben'))
  for (const browser of [ben, community.stranger()])
    for (const path of ['/admin/lists', '/admin/lists/new', '/admin/lists/event-news/edit', '/admin/lists/event-news/closure'])
      expect([path, (await browser.request('GET', path)).status]).toEqual([path, 404])
})
