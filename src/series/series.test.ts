import { beforeEach, expect, test } from 'vitest'
import { fieldsIn, testConfig, useCommunity, type Browser, type TestPerson } from '#test'
import { moveSeriesOn } from './passage.actions.ts'
import { dueAt } from './series.rules.ts'
import { seriesKind } from './series.kind.ts'

const community = useCommunity()
let ada: Browser
beforeEach(async () => {
  ada = community.as(await community.person('Ada'))
})

type NewStep = { afterDays: string; atHour: string; subject?: string }

/** A series with these steps, switched on; gives its address. */
async function series(steps: NewStep[], about: Record<string, string> = {}): Promise<string> {
  const at = (await ada.request('POST', '/admin/series', { fields: { name: 'Welcome' } })).location ?? ''
  await ada.post(at, { ...fieldsIn(await ada.get(at)), ...about })
  for (const [place, step] of steps.entries()) {
    const stepAt = (await ada.request('POST', `${at}/steps`)).location ?? ''
    const words = { subject: `Mail ${place + 1}`, body: 'Hello {{firstName}}, see [events](/events).' }
    await ada.post(stepAt, { ...fieldsIn(await ada.get(stepAt)), language: 'en', ...words, ...step })
  }
  await ada.post(`${at}/switch`, { on: 'yes' })
  return at
}

const run = () => moveSeriesOn(community.db, testConfig, community.now())

/** Subjects of what was queued for somebody, in the order in which it was. */
const mailsTo = async ({ id }: { id: string }) =>
  (
    await community.db
      .selectFrom('mail')
      .innerJoin('mailContent', 'mailContent.id', 'mail.contentId')
      .select('mailContent.subject')
      .where('personId', '=', id)
      .orderBy('mail.queuedAt')
      .orderBy('mail.id')
      .execute()
  ).map(({ subject }) => subject)

/** Joins the list as people do: by the form, and the link in the mail. */
async function join(email: string): Promise<{ id: string }> {
  await community.stranger().post('/join', { email, 'list-monthly-update': 'yes' })
  const link = (await community.mails(email)).flatMap(({ links }) => links).find((one) => one.includes('/join/confirm/')) ?? ''
  await community.stranger().post(new URL(link).pathname)
  return community.db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirstOrThrow()
}

const threeMails = [
  { afterDays: '0', atHour: '' },
  { afterDays: '3', atHour: '9' },
  { afterDays: '4', atHour: '9' },
]

/** The figures of a series, as its page says them. */
const figures = (html: string) =>
  Object.fromEntries([...html.matchAll(/<dt>([^<]+)<\/dt><dd>([^<]+)<\/dd>/g)].map(([, name = '', value]) => [name, value]))

test('whoever joins gets each mail once, at its hour on their own clock, however often it runs', async () => {
  const at = await series(threeMails)
  await community.reader(await community.person('Ben'))
  community.wait({ minutes: 1 })
  const rosa = await join('rosa@example.net')
  await community.db.updateTable('person').set({ timeZone: 'America/Denver' }).where('id', '=', rosa.id).execute()

  await run()
  await run()
  expect(await mailsTo(rosa)).toEqual(['Mail 1'])
  // Saturday, 9:00 in Denver is 16:00 in UTC.
  community.wait({ hours: 72 })
  await run()
  expect(await mailsTo(rosa)).toEqual(['Mail 1'])
  community.wait({ minutes: 59 })
  for (let time = 0; time < 3; time++) await run()
  expect(await mailsTo(rosa)).toEqual(['Mail 1', 'Mail 2'])
  community.wait({ hours: 24 * 5 })
  await run()
  expect(await mailsTo(rosa)).toEqual(['Mail 1', 'Mail 2', 'Mail 3'])

  const page = await ada.get(at)
  expect(figures(page)).toMatchObject({ Entered: '1', 'Had all of it': '1', 'On their way': '0' })
  expect(page).toContain('sent to 1 person')
  const mails = await community.db.selectFrom('mail').select('id').where('contentId', 'is not', null).execute()
  expect(mails).toHaveLength(3)
})

test('the mail says why it comes, and carries the headers of its list', async () => {
  await series([{ afterDays: '0', atHour: '' }])
  community.wait({ minutes: 1 })
  const rosa = await join('rosa@example.net')
  await community.db.updateTable('person').set({ language: 'es' }).where('id', '=', rosa.id).execute()
  await run()

  const content = await community.db.selectFrom('mailContent').selectAll().executeTakeFirstOrThrow()
  expect(content).toMatchObject({ kind: 'series', language: 'es', subject: 'Mail 1' })
  expect(content.text).toContain('Recibe esto porque está en la lista Boletín mensual.')
  expect(content.text).toContain('https://community.example.org/events')
  expect(content.html).toContain('https://community.example.org/unsubscribe/{{leaveToken}}')
  expect(content.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
  expect(content.headers['List-Id']).toContain('<monthly-update.community.example.org>')

  const fields = await seriesKind.stillReads?.(community.db, content.id, [rosa.id])
  expect(fields?.get(rosa.id)).toMatchObject({ firstName: '' })
  expect(content.text).toContain('{{firstName|colleague}}')
})

test('who leaves gets nothing more: neither the next mail, nor one that waits to leave', async () => {
  const at = await series(threeMails)
  community.wait({ minutes: 1 })
  const rosa = await join('rosa@example.net')
  await run()
  const { id } = await community.db.selectFrom('mailContent').select('id').executeTakeFirstOrThrow()
  await community.db.updateTable('subscription').set({ leftAt: community.now() }).where('personId', '=', rosa.id).execute()

  expect(await seriesKind.stillReads?.(community.db, id, [rosa.id])).toEqual(new Map())
  community.wait({ hours: 24 * 4 })
  await run()
  expect(await mailsTo(rosa)).toEqual(['Mail 1'])
  expect(figures(await ada.get(at))).toMatchObject({ Entered: '1', 'Left the list': '1' })
})

test('an address that is suppressed gets nothing more; who is forgotten leaves the figure alone', async () => {
  const at = await series(threeMails)
  community.wait({ minutes: 1 })
  const [rosa, omar] = [await join('rosa@example.net'), await community.person('Omar')]
  await community.as(omar).post('/me/lists', { 'list-monthly-update': 'yes', language: 'en', firstName: 'Omar' })
  await run()
  expect(await mailsTo(omar)).toEqual(['Mail 1'])
  const suppressed = {
    id: crypto.randomUUID(),
    networkId: community.network.id,
    address: 'rosa@example.net',
    addressHash: Buffer.from('x'),
  }
  await community.db
    .insertInto('suppression')
    .values({ ...suppressed, reason: 'bounced', since: community.now(), endedAt: null })
    .execute()
  await community.as(omar).post('/me/leaving', {})
  community.wait({ hours: 24 * 4 })
  await run()
  expect(await mailsTo(rosa)).toEqual(['Mail 1'])
  expect(figures(await ada.get(at))).toMatchObject({ Entered: '2', 'Left the list': '1' })
  expect(await mailsTo(omar)).toEqual([])
})

test('only who comes while it is on enters, and nobody twice', async () => {
  const before = await join('before@example.net')
  community.wait({ minutes: 1 })
  const at = await series([{ afterDays: '0', atHour: '' }])
  community.wait({ minutes: 1 })
  await run()
  expect(await mailsTo(before)).toEqual([])

  await ada.post(`${at}/switch`, { on: 'no' })
  const meanwhile = await join('meanwhile@example.net')
  community.wait({ hours: 2 })
  await ada.post(`${at}/switch`, { on: 'yes' })
  community.wait({ minutes: 1 })
  const after = await join('after@example.net')
  await run()
  expect([await mailsTo(meanwhile), await mailsTo(after)]).toEqual([[], ['Mail 1']])

  await community.db.updateTable('subscription').set({ leftAt: community.now() }).where('personId', '=', after.id).execute()
  community.wait({ minutes: 10 })
  await join('after@example.net')
  community.wait({ minutes: 10 })
  await run()
  expect(await mailsTo(after)).toEqual(['Mail 1'])
})

test('a series after the first RSVP stops once somebody RSVPs again', async () => {
  await community.event({ title: 'Spring call' })
  await community.event({ title: 'Second call' })
  await series(threeMails, { beginsWith: 'first-rsvp', stopsWith: 'rsvped' })
  const ben = await community.person('Ben')
  await community.reader(ben)
  const chidi = await community.person('Chidi')
  community.wait({ minutes: 1 })
  for (const person of [ben, chidi]) await community.as(person).post('/events/spring-call/rsvp')
  community.wait({ minutes: 1 })
  await run()
  expect([await mailsTo(ben), await mailsTo(chidi)]).toEqual([['Mail 1'], []])

  community.wait({ hours: 1 })
  await community.as(ben).post('/events/second-call/rsvp')
  community.wait({ hours: 24 * 4 })
  await run()
  expect(await mailsTo(ben)).toEqual(['Mail 1'])
})

test('who says from now on that they convene gets the series of conveners; who always did does not', async () => {
  const cast: TestPerson[] = [await community.person('Ben', { job: 'Convener' }), await community.person('Rosa', { job: 'Dean' })]
  for (const person of cast) await community.reader(person)
  await series([{ afterDays: '0', atHour: '' }], { beginsWith: 'convener' })
  await run()
  await community.db
    .updateTable('person')
    .set({ job: 'Lead convener, retail' })
    .where('id', '=', cast[1]?.id ?? '')
    .execute()
  community.wait({ minutes: 5 })
  await run()
  expect(await Promise.all(cast.map(mailsTo))).toEqual([[], ['Mail 1']])
})

test('Ada writes in two languages, looks at it, sends herself a test; half a step is not switched on', async () => {
  const at = (await ada.request('POST', '/admin/series', { fields: { name: 'Welcome' } })).location ?? ''
  expect(await ada.post(`${at}/switch`, { on: 'yes' })).toContain('Write a subject and a text for each step first.')
  const step = (await ada.request('POST', `${at}/steps`)).location ?? ''
  expect(await ada.post(`${at}/switch`, { on: 'yes' })).toContain('Write a subject and a text for each step first.')
  const fields = { ...fieldsIn(await ada.get(`${step}?language=es`)), subject: 'Bienvenida', body: 'Hola, **{{firstName}}**.' }
  expect(await ada.post(step, { ...fields, afterDays: '400' })).toContain('Enter a number of days from 0 to 365.')
  expect(await ada.post(step, fields)).toContain('<strong>colega</strong>')
  expect((await ada.request('POST', step, { fields: { ...fields, seen: 'long ago' } })).status).toBe(409)

  expect(await ada.post(`${step}/test`, { language: 'es' })).toContain('The test is on its way to ada@example.org.')
  expect(await community.db.selectFrom('mailContent').select('subject').execute()).toEqual([{ subject: 'Prueba: Bienvenida' }])

  expect(await ada.post(`${at}/switch`, { on: 'yes' })).toContain('It is on')
  const now = fieldsIn(await ada.get(`${step}?language=es`))
  expect(await ada.post(step, { ...now, subject: '' })).toContain('The series is on, so this step needs a subject and a text.')
  expect(await ada.post(`${step}/removal`)).toContain('Switch it off first.')
  expect(await ada.post(at, { ...fieldsIn(await ada.get(at)), beginsWith: 'convener' })).toContain('Switch the series off to change')
  await ada.post(`${at}/removal`)
  expect((await ada.request('GET', at)).status).toBe(404)
})

test('to members, strangers and other organizations series are not there', async () => {
  const at = await series([{ afterDays: '0', atHour: '' }])
  const { id } = await community.db.selectFrom('seriesStep').select('id').executeTakeFirstOrThrow()
  for (const browser of [community.stranger(), community.as(await community.person('Ben')), community.as(await community.person('Chidi'))])
    for (const [method, path] of [
      ['GET', '/admin/series'],
      ['POST', '/admin/series'],
      ['GET', at],
      ['POST', at],
      ['POST', `${at}/switch`],
      ['POST', `${at}/steps`],
      ['GET', `${at}/steps/${id}`],
      ['POST', `${at}/steps/${id}`],
      ['POST', `${at}/steps/${id}/test`],
      ['POST', `${at}/steps/${id}/removal`],
      ['GET', `${at}/removal`],
      ['POST', `${at}/removal`],
    ] as const)
      expect([path, (await browser.request(method, path)).status]).toEqual([path, 404])
})

test('a step is due on the reader’s calendar, over a change of the clock too', () => {
  const saturday = Temporal.Instant.from('2026-03-07T15:00:00Z')
  const at = (afterDays: number, atHour: number | null, zone: string) => dueAt(saturday, { afterDays, atHour }, zone).toString()
  expect(at(0, null, 'America/Chicago')).toBe('2026-03-07T15:00:00Z')
  expect(at(0, 8, 'America/Chicago')).toBe('2026-03-08T13:00:00Z')
  expect(at(0, 10, 'America/Chicago')).toBe('2026-03-07T16:00:00Z')
  expect(at(1, 2, 'America/Chicago')).toBe('2026-03-08T08:00:00Z')
  expect(at(2, 9, 'America/Phoenix')).toBe('2026-03-09T16:00:00Z')
})
