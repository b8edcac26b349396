import { expect, test } from 'vitest'
import { useCommunity } from '#test'

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
