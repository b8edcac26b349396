import { expect, test } from 'vitest'
import { bringChallenge, idOfChallenge, linkIn, useCommunity } from '#test'
import { askWhetherItHelped } from './outcome.actions.ts'

const community = useCommunity()

const askInAMonth = () =>
  askWhetherItHelped(community.db, { network: community.network, baseUrl: community.config.baseUrl }, community.now())

test('an answer is written from the question, told once to whoever asked or said “me too”, and a month later asked about', async () => {
  const [ada, ben, chidi] = [await community.person('Ada'), await community.person('Ben'), await community.person('Chidi')]
  await bringChallenge(community.as(ben))
  const id = await idOfChallenge(community)
  await community.as(chidi).post(`/office-hours/questions/${id}/me-too`)
  const desk = community.as(ada)
  const stranger = community.stranger()

  expect(await desk.get(`/office-hours/queue/${id}/answer`)).toContain('Our launch was too large')
  const words = {
    language: 'en',
    title: 'A launch that was too large',
    summary: 'Split by priority.',
    asked: 'Too many firms.',
    body: 'Let **firms** choose.',
    seen: '',
  }
  expect(await desk.post(`/office-hours/queue/${id}/answer`, words)).toContain('This is a draft.')
  expect((await stranger.request('GET', '/office-hours/answers/a-launch-that-was-too-large')).status).toBe(404)
  expect(await desk.get('/office-hours/queue')).toContain('None waits just now.')
  expect(await community.mailTo(chidi)).toEqual([])

  for (const publish of ['yes', 'no', 'yes']) await desk.post('/office-hours/answers/a-launch-that-was-too-large/publication', { publish })
  expect(await stranger.get('/office-hours/answers/a-launch-that-was-too-large')).toContain('Let <strong>firms</strong> choose.')
  expect(await stranger.get('/office-hours/answers?q=firm')).toContain('A launch that was too large')
  expect(await stranger.get('/office-hours/answers/feed.xml')).toContain('A launch that was too large')
  expect(await community.mailTo(ben)).toEqual(['Your challenge is with the hosts', 'An answer: A launch that was too large'])
  expect(await community.mailTo(chidi)).toEqual(['An answer: A launch that was too large'])

  await askInAMonth()
  expect(await community.mailTo(chidi)).toHaveLength(1)
  community.wait({ hours: 24 * 30 + 1 })
  await askInAMonth()
  await askInAMonth()
  expect(await community.mailTo(chidi)).toEqual(['An answer: A launch that was too large', 'Did it help? A launch that was too large'])
  const link = await linkIn(community, chidi, 'helped')
  expect(await stranger.get(link)).not.toContain('You said')
  expect(await stranger.post(link, { said: 'yes' })).toContain('You said: Yes, it helped.')
  expect(await stranger.get('/office-hours/answers/a-launch-that-was-too-large')).not.toContain('people who told us')
  await stranger.post(await linkIn(community, ben, 'helped'), { said: 'no' })
  expect(await stranger.get('/office-hours/answers/a-launch-that-was-too-large')).toContain('It helped 1 of 2 people who told us.')
  expect(
    (
      await stranger.request(
        'GET',
        link.replace(/.$/, (last: string) => (last === 'a' ? 'b' : 'a')),
      )
    ).status,
  ).toBe(404)
})

test('answers that may help already are found while one types', async () => {
  const desk = community.as(await community.person('Ada'))
  const words = { language: 'en', title: 'Firms and tables', summary: '', asked: '', body: 'Split the table.', seen: '' }
  await desk.post('/office-hours/answers', words)
  const stranger = community.stranger()
  expect(await stranger.get('/office-hours/answers/similar?q=our+tables+are+too+large')).toBe('[]')

  await desk.post('/office-hours/answers/firms-and-tables/publication', { publish: 'yes' })
  expect(JSON.parse(await stranger.get('/office-hours/answers/similar?q=our+tables+are+too+large'))).toEqual([
    { href: '/office-hours/answers/firms-and-tables', title: 'Firms and tables', language: 'en' },
  ])
  expect(await stranger.get('/office-hours/questions/new?q=tables')).toContain('These may help already')
  for (const odd of ['', '"', ':*&|!', '<script>', 'a'.repeat(3000)])
    expect((await stranger.request('GET', `/office-hours/answers/similar?q=${encodeURIComponent(odd)}`)).status).toBe(200)
})

test('an answer becomes a tip with one press', async () => {
  const desk = community.as(await community.person('Ada'))
  await desk.post('/office-hours/answers', {
    language: 'en',
    title: 'Firms and tables',
    summary: '',
    asked: '',
    body: 'Split the table.',
    seen: '',
  })
  await desk.post('/office-hours/answers/firms-and-tables/publication', { publish: 'yes' })

  expect(await desk.post('/office-hours/answers/firms-and-tables/tip')).toContain('Edit this tip')
  expect(await desk.get('/tips/firms-and-tables')).toContain('This is a draft')
})

test('a published answer is among what is new, and one press puts it into the update in hand, once', async () => {
  const desk = community.as(await community.person('Ada'))
  const words = { language: 'en', title: 'Firms [and] tables', summary: 'Split *them*.', asked: '', body: 'Split.', seen: '' }
  await desk.post('/office-hours/answers', words)
  const put = (news = 'answer-firms-and-tables') => desk.request('POST', '/updates/new/blocks', { fields: { news } })
  expect(await desk.get('/updates/new')).not.toContain('Firms [and] tables')
  expect((await put()).status).toBe(404)

  await desk.post('/office-hours/answers/firms-and-tables/publication', { publish: 'yes' })
  expect(await desk.get('/updates/new')).toContain('Firms [and] tables')
  expect(await desk.post('/updates/new/blocks', { news: 'answer-firms-and-tables' })).toContain(
    '**[Firms \\[and\\] tables](/office-hours/answers/firms-and-tables)**',
  )
  await put()
  expect((await put('answer-nothing')).status).toBe(404)
  const editions = await community.db.selectFrom('edition').select('blocks').execute()
  expect(editions).toHaveLength(1)
  expect(JSON.stringify(editions).split('/office-hours/answers/firms-and-tables')).toHaveLength(2)
  const other = community.as(await community.person('Chidi'))
  expect((await other.request('POST', '/updates/new/blocks', { fields: { news: 'answer-firms-and-tables' } })).status).toBe(404)
})
