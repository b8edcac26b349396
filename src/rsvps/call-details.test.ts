import { beforeEach, expect, test } from 'vitest'
import { openEveryPage, useCommunity, type Browser, type TestPerson } from '#test'

const community = useCommunity()
const page = '/events/spring-call'

/** Any way in which the link, the number, the meeting ID or the passcode could be written. */
const canary = /canary-room|202.?555.?0199|555(?: |\+|%20)?0199(?: |\+|%20)?7777|730918/i
const others = [page, '/', '/events', '/office-hours', '/calendar.ics', '/feed.xml', '/sitemap.xml', '/robots.txt', '/updates/feed.xml']
const files = [
  `${page}/calendar.ics`,
  `${page}/attendees`,
  `${page}/attendees.csv`,
  `${page}/edit`,
  `${page}/words?language=es`,
  `${page}?done=asked`,
]

beforeEach(async () => {
  await community.event({ seats: 1 })
})

/** Where the canary sings for this browser, on every page it can reach and every address of the event. */
async function heardBy(browser: Browser): Promise<string[]> {
  const feed = /https:\/\/community\.example\.org(\/me\/calendar\/[^"]+\.ics)"/.exec(await browser.get('/me'))?.[1]
  const opened = await openEveryPage(browser, [...others, ...files, ...(feed ? [feed] : [])])
  expect(opened.length).toBeGreaterThan(others.length + files.length)
  return opened.filter(({ html }) => canary.test(html.replaceAll(/\r\n /g, ''))).map(({ path }) => path)
}

/** The same for whoever follows the links of their mails, and for what the mails say. */
async function mailsSing(person: TestPerson): Promise<boolean[]> {
  return (await community.mails(person)).map(({ body, calendar }) => canary.test(`${body} ${(calendar ?? '').replaceAll(/\r\n /g, '')}`))
}

async function takeTheSeat(name = 'Ben') {
  const person = await community.person(name)
  await community.as(person).post(`${page}/rsvp`)
  return person
}

test('a stranger finds the way to dial in nowhere', async () => {
  expect(await heardBy(community.stranger())).toEqual([])
})

test('Ben without an RSVP finds it nowhere', async () => {
  await takeTheSeat('Dana')
  expect(await heardBy(community.as(await community.person('Ben')))).toEqual([])
})

test('Ben with a seat finds it on the event’s page, in his file and feed and in his mail; another’s eyes do not', async () => {
  const ben = await takeTheSeat()
  const heard = await heardBy(community.as(ben))

  expect(heard).toContain(page)
  expect(heard).toContain(`${page}/calendar.ics`)
  expect(heard.some((path) => path.startsWith('/me/calendar/'))).toBe(true)
  for (const path of heard) expect(path).toMatch(/^\/events\/spring-call|^\/me\/calendar\//)
  expect(await mailsSing(ben)).toEqual([true])
  expect(await heardBy(community.as(await community.person('Chidi')))).toEqual([])
  expect(await heardBy(community.stranger())).toEqual([])
})

test('Ada the steward finds it where she looks after the event', async () => {
  expect(await heardBy(community.as(await community.person('Ada')))).toContain(`${page}/edit`)
})

test('Chidi, who waits, finds it nowhere, not in his mail, feed or behind his link', async () => {
  await takeTheSeat('Ben')
  const chidi = await takeTheSeat('Chidi')

  expect(await heardBy(community.as(chidi))).toEqual([])
  expect(await mailsSing(chidi)).toEqual([false])
  const [mail] = await community.mails(chidi)
  const link = new URL(mail?.links.find((href) => href.includes('/rsvp/')) ?? '').pathname
  const stranger = community.stranger()
  for (const path of [link, `${link}/calendar.ics`]) expect((await stranger.request('GET', path)).html).not.toMatch(canary)
  expect(await stranger.get(link)).toContain('You are on the waiting list')
})

test('Chidi, who said that he cannot come, finds it nowhere', async () => {
  const chidi = await community.person('Chidi')
  await community.as(chidi).post(`${page}/regret`)

  expect(await heardBy(community.as(chidi))).toEqual([])
})

test('Ben, who gave his seat back, finds it nowhere any more, his old link included', async () => {
  const ben = await takeTheSeat()
  const [mail] = await community.mails(ben)
  const link = new URL(mail?.links.find((href) => href.includes('/rsvp/')) ?? '').pathname
  expect(await community.stranger().get(link)).toMatch(canary)
  await community.as(ben).post(`${page}/regret`)

  expect(await heardBy(community.as(ben))).toEqual([])
  expect(await mailsSing(ben)).toEqual([true, false])
  for (const path of [link, `${link}/calendar.ics`]) expect((await community.stranger().request('GET', path)).html).not.toMatch(canary)
})

test('an address that was typed but never confirmed is told nothing, by mail or behind its link', async () => {
  await community.stranger().post(`${page}/rsvp`, { rsvpEmail: 'nora@example.org' })
  const [mail] = await community.mails('nora@example.org')
  const link = new URL(mail?.links[0] ?? '').pathname

  expect(`${mail?.body} ${mail?.calendar}`).not.toMatch(canary)
  expect(await community.stranger().get(link)).not.toMatch(canary)
})

test('once it has been called off, Ben, Chidi and strangers find it nowhere', async () => {
  const ben = await takeTheSeat()
  const chidi = await takeTheSeat('Chidi')
  await community.as(await community.person('Ada')).post(`${page}/cancellation`, { reason: 'Snow.' })
  await community.work()

  for (const reader of [community.as(ben), community.as(chidi), community.stranger()]) expect(await heardBy(reader)).toEqual([])
  expect(await mailsSing(ben)).toEqual([true, false])
  expect(await mailsSing(chidi)).toEqual([false, false])
})

test('a seat in one event opens no other', async () => {
  await community.event({ title: 'Another', call: { joinUrl: 'https://meet.example.org/other', dialIn: '', meetingId: '', passcode: '' } })
  const ben = await community.person('Ben')
  await community.as(ben).post('/events/another/rsvp')

  expect(await heardBy(community.as(ben))).toEqual([])
  expect(await community.as(ben).get('/events/another')).toContain('meet.example.org/other')
})
