import { beforeEach, expect, test } from 'vitest'
import { useCommunity, type Browser } from '#test'

const community = useCommunity()
const page = '/events/spring-call'
let ada: Browser
let ben: Browser

/** The call begins in a fortnight and two hours. */
beforeEach(async () => {
  await community.event()
  ada = community.as(await community.person('Ada'))
  ben = community.as(await community.person('Ben'))
  await ben.post(`${page}/rsvp`)
})

const came = () => community.db.selectFrom('attendance').select('way').execute()
const door = async () => JSON.parse(await community.stranger().get(`${page}/call/door`)) as unknown

test('who is early waits: how long it is, what it is about; the numbers stand there all the same', async () => {
  const early = await ben.get(`${page}/call`)
  for (const words of ['It begins <strong data-part="until">in 14 days', 'Bring a question.', 'Try your microphone', 'canary-room'])
    expect(early).toContain(words)
  expect(early).not.toContain('Go into the call')
  expect(early).not.toContain('Let people in now')

  community.wait({ hours: 24 * 14, minutes: 30 })
  expect(await ben.get(`${page}/call`)).toContain('in 90 minutes')
  expect((await ben.request('POST', `${page}/call`)).location).toBe(`${page}/call`)
  expect(await came()).toEqual([])
  expect(await door()).toEqual({ isOpen: false })
})

test('a quarter of an hour before it begins the door opens by itself', async () => {
  community.wait({ hours: 24 * 14 + 1, minutes: 45 })
  expect(await door()).toEqual({ isOpen: true })
  expect(await ben.get(`${page}/call`)).toContain('Go into the call')
})

test('a host opens it earlier, once; nobody else can', async () => {
  community.wait({ hours: 24 * 14 + 1, minutes: 35 })
  for (const browser of [ben, community.stranger()]) expect((await browser.request('POST', `${page}/call/door`)).status).toBe(404)
  expect(await ada.get(`${page}/call`)).toContain('Let people in now')

  await ada.post(`${page}/call/door`)
  await ada.post(`${page}/call/door`)

  expect(await door()).toEqual({ isOpen: true })
  expect((await ben.request('POST', `${page}/call`)).location).toBe(`${page}/call?done=opening`)
  expect(await came()).toEqual([{ way: 'link' }])
})

test('there is no door where there is no call, of a draft, or once it is called off', async () => {
  await community.event({ title: 'In the hall', call: { joinUrl: '', dialIn: '', meetingId: '', passcode: '' } })
  await community.event({ title: 'A draft', draft: true })
  for (const slug of ['in-the-hall', 'a-draft', 'no-such'])
    expect((await community.stranger().request('GET', `/events/${slug}/call/door`)).status).toBe(404)
  await ada.post(`${page}/cancellation`, { reason: 'Snow.' })
  expect((await community.stranger().request('GET', `${page}/call/door`)).status).toBe(404)
})
