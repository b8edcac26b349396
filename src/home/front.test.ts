import { expect, test } from 'vitest'
import { call, useCommunity } from '#test'

const community = useCommunity()

test('the front page says what this is, how to join, and what is new', async () => {
  await community.tip({ title: 'The older tip' })
  community.wait({ hours: 1 })
  await community.tip({ title: 'The newest tip of all' })
  await community.webinar({ title: 'Getting started' })

  const page = await community.stranger().get('/')

  expect(page).toContain('<h1>Where conveners learn from each other</h1>')
  expect(page).toContain('<title>Prairie Network · Where conveners learn from each other</title>')
  expect(page).toMatch(/<form[^>]*action="\/join"/)
  expect(page).toContain('The newest tip of all')
  expect(page).not.toContain('The older tip')
  expect(page).toContain('Getting started')
  expect(page).toContain('<link rel="alternate" type="application/atom+xml" href="/feed.xml"')
})

test('an empty community still says what it is and how to join', async () => {
  const page = await community.stranger().request('GET', '/')

  expect(page.status).toBe(200)
  expect(page.html).toMatch(/<form[^>]*action="\/join"/)
  expect(page.html).not.toContain('Who is here')
})

test('drafts do not show, not even to stewards', async () => {
  await community.tip({ title: 'A secret tip', draft: true })
  await community.webinar({ title: 'A secret webinar', draft: true })
  const ada = community.as(await community.person('Ada'))

  for (const page of [await community.stranger().get('/'), await ada.get('/')]) expect(page).not.toContain('A secret')
})

test('who is here is counted once there are five people, by state, without a name', async () => {
  for (const [name, state] of [
    ['Ada', 'CO'],
    ['Ben', 'NE'],
    ['Chidi', 'PA'],
    ['Dana', 'NE'],
  ])
    await community.person(name ?? '', { state: state ?? null })
  expect(await community.stranger().get('/')).not.toContain('Who is here')

  await community.person('Ruth')

  const page = await community.stranger().get('/')
  expect(page).toContain('<b>5</b> people')
  expect(page).toContain('<b>3</b> states and territories')
  expect(page).not.toContain('Ruth')
})

test('readers of Spanish are told in Spanish what this is', async () => {
  const ada = community.as(await community.person('Ada'))
  const ana = community.stranger()
  await ana.post('/language', { language: 'es', next: '/' })
  expect(await ana.get('/')).toContain('Where conveners learn from each other')

  const { name, tagline, accent, contactEmail, language, timeZone } = community.network
  await ada.post('/admin/settings', {
    name,
    tagline,
    taglineEs: 'Donde aprendemos unos de otros',
    accent,
    contactEmail,
    language,
    timeZone,
  })

  expect(await ana.get('/')).toContain('<h1>Donde aprendemos unos de otros</h1>')
  expect(await community.stranger().get('/')).toContain('<h1>Where conveners learn from each other</h1>')
})

test('the next gathering stands there large, with its RSVP in one field', async () => {
  await community.event({ title: 'Later call', startsAt: Temporal.Instant.from('2026-04-18T17:00:00Z') })
  await community.event({ title: 'Spring call' })

  const page = await community.stranger().get('/')

  expect(page).toContain('Spring call')
  expect(page).not.toContain('Later call')
  expect(page).toMatch(/<form[^>]*action="\/events\/spring-call\/rsvp"/)
  expect(page).toContain('name="rsvpEmail"')
})

test('whoever is coming is told so on the front page; how to dial in stands on the event’s own', async () => {
  await community.event()
  const ben = community.as(await community.person('Ben'))
  await ben.post('/events/spring-call/rsvp')

  expect(await ben.get('/')).toContain('You are coming.')
  for (const page of [await ben.get('/'), await community.stranger().get('/'), await community.stranger().get('/feed.xml')])
    for (const secret of Object.values(call)) expect(page).not.toContain(secret)
})

test('what is over, cancelled or a draft is not next', async () => {
  await community.event({ title: 'A draft', draft: true })
  await community.event({ title: 'Called off', startsAt: Temporal.Instant.from('2026-04-18T17:00:00Z') })
  await community.as(await community.person('Ada')).post('/events/called-off/cancellation', { reason: 'Snow.' })
  await community.event({ title: 'Spring call' })
  expect(await community.stranger().get('/')).toContain('Spring call')
  community.wait({ hours: 24 * 15 })

  const page = await community.stranger().get('/')

  expect(page).not.toContain('A draft')
  expect(page).not.toContain('Called off')
  expect(page).not.toContain('Spring call')
  expect(page).toContain('The next gathering has no date yet.')
})
