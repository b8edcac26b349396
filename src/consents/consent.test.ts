import { expect, test } from 'vitest'
import { editEvent, useCommunity } from '#test'

const community = useCommunity()
const page = '/events/spring-call'
const line = 'This call is recorded, and the recording is shown on this site.'

const agreed = () =>
  community.db
    .selectFrom('recordingConsent')
    .innerJoin('person', 'person.id', 'personId')
    .select(['email', 'wording', 'agreedAt'])
    .orderBy('email')
    .execute()

test('who comes to a call that is recorded has read it, and what they read is kept', async () => {
  await community.event({ isRecorded: true })
  const ben = await community.person('Ben', { language: 'es' })
  expect(await community.stranger().get(page)).toContain(line)
  expect(await agreed()).toEqual([])

  await community.as(ben).post(`${page}/rsvp`, { recorded: 'yes' })

  expect(await agreed()).toMatchObject([{ email: 'ben@example.org', wording: expect.stringContaining('se graba') as string }])
  expect((await community.mails(ben)).at(-1)?.body).toContain('Esta llamada se graba')
  const first = (await agreed())[0]?.agreedAt
  community.wait({ hours: 24 * 14 + 1, minutes: 50 })
  await community.as(ben).post(`${page}/call`)
  expect((await agreed())[0]?.agreedAt).toEqual(first)
})

test('a guest agrees behind the link, not by the address that somebody typed', async () => {
  await community.event({ isRecorded: true })
  await community.stranger().post(`${page}/rsvp`, { rsvpEmail: 'nora@example.org', recorded: 'yes' })
  expect(await agreed()).toEqual([])

  const link = new URL((await community.mails({ email: 'nora@example.org' }))[0]?.links.find((href) => href.includes('/rsvp/')) ?? '')
    .pathname
  expect(await community.stranger().get(link)).toContain(line)
  await community.stranger().post(link, { recorded: 'yes' })
  expect(await agreed()).toMatchObject([{ email: 'nora@example.org' }])
})

test('office hours are not recorded unless a host says so, and nobody agrees to what is not', async () => {
  await community.event()
  const ben = community.as(await community.person('Ben'))
  expect(await ben.get(page)).not.toContain(line)

  await ben.post(`${page}/rsvp`, { recorded: 'yes' })
  await ben.post(`${page}/call`)

  expect(await agreed()).toEqual([])
})

test('said later, everybody who comes is told by mail, and agrees by going in', async () => {
  await community.event()
  const ben = await community.person('Ben')
  await community.as(ben).post(`${page}/rsvp`)
  const ada = community.as(await community.person('Ada'))
  await editEvent(ada, { isRecorded: 'yes' })
  await community.work()

  expect((await community.mails(ben)).at(-1)?.subject).toBe('This call will be recorded: Spring call')
  expect(await agreed()).toEqual([])
  expect(await community.as(ben).get(`${page}/call`)).toContain(line)
  community.wait({ hours: 24 * 14 + 1, minutes: 50 })
  await community.as(ben).post(`${page}/call`)
  expect(await agreed()).toMatchObject([{ email: 'ben@example.org' }])
})

test('it stands in my data, and goes with the person', async () => {
  await community.event({ isRecorded: true })
  const ben = await community.person('Ben')
  await community.as(ben).post(`${page}/rsvp`, { recorded: 'yes' })

  const data = await community.as(ben).get('/me/data.json')
  expect(JSON.parse(data)).toMatchObject({ consents: { agreedToBeRecorded: [{ event: 'Spring call' }] } })
  await community.as(ben).post('/me/leaving')
  expect(await agreed()).toEqual([])
})
