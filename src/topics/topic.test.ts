import { expect, test } from 'vitest'
import { useCommunity } from '#test'
import { listInterests } from './topic.data.ts'

const community = useCommunity()
const me = { language: 'en', 'list-monthly-update': 'yes' }
const idIn = (html: string, name: string) => new RegExp(`/admin/topics/([0-9a-f-]{36})"[^>]*>${name}`).exec(html)?.[1] ?? ''

test('Ada names topics; Ben ticks his, takes one back, and finds them in what is kept of him', async () => {
  const [ada, ben] = [community.as(await community.person('Ada')), await community.person('Ben')]
  await ada.post('/admin/topics', { name: 'Health care', nameEs: 'Salud' })
  const page = await ada.post('/admin/topics', { name: 'Manufacturing' })
  const [health, making] = [idIn(page, 'Health care'), idIn(page, 'Manufacturing')]
  const chosen = async () => (await listInterests(community.db, community.network.id, ben.id)).map(({ name }) => name.en)

  expect(await community.as(ben).get('/me/lists')).toContain('What do you care about?')
  await community.as(ben).post('/me/lists', { ...me, [`topic-${health}`]: 'yes', [`topic-${making}`]: 'yes' })
  expect(await chosen()).toEqual(['Health care', 'Manufacturing'])
  expect(await ada.get('/admin/topics')).toContain('1 person chose it')
  expect(await community.as(ben).get('/me/data')).toContain('Health care')

  await community.as(ben).post('/me/lists', { ...me, [`topic-${making}`]: 'yes' })
  expect(await chosen()).toEqual(['Manufacturing'])
  expect(await community.as(ben).get('/me/lists')).toMatch(new RegExp(`name="topic-${making}" value="yes" checked`))
})

test('a topic gets another name, or goes with all that chose it', async () => {
  const [ada, ben] = [community.as(await community.person('Ada')), await community.person('Ben')]
  const id = idIn(await ada.post('/admin/topics', { name: 'Health' }), 'Health')
  await community.as(ben).post('/me/lists', { ...me, [`topic-${id}`]: 'yes' })
  expect(await ada.post(`/admin/topics/${id}`, { name: 'Health care' })).toContain('Health care')
  expect(await ada.get(`/admin/topics/${id}/removal`)).toContain('1 person chose it. That they did is forgotten with it.')
  expect(await ada.post(`/admin/topics/${id}/removal`)).toContain('There is no topic yet.')
})

test('what is no topic is not kept, and topics are not there for members and strangers', async () => {
  const ben = await community.person('Ben')
  await community
    .as(ben)
    .post('/me/lists', { ...me, 'topic-x': 'yes', 'topic-018f0000-0000-7000-8000-000000000000': 'yes', 'topic-__proto__': 'yes' })
  expect(await listInterests(community.db, community.network.id, ben.id)).toEqual([])
  const ada = community.as(await community.person('Ada'))
  expect((await ada.request('POST', '/admin/topics', { fields: { name: ' ' } })).status).toBe(422)
  for (const browser of [community.as(ben), community.stranger()])
    for (const path of ['/admin/topics', '/admin/topics/018f0000-0000-7000-8000-000000000000'])
      expect((await browser.request('GET', path)).status).toBe(404)
})
