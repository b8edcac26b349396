import { expect, test } from 'vitest'
import { useCommunity, type Browser } from '#test'
import { askWhetherItHelped } from './outcome.actions.ts'

const community = useCommunity()

const challenge = {
  happened: 'Our launch was too large, and nobody decided anything.',
  tried: 'Smaller tables.',
  wish: 'ideas',
  stage: 'After the launch',
  sharing: 'nameless',
  event: '',
}

const bring = (browser: Browser, more: Record<string, string> = {}) => browser.post('/office-hours/questions', { ...challenge, ...more })

/** The last link of a kind in the mail to somebody. */
async function linkIn(who: { email: string }, kind: 'mine' | 'me-too' | 'helped') {
  const links = (await community.mails(who)).flatMap((mail) => mail.links)
  return links.findLast((link) => link.includes(`/office-hours/${kind}/`))?.replace(community.config.baseUrl, '') ?? ''
}

const askInAMonth = () =>
  askWhetherItHelped(community.db, { network: community.network, baseUrl: community.config.baseUrl }, community.now())

async function idOfQuestion() {
  return (await community.db.selectFrom('question').select('id').orderBy('askedAt', 'desc').executeTakeFirstOrThrow()).id
}

test('Ben brings a challenge; stewards are told, and he finds it on his page', async () => {
  const [ada, ben] = [await community.person('Ada'), await community.person('Ben')]
  const browser = community.as(ben)

  const me = await bring(browser)
  expect(me).toContain('My challenges')
  expect(me).toContain('Our launch was too large')
  expect(await community.mailTo(ben)).toEqual(['Your challenge is with the hosts'])
  expect(await community.mailTo(ada)).toEqual(['A challenge for office hours'])
  expect(await community.as(ada).get('/admin')).toContain('1 challenge waits for an answer')
})

test('without an account nobody sees it before the link in the mail is opened and its button pressed', async () => {
  const ada = await community.person('Ada')
  const stranger = community.stranger()
  const email = 'lucia@example.org'

  expect(await bring(stranger, { questionEmail: email })).toContain('Look into your mail')
  expect(await community.mailTo({ email })).toEqual(['Bring this challenge to office hours?'])
  const link = await linkIn({ email }, 'mine')
  expect(await community.as(ada).get('/office-hours/queue')).toContain('None waits just now.')
  expect(await stranger.get(link)).toContain('Nobody sees it yet.')
  expect(await community.as(ada).get('/office-hours/queue')).toContain('None waits just now.')

  expect(await stranger.post(link, { act: 'confirm' })).toContain('It is with the hosts.')
  await stranger.post(link, { act: 'confirm' })
  expect(await community.as(ada).get('/office-hours/queue')).toContain('Our launch was too large')
  expect(await community.mailTo({ email })).toEqual(['Bring this challenge to office hours?', 'Your challenge is with the hosts'])
  expect(await community.mailTo(ada)).toEqual(['A challenge for office hours'])
})

test.each([
  [{ happened: ' ' }, 'Say in a sentence or two what happened.'],
  [{ wish: 'money' }, 'Choose what you want from the call.'],
  [{ sharing: '' }, 'Choose whether it may be shared.'],
  [{ questionEmail: 'nobody' }, 'Enter an e-mail address'],
])('%j is refused with a sentence, and what was typed is still there', async (wrong, sentence) => {
  const page = await bring(community.stranger(), { questionEmail: 'lucia@example.org', ...wrong })
  expect(page).toContain(sentence)
  expect(page).toContain('Smaller tables.')
})

test('the one who asked changes it and withdraws it; nobody else can', async () => {
  const ben = community.as(await community.person('Ben'))
  const ada = community.as(await community.person('Ada'))
  const me = await bring(ben)
  const link = /\/office-hours\/mine\/[^"]+/.exec(me)?.[0] ?? ''

  expect(await ben.post(link, { ...challenge, act: 'change', happened: 'Our launch was too small.' })).toContain(
    'Our launch was too small.',
  )
  expect(await ben.get(`${link}/withdrawal`)).toContain('Withdraw your challenge?')
  expect((await community.stranger().request('GET', `${link.slice(0, -3)}abc`)).status).toBe(404)
  expect(await ben.post(`${link}/withdrawal`)).toContain('You have withdrawn it.')
  expect(await ada.get('/office-hours/queue')).toContain('None waits just now.')
  await ben.post(link, { ...challenge, act: 'change', happened: 'Back again.' })
  expect(await ada.get('/office-hours/queue')).not.toContain('Back again.')
})

test('what is for the hosts alone shows nowhere else', async () => {
  const [ada, ben, chidi] = [await community.person('Ada'), await community.person('Ben'), await community.person('Chidi')]
  await bring(community.as(ben), { sharing: 'not-at-all', happened: 'A canary that nobody else may read.' })
  const id = await idOfQuestion()

  expect(await community.as(ada).get('/office-hours/queue')).toContain('A canary')
  for (const browser of [community.as(chidi), community.stranger()]) {
    for (const path of [
      '/office-hours',
      '/office-hours/questions',
      '/office-hours/answers',
      '/office-hours/answers?q=canary',
      '/office-hours/answers/feed.xml',
    ])
      expect(await browser.get(path), path).not.toContain('canary that nobody')
    expect((await browser.request('GET', `/office-hours/questions/${id}`)).status).toBe(404)
    expect(
      (await browser.request('POST', `/office-hours/questions/${id}/me-too`, { fields: { meTooEmail: 'x@example.org' } })).status,
    ).toBe(404)
    expect((await browser.request('GET', '/office-hours/queue')).status).toBe(404)
    expect((await browser.request('POST', `/office-hours/queue/${id}`, { fields: { act: 'up' } })).status).toBe(404)
    expect((await browser.request('GET', `/office-hours/queue/${id}/answer`)).status).toBe(404)
  }
})

test('a shared challenge names its asker only if that was wished', async () => {
  const ben = community.as(await community.person('Ben', { lastName: 'Castillo' }))
  const stranger = community.stranger()

  await bring(ben)
  expect(await stranger.get(`/office-hours/questions/${await idOfQuestion()}`)).not.toContain('Castillo')
  community.wait({ seconds: 1 })
  await bring(ben, { sharing: 'named', happened: 'Another one.' })
  expect(await stranger.get(`/office-hours/questions/${await idOfQuestion()}`)).toContain('Castillo')
})

test('“me too”, with and without an account, is counted once it is confirmed', async () => {
  const [ben, chidi] = [await community.person('Ben'), await community.person('Chidi')]
  await bring(community.as(ben))
  const page = `/office-hours/questions/${await idOfQuestion()}`

  expect(await community.as(chidi).post(`${page}/me-too`)).toContain('We will tell you the answer.')
  expect(await community.as(chidi).post(`${page}/me-too`)).toContain('1 other')
  const stranger = community.stranger()
  expect(await stranger.post(`${page}/me-too`, { meTooEmail: 'lucia@example.org' })).toContain('We have sent you a link.')
  expect(await stranger.get(page)).toContain('1 other')
  const link = await linkIn({ email: 'lucia@example.org' }, 'me-too')
  expect(await stranger.get(link)).toContain('Do you have this challenge too?')
  expect(await stranger.get(page)).toContain('1 other')
  expect(await stranger.post(link)).toContain('2 others')
})

test('stewards put the queue in order, move a question to a call, and say who looks after it', async () => {
  const ada = await community.person('Ada')
  const desk = community.as(ada)
  const ben = community.as(await community.person('Ben'))
  const { id: event } = await community.event()
  await bring(ben, { happened: 'The first challenge.' })
  community.wait({ seconds: 1 })
  await bring(ben, { happened: 'The second challenge.' })
  const second = await idOfQuestion()

  const moved = await desk.post(`/office-hours/queue/${second}`, { act: 'up' })
  expect(moved.indexOf('The second challenge.')).toBeLessThan(moved.indexOf('The first challenge.'))
  const arranged = await desk.post(`/office-hours/queue/${second}`, {
    act: 'arrange',
    [`event-${second}`]: event,
    [`helper-${second}`]: ada.id,
  })
  expect(arranged).toContain('Spring call, ')
  expect(arranged).toContain('Who looks after it')
  expect(await desk.post(`/office-hours/queue/${second}`, { act: 'private' })).toContain('No, for the hosts alone')
  expect((await community.stranger().request('GET', `/office-hours/questions/${second}`)).status).toBe(404)
})

test('an answer is written from the question, told once to whoever asked or said “me too”, and a month later asked about', async () => {
  const [ada, ben, chidi] = [await community.person('Ada'), await community.person('Ben'), await community.person('Chidi')]
  await bring(community.as(ben))
  const id = await idOfQuestion()
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
  const link = await linkIn(chidi, 'helped')
  expect(await stranger.get(link)).not.toContain('You said')
  expect(await stranger.post(link, { said: 'yes' })).toContain('You said: Yes, it helped.')
  expect(await stranger.get('/office-hours/answers/a-launch-that-was-too-large')).not.toContain('people who told us')
  await stranger.post(await linkIn(ben, 'helped'), { said: 'no' })
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

test('who leaves takes their challenges along', async () => {
  const ben = await community.person('Ben')
  await bring(community.as(ben))
  expect(await community.as(ben).get('/me/data')).toContain('Our launch was too large')

  await community.db.deleteFrom('person').where('id', '=', ben.id).execute()
  expect(await community.db.selectFrom('question').selectAll().execute()).toEqual([])
})
