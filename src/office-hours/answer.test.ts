import { expect, test } from 'vitest'
import { bringChallenge, idOfChallenge, linkIn, useCommunity } from '#test'
import { secondsIn } from './answer-link.rules.ts'
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

test('an answer goes on in a tip and at the minute of a recording; nobody is led to a draft', async () => {
  const desk = community.as(await community.person('Ada'))
  const stranger = community.stranger()
  await desk.post('/office-hours/answers', { language: 'en', title: 'Firms', summary: '', asked: '', body: 'Split.', seen: '' })
  const page = '/office-hours/answers/firms'
  await desk.post(`${page}/publication`, { publish: 'yes' })
  const [tip, webinar] = [await community.tip({ title: 'Small tables' }), await community.webinar({ title: 'A large launch' })]
  const link = (fields: Record<string, string>) => desk.request('POST', `${page}/links`, { fields: { act: 'add', at: '', ...fields } })

  expect((await link({ to: '' })).html).toContain('Choose where it goes on.')
  expect((await link({ to: `webinar ${webinar}`, at: 'soon' })).html).toContain('Write the minute like 12:30.')
  for (let times = 1; times <= 2; times++) {
    await link({ to: `tip ${tip}` })
    await link({ to: `webinar ${webinar}`, at: '12:30' })
  }
  await link({ to: 'webinar not-there' })
  const shown = await stranger.get(page)
  expect(shown.split('Small tables')).toHaveLength(2)
  expect(shown).toContain(`href="/webinars/${webinar}?at=750#recording"`)
  expect(shown).toContain('from minute 12:30')
  expect(shown).not.toContain('Take the link out')

  await community.db.updateTable('tip').set({ publishedAt: null }).execute()
  expect(await stranger.get(page)).not.toContain('Small tables')
  const other = community.as(await community.person('Chidi'))
  expect((await other.request('POST', `${page}/links`, { fields: { act: 'add', to: `tip ${tip}` } })).status).toBe(404)
  const id = /name="link" value="([^"]+)"/.exec(await desk.get(page))?.[1] ?? ''
  await link({ act: 'remove', link: id })
  expect(await desk.get(page)).not.toContain('>Small tables</a>')
})

test.each([
  ['12:30', 750],
  ['12', 720],
  ['1:02:03', 3723],
  ['90:00', 5400],
  ['0', 0],
  ['', null],
  ['12:75', null],
  ['25:00:00', null],
  ['-1', null],
  ['1e3', null],
])('%j is the second %j', (typed, seconds) => {
  expect(secondsIn(typed)).toBe(seconds)
})
