import { beforeEach, expect, test } from 'vitest'
import { useCommunity, type Browser, type TestPerson } from '#test'

const community = useCommunity()
const page = '/events/spring-call'
const fortnight = 24 * 14
let ada: Browser
let ben: TestPerson

/** Ben has the one seat; the call begins in a fortnight and two hours. */
beforeEach(async () => {
  await community.event({ seats: 1 })
  ada = community.as(await community.person('Ada'))
  ben = await community.person('Ben')
  await community.as(ben).post(`${page}/rsvp`)
})

const came = () =>
  community.db.selectFrom('attendance').innerJoin('person', 'person.id', 'personId').select(['email', 'way']).orderBy('email').execute()

test('Ben finds the call with its numbers, large; opening the page notes nothing, its button does and sends him on', async () => {
  community.wait({ hours: fortnight + 1, minutes: 45 })
  expect(await community.as(ben).get(page)).toContain(`${page}/call`)
  const call = await community.as(ben).get(`${page}/call`)
  for (const words of ['canary-room', '555 0199 7777', '730918', 'Central Time', 'Go into the call']) expect(call).toContain(words)
  expect(await came()).toEqual([])

  const entered = await community.as(ben).request('POST', `${page}/call`)
  expect(entered.location).toBe(`${page}/call?done=opening`)
  const opening = await community.as(ben).request('GET', `${page}/call?done=opening`)
  expect(opening.headers.get('refresh')).toBe('0; url=https://meet.example.org/canary-room')
  await community.as(ben).post(`${page}/call`)
  expect(await came()).toEqual([{ email: 'ben@example.org', way: 'link' }])
})

test('days before and after the call the button leads on, and notes nobody', async () => {
  await community.as(ben).post(`${page}/call`)
  community.wait({ hours: fortnight + 4 })
  expect((await community.as(ben).request('POST', `${page}/call`)).status).toBe(303)
  expect(await came()).toEqual([])
})

test('by the link in the mail it is the same, without an account', async () => {
  const link = (await community.mails(ben)).at(-1)?.links.find((href) => href.includes('/rsvp/')) ?? ''
  const path = `${new URL(link).pathname}/call`
  community.wait({ hours: fortnight + 2 })

  expect(await community.stranger().get(path)).toContain('canary-room')
  expect(await came()).toEqual([])
  await community.stranger().post(path)
  expect(await came()).toEqual([{ email: 'ben@example.org', way: 'link' }])
})

test('who has no seat finds no way in: strangers, those who wait, those who said no, and nobody once it is called off', async () => {
  const chidi = community.as(await community.person('Chidi'))
  for (const method of ['GET', 'POST'] as const) expect((await chidi.request(method, `${page}/call`)).status).toBe(404)
  await chidi.post(`${page}/rsvp`)
  for (const method of ['GET', 'POST'] as const) expect((await chidi.request(method, `${page}/call`)).status).toBe(404)
  const stranger = await community.stranger().request('GET', `${page}/call`)
  expect(stranger.html).not.toContain('canary-room')

  await ada.post(`${page}/cancellation`, { reason: '' })
  expect((await community.as(ben).request('GET', `${page}/call`)).status).toBe(404)
  expect(await came()).toEqual([])
})

test('a host checks Ben in on the list, once it is time, and takes it back; the table says it', async () => {
  const path = `${page}/attendees/${ben.id}/attendance`
  expect(await ada.get(`${page}/attendees`)).not.toContain('Check in')
  expect((await ada.request('POST', path)).status).toBe(404)
  community.wait({ hours: fortnight + 4 })

  expect(await ada.get(`${page}/attendees`)).toContain('Check in')
  expect((await ada.request('POST', path)).location).toBe(`${page}/attendees`)
  expect(await came()).toEqual([{ email: 'ben@example.org', way: 'host' }])
  expect(await ada.get(`${page}/attendees`)).toContain('were there')
  const [head = '', row = ''] = (await ada.get(`${page}/attendees.csv`)).split('\r\n')
  const place = head.split(',').indexOf('Was there')
  expect(row.split(',')[place]).toBe('Yes')

  await ada.post(`${path}/removal`)
  expect(await came()).toEqual([])
})

test('only stewards check in, and only who has a seat', async () => {
  const chidi = await community.person('Chidi')
  await community.as(chidi).post(`${page}/rsvp`)
  community.wait({ hours: fortnight + 2 })
  for (const browser of [community.stranger(), community.as(ben), community.as(chidi)])
    for (const end of ['', '/removal'])
      expect((await browser.request('POST', `${page}/attendees/${ben.id}/attendance${end}`)).status).toBe(404)
  for (const id of [chidi.id, 'nobody']) expect((await ada.request('POST', `${page}/attendees/${id}/attendance`)).status).toBe(404)
  expect(await came()).toEqual([])
})

test('Ben reads where he was in his data, and it goes when he leaves', async () => {
  community.wait({ hours: fortnight + 2 })
  await community.as(ben).post(`${page}/call`)
  expect(await community.as(ben).get('/me/data')).toContain('Attended')

  await community.as(ben).post('/me/leaving')
  expect(await came()).toEqual([])
})
