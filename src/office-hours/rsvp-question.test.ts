import { expect, test } from 'vitest'
import { challenge, linkIn, useCommunity } from '#test'

const community = useCommunity()
const page = '/events/spring-call'
const words = 'How do we keep <b>firms</b> at the table?'

const challengePage = (html: string) => /\/office-hours\/mine\/[^"]+/.exec(html)?.[0] ?? ''
const questions = () => community.db.selectFrom('question').selectAll().orderBy('askedAt').execute()

test('a question sent with an RSVP waits in the queue for the hosts alone, and its asker says more where the RSVP is', async () => {
  const [ada, ben, chidi] = [await community.person('Ada'), await community.person('Ben'), await community.person('Chidi')]
  const { id } = await community.event()

  const answered = await community.as(ben).post(`${page}/rsvp`, { question: words })
  expect(await community.mailTo(ada)).toEqual(['A challenge for office hours'])
  expect(await community.as(ada).get('/office-hours/queue')).toContain('With their RSVP')
  expect(await community.as(ada).get(`${page}/attendees`)).toContain('How do we keep &lt;b>firms&lt;/b> at the table?')
  const [{ id: question } = { id: '' }] = await questions()
  expect(await questions()).toEqual([expect.objectContaining({ eventId: id, rsvpEventId: id, wish: null, sharing: 'not-at-all' })])
  for (const browser of [community.as(chidi), community.stranger()]) {
    for (const path of ['/office-hours', '/office-hours/questions', page, `${page}/live`])
      expect(await browser.get(path), path).not.toContain('at the table')
    expect((await browser.request('GET', `/office-hours/questions/${question}`)).status).toBe(404)
  }

  const mine = challengePage(answered)
  const form = await community.as(ben).get(mine)
  expect(form).toContain('How do we keep')
  expect(await community.as(ben).post(mine, { ...challenge, act: 'change', happened: words, wish: '' })).toContain('Choose what you want')
  await community.as(ben).post(mine, { ...challenge, act: 'change', happened: words, event: id })
  expect(await community.stranger().get(`/office-hours/questions/${question}`)).toContain('Smaller tables.')
  expect(await community.as(ben).get('/me/data')).toContain('How do we keep')
})

test('other words take the place of the first, none withdraw it, and whoever cannot come sends none', async () => {
  const [ada, ben, chidi] = [await community.person('Ada'), await community.person('Ben'), await community.person('Chidi')]
  await community.event()
  const browser = community.as(ben)
  await browser.post(`${page}/rsvp`, { question: words })
  await browser.post(`${page}/rsvp`, { question: words })
  expect(await browser.post(`${page}/question`, { question: 'Who calls first?' })).toContain('Who calls first?')
  expect(await community.mailTo(ada)).toHaveLength(1)
  expect(await community.as(ada).get('/office-hours/queue')).toContain('Who calls first?')

  expect(await browser.post(`${page}/question`, { question: ' ' })).not.toContain('Who calls first?')
  expect(await community.as(ada).get('/office-hours/queue')).toContain('None waits just now.')
  expect(await community.as(ada).get(`${page}/attendees`)).not.toContain('Who calls first?')
  await browser.post(`${page}/question`, { question: 'Who calls first, again?' })
  expect(await community.as(ada).get('/office-hours/queue')).toContain('again?')

  await community.as(chidi).post(`${page}/regret`)
  await community.as(chidi).post(`${page}/question`, { question: 'Not coming' })
  expect(await questions()).toHaveLength(1)
})

test('without an account it counts once the RSVP does; a month after the event it waits no more, and is still its asker’s', async () => {
  const ada = await community.person('Ada')
  await community.event()
  const nora = community.stranger()
  await nora.post(`${page}/rsvp`, { rsvpEmail: 'nora@example.org', rsvpName: 'Nora', question: words })
  expect(await questions()).toEqual([])
  const link = (await community.mails('nora@example.org'))[0]?.links[0]?.replace(community.config.baseUrl, '') ?? ''
  const seated = await nora.post(link, { name: 'Nora', question: words, timeZone: 'America/Denver' })
  expect(await nora.get(challengePage(seated))).toContain('How do we keep')
  expect(await community.as(ada).get('/admin')).toContain('1 challenge waits for an answer')

  community.wait({ hours: 24 * 60 })
  const ruth = community.as(await community.person('Ruth', { role: 'steward' }))
  expect(await ruth.get('/office-hours/queue')).toContain('None waits just now.')
  expect(await ruth.get(`${page}/attendees`)).toContain('How do we keep')
  expect(await linkIn(community, { email: 'nora@example.org' }, 'mine')).toBe('')
})

test('hosts named with the call are told, or whoever looks after the question; where nobody is named, all stewards', async () => {
  const ada = await community.person('Ada', { lastName: 'Whitfield' })
  const ruth = await community.person('Ruth', { lastName: 'Yazzie', role: 'steward' })
  await community.event({ hosts: ['Ruth Yazzie'] })
  await community.as(await community.person('Ben')).post(`${page}/rsvp`, { question: words })
  expect(await community.mailTo(ruth)).toEqual(['A challenge for office hours'])
  expect(await community.mailTo(ada)).toEqual([])
})
