import { expect, test } from 'vitest'
import { bringChallenge, challenge, idOfChallenge, linkIn, useCommunity } from '#test'

const community = useCommunity()

test('Ben brings a challenge; stewards are told, and he finds it on his page', async () => {
  const [ada, ben] = [await community.person('Ada'), await community.person('Ben')]
  const browser = community.as(ben)

  const me = await bringChallenge(browser)
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

  expect(await bringChallenge(stranger, { questionEmail: email })).toContain('Look into your mail')
  expect(await community.mailTo({ email })).toEqual(['Bring this challenge to office hours?'])
  const link = await linkIn(community, { email }, 'mine')
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
  const page = await bringChallenge(community.stranger(), { questionEmail: 'lucia@example.org', ...wrong })
  expect(page).toContain(sentence)
  expect(page).toContain('Smaller tables.')
})

test('the one who asked changes it and withdraws it; nobody else can', async () => {
  const ben = community.as(await community.person('Ben'))
  const ada = community.as(await community.person('Ada'))
  const me = await bringChallenge(ben)
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
  await bringChallenge(community.as(ben), { sharing: 'not-at-all', happened: 'A canary that nobody else may read.' })
  const id = await idOfChallenge(community)

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

  await bringChallenge(ben)
  expect(await stranger.get(`/office-hours/questions/${await idOfChallenge(community)}`)).not.toContain('Castillo')
  community.wait({ seconds: 1 })
  await bringChallenge(ben, { sharing: 'named', happened: 'Another one.' })
  expect(await stranger.get(`/office-hours/questions/${await idOfChallenge(community)}`)).toContain('Castillo')
})

test('“me too”, with and without an account, is counted once it is confirmed', async () => {
  const [ben, chidi] = [await community.person('Ben'), await community.person('Chidi')]
  await bringChallenge(community.as(ben))
  const page = `/office-hours/questions/${await idOfChallenge(community)}`

  expect(await community.as(chidi).post(`${page}/me-too`)).toContain('We will tell you the answer.')
  expect(await community.as(chidi).post(`${page}/me-too`)).toContain('1 other')
  const stranger = community.stranger()
  expect(await stranger.post(`${page}/me-too`, { meTooEmail: 'lucia@example.org' })).toContain('We have sent you a link.')
  expect(await stranger.get(page)).toContain('1 other')
  const link = await linkIn(community, { email: 'lucia@example.org' }, 'me-too')
  expect(await stranger.get(link)).toContain('Do you have this challenge too?')
  expect(await stranger.get(page)).toContain('1 other')
  expect(await stranger.post(link)).toContain('2 others')
})

test('who leaves takes their challenges along', async () => {
  const ben = await community.person('Ben')
  await bringChallenge(community.as(ben))
  expect(await community.as(ben).get('/me/data')).toContain('Our launch was too large')

  await community.db.deleteFrom('person').where('id', '=', ben.id).execute()
  expect(await community.db.selectFrom('question').selectAll().execute()).toEqual([])
})
