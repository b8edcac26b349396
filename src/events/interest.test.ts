import { beforeEach, expect, test } from 'vitest'
import { editEvent, useCommunity } from '#test'
import { eventJobs } from './events.jobs.ts'

const community = useCommunity()
const page = '/events/spring-call'
const dated = { openDate: '', startsAt: '2026-04-15T12:00', endsAt: '2026-04-15T13:00' }

beforeEach(async () => {
  await community.event({ open: true })
})

const asks = (interestEmail: string, more: Record<string, string> = {}) =>
  community.stranger().request('POST', `${page}/interest`, { fields: { interestEmail, ...more } })
async function linkTo(address: string) {
  const link = (await community.mails(address)).at(-1)?.links.find((href) => href.includes('/interest/'))
  return new URL(link ?? 'https://community.example.org/no-link').pathname
}
async function confirmed(address = 'nora@example.org') {
  await asks(address)
  await community.stranger().post(await linkTo(address))
}
async function setDate(changes: Record<string, string> = dated) {
  await editEvent(community.as(await community.person('Ada')), changes)
  await community.work()
}

test('an open date says so; a stranger asks to be told, confirms by mail, and is told once when it is set', async () => {
  const shown = await community.stranger().get(page)
  expect(shown).toContain('Date to be announced')
  expect(shown).toContain('Tell me when the date is set')

  expect((await asks('Nora@Example.org')).location).toBe(`${page}?done=interest-asked`)
  const link = await linkTo('nora@example.org')
  expect(await community.stranger().get(link)).toContain('Yes, tell me when the date is set')
  expect(await community.stranger().post(link)).toContain('We will tell you the date')
  await setDate()

  expect(await community.mailTo('nora@example.org')).toEqual(['Shall we tell you the date? Spring call', 'The date is set: Spring call'])
  const told = (await community.mails('nora@example.org')).at(-1)
  expect(told?.body).toContain('Wednesday, April 15, 2026')
  expect(told?.body).not.toContain('canary-room')
})

test('the mail leads to a page where one button RSVPs', async () => {
  await confirmed()
  await setDate()
  const [link] = (await community.mails('nora@example.org')).at(-1)?.links.filter((href) => href.includes('/rsvp/')) ?? []

  expect(await community.stranger().post(new URL(link ?? '').pathname)).toContain('You are coming')
})

test('whoever never opened the link is not told; opening it is not enough, for mail scanners open links too', async () => {
  await asks('nora@example.org')
  await community.stranger().get(await linkTo('nora@example.org'))
  await setDate()

  expect(await community.mailTo('nora@example.org')).toEqual(['Shall we tell you the date? Spring call'])
})

test('nobody is told twice: not by a second run of the job, not by a later change of other words', async () => {
  const { id: eventId } = await community.event({ title: 'Another', open: true })
  await confirmed()
  await setDate()
  await setDate({ description: 'More words.' })
  const startsAt = '2026-04-15T17:00:00Z'
  const first = await community.db.selectFrom('event').select('id').where('slug', '=', 'spring-call').executeTakeFirstOrThrow()
  for (const id of [first.id, eventId])
    await eventJobs['event-dated']?.(community.db, { eventId: id, startsAt }, community.now(), community.config)

  expect(await community.mailTo('nora@example.org')).toHaveLength(2)
})

test('Ben, signed in, needs one click and no mail to confirm', async () => {
  const ben = await community.person('Ben')
  expect(await community.as(ben).post(`${page}/interest`)).toContain('We will write to you when the date is set.')
  await setDate()

  expect(await community.mailTo(ben)).toEqual(['The date is set: Spring call'])
})

test('Dana is told in Spanish, on her own clock', async () => {
  const dana = await community.person('Dana', { language: 'es', timeZone: 'America/Los_Angeles' })
  await community.as(dana).post(`${page}/interest`)
  await setDate()

  const [told] = await community.mails(dana)
  expect(told?.subject).not.toContain('The date is set')
  expect(told?.body).toContain('15 de abril de 2026')
  expect(told?.body).toContain('10:00')
})

test('whoever changes their mind is not told', async () => {
  await confirmed()
  const link = await linkTo('nora@example.org')
  expect(await community.stranger().get(link)).toContain('Do not write to me about it')
  expect(await community.stranger().post(`${link}/end`)).toContain('We will not write to you about it.')
  await setDate()

  expect(await community.mailTo('nora@example.org')).toHaveLength(1)
})

test('when it is called off before it had a date, nobody is told a date', async () => {
  await confirmed()
  await community.as(await community.person('Ada')).post(`${page}/cancellation`, { reason: '' })
  await community.work()

  expect(await community.mailTo('nora@example.org')).toEqual(['Shall we tell you the date? Spring call'])
  expect((await asks('eve@example.org')).location).toBe(page)
  expect(await community.mailTo('eve@example.org')).toEqual([])
})

test('a draft tells nobody its date before it is published', async () => {
  const { slug } = await community.event({ title: 'A draft', open: true, draft: true })
  expect(
    (await community.stranger().request('POST', `/events/${slug}/interest`, { fields: { interestEmail: 'nora@example.org' } })).status,
  ).toBe(404)
})

test('once the date is set the link leads to the event, and the form is gone', async () => {
  await asks('nora@example.org')
  const link = await linkTo('nora@example.org')
  await setDate()

  expect((await community.stranger().request('GET', link)).location).toBe(page)
  expect(await community.stranger().get(page)).not.toContain('Tell me when the date is set')
})

test('bad addresses keep what was typed; robots, altered links and the fourth mail of an hour send nothing', async () => {
  const answer = await asks('nora@')
  expect(answer.status).toBe(422)
  expect(answer.html).toContain('value="nora@"')
  expect((await asks('nora@example.org', { website: 'x' })).location).toContain('interest-asked')
  expect(await community.mailTo('nora@example.org')).toEqual([])

  for (let n = 0; n < 5; n++) expect((await asks('nora@example.org')).location).toContain('interest-asked')
  expect(await community.mailTo('nora@example.org')).toHaveLength(3)
  const link = await linkTo('nora@example.org')
  for (const path of [`${link}x`, link.replace('/interest/', '/rsvp/'), '/interest/x'])
    for (const method of ['GET', 'POST']) expect((await community.stranger().request(method, path)).status).toBe(404)
})
