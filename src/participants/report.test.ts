import { beforeEach, expect, test } from 'vitest'
import { useCommunity, type Browser, type FormFields, type TestPerson } from '#test'
import { participantJobs } from './participants.jobs.ts'

const community = useCommunity()
const reports = '/events/spring-call/participants'
let ada: Browser
let ben: TestPerson
let dana: TestPerson

/** Ben and Dana have seats; the call is over. */
beforeEach(async () => {
  await community.event()
  ada = community.as(await community.person('Ada', { lastName: 'Whitfield' }))
  ben = await community.person('Ben', { lastName: 'Ortiz' })
  dana = await community.person('Dana', { lastName: 'Réyes' })
  for (const person of [ben, dana]) await community.as(person).post('/events/spring-call/rsvp')
  community.wait({ hours: 24 * 14 + 4 })
})

const zoom = (...rows: string[]) =>
  ['Topic,ID,Start time', 'Call,555,x', '', 'Name (original name),Email,Join time,Leave time,Duration (minutes),Guest', ...rows].join(
    '\r\n',
  )

const usual = zoom(
  'Ben’s iPad,ben@example.org,03/18/2026 12:00:00 PM,03/18/2026 12:20:00 PM,20,Yes',
  'Ben’s iPad,ben@example.org,03/18/2026 12:25:00 PM,03/18/2026 12:55:00 PM,30,Yes',
  '"Reyes, Dana",,03/18/2026 12:00:00 PM,03/18/2026 01:00:00 PM,60,Yes',
  '<b>Walt</b> Stranger,walt@example.net,03/18/2026 12:00:00 PM,03/18/2026 12:10:00 PM,10,Yes',
)

/** Brings a report; gives the address of its page. */
async function bring(text: string | Uint8Array<ArrayBuffer> = usual, browser = ada) {
  const { location, status, html } = await browser.request('POST', reports, { fields: { file: new File([text], 'participants_555.csv') } })
  return { path: location ?? '', status, html }
}

/** What the page would send if the steward changed nothing but this. */
async function take(path: string, changes: FormFields = {}) {
  const page = await ada.get(path)
  const chosen = [...page.matchAll(/<select[^>]*name="(who-\d+)"[^>]*>(.*?)<\/select>/gs)].map(([, name = '', options = '']) => [
    name,
    /value="([^"]*)" selected/.exec(options)?.[1] ?? '',
  ])
  return ada.request('POST', `${path}/taking`, { fields: { ...(Object.fromEntries(chosen) as FormFields), ...changes } })
}

const came = async () =>
  (
    await community.db
      .selectFrom('attendance')
      .innerJoin('person', 'person.id', 'personId')
      .select(['email', 'way', 'minutes'])
      .orderBy('email')
      .execute()
  ).map(({ email, way, minutes }) => `${email} ${way} ${minutes}`)

const words = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('Ada sees who is meant before anything is noted, takes it, and the list of the call says who stayed how long', async () => {
  expect(await ada.get('/events/spring-call/attendees')).toContain(reports)
  const { path } = await bring()
  const page = await ada.get(path)
  for (const part of [
    'Zoom gave this report',
    '1 known by their address',
    '1 likely by their name',
    '1 not known',
    '50 min, joined 2 times',
  ])
    expect(words(page)).toContain(part)
  expect(page).toContain('&lt;b>Walt')
  expect(await came()).toEqual([])

  await take(path)
  await take(path)
  expect(await came()).toEqual(['ben@example.org report 50', 'dana@example.org report 60'])
  expect(words(await ada.get(path))).toContain('2 were there 0 came without an answer 1 not known')
  expect(words(await ada.get('/events/spring-call/attendees'))).toContain('Yes, 50 min')
  expect(await ada.get('/events/spring-call/attendees.csv')).toContain(',Yes,50,')
  expect(await community.as(ben).get('/me/data')).toContain('Minutes')
})

test('of strangers only the number stays; of those we know, not how they named themselves', async () => {
  const { path } = await bring()
  await take(path)
  const kept = await community.db.selectFrom('participantRow').select(['name', 'email', 'personId']).orderBy('minutes').execute()
  expect(kept).toEqual([
    { name: '', email: null, personId: ben.id },
    { name: '', email: null, personId: dana.id },
  ])
  expect(await community.db.selectFrom('person').select('id').where('email', '=', 'walt@example.net').execute()).toEqual([])
})

test('the same report brought again is the same one, whatever its file; taken twice changes nothing', async () => {
  const first = await bring()
  await take(first.path)
  const again = await bring(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(usual.replaceAll('\r\n', '\n'), 'utf16le')]))
  expect(again.path).toBe(first.path)
  await take(again.path)
  expect(await came()).toEqual(['ben@example.org report 50', 'dana@example.org report 60'])
})

test('a call in two halves: the minutes of both reports are added; undoing one takes its own away', async () => {
  await community.db
    .insertInto('attendance')
    .values({ ...(await seat(ben)), way: 'link' })
    .execute()
  const first = await bring()
  await take(first.path)
  const second = await bring(zoom('Ben Ortiz,ben@example.org,03/18/2026 01:10:00 PM,03/18/2026 01:20:00 PM,10,Yes'))
  await take(second.path)
  expect(await came()).toEqual(['ben@example.org link 60', 'dana@example.org report 60'])

  expect(await ada.get(`${first.path}/removal`)).toContain('Undo this report?')
  await ada.post(`${first.path}/removal`)
  expect(await came()).toEqual(['ben@example.org link 10'])
  await ada.post(`${second.path}/removal`)
  expect(await came()).toEqual(['ben@example.org link null'])
  expect((await ada.request('GET', second.path)).status).toBe(404)
})

const seat = async (person: TestPerson) => ({
  eventId: (await community.db.selectFrom('event').select('id').executeTakeFirstOrThrow()).id,
  personId: person.id,
  cameAt: community.now(),
  notedBy: null,
})

test('Ada corrects it: the likely one was somebody else, the stranger is Eve by her address, one more is to be known', async () => {
  const eve = await community.person('Eve')
  const { path } = await bring(`${usual}\r\nNora North,nora@example.net,03/18/2026 12:00:00 PM,03/18/2026 12:05:00 PM,5,Yes`)
  const wrong = await take(path, { 'who-1': '', 'address-2': 'nobody@example.org', 'who-3': 'no-such' })
  expect(wrong.status).toBe(422)
  for (const sentence of ['Nobody here has this address.', 'Choose again.', 'value="nobody@example.org"'])
    expect(wrong.html).toContain(sentence)
  expect(await came()).toEqual([])

  await take(path, { 'who-1': '', 'address-2': ' EVE@example.org ', 'who-3': 'new' })
  expect(await came()).toEqual(['ben@example.org report 50', 'eve@example.org report 10', 'nora@example.net report 5'])
  expect(words(await ada.get(path))).toContain('2 came without an answer')
  const nora = await community.db.selectFrom('person').selectAll().where('email', '=', 'nora@example.net').executeTakeFirstOrThrow()
  expect([nora.firstName, nora.lastName, nora.emailProvedAt]).toEqual(['Nora', 'North', null])
  expect(await community.db.selectFrom('subscription').select('personId').where('personId', 'in', [nora.id, eve.id]).execute()).toEqual([])
  expect(await community.db.selectFrom('consent').select('id').where('personId', '=', nora.id).execute()).toEqual([])
})

test('two of one name are asked about; whom the page did not offer is not taken', async () => {
  for (const email of ['jo@example.org', 'jo2@example.org']) await community.person('Jo', { lastName: 'Kim', email })
  const chidi = await community.person('Chidi')
  const { path } = await bring(zoom('Jo Kim,,03/18/2026 12:00:00 PM,03/18/2026 12:30:00 PM,30,Yes'))
  expect((await ada.get(path)).match(/jo2?@example\.org/g)).toHaveLength(2)
  expect((await take(path, { 'who-0': chidi.id })).status).toBe(422)
  await take(path)
  expect(await came()).toEqual([])
})

test.each([
  ['nothing', null, 'Choose the file of the report.'],
  ['a letter', 'Dear Ada,\nit went well.', 'No list of participants is in this file.'],
  ['a list of members', 'Name,Email\nBen,ben@example.org', 'No list of participants is in this file.'],
  ['headings alone', zoom(), 'nobody below them'],
  ['bytes', new Uint8Array([0, 1, 2, 0xff, 0xfe, 0]), 'No list of participants is in this file.'],
  ['a crowd', zoom(...Array.from({ length: 3001 }, (_, n) => `A ${n},a${n}@example.net,,,1,Yes`)), 'More than 3,000 people'],
])('%s is refused with a sentence', async (_, text, sentence) => {
  const fields: FormFields = text === null ? {} : { file: new File([text], 'x.csv') }
  const { status, html } = await ada.request('POST', reports, { fields })
  expect(status).toBe(422)
  expect(html).toContain(sentence)
})

test('before a call there is nothing to bring', async () => {
  await community.event({ title: 'Next call', startsAt: community.now().add({ hours: 4 }) })
  expect(await ada.get('/events/next-call/attendees')).not.toContain('/participants')
  const early = await ada.request('POST', '/events/next-call/participants', { fields: { file: new File([usual], 'x.csv') } })
  expect(early.html).toContain('Bring the report after the call.')
})

test('strangers, Ben and Chidi find nothing, and a report is found under its own call alone', async () => {
  const { path } = await bring()
  await community.event({ title: 'Other call', startsAt: community.now().subtract({ hours: 24 }) })
  const elsewhere = path.replace('spring-call', 'other-call')
  for (const end of ['', '/removal']) expect((await ada.request('GET', `${elsewhere}${end}`)).status).toBe(404)
  for (const browser of [community.stranger(), community.as(ben), community.as(await community.person('Chidi'))]) {
    for (const place of [reports, path, `${path}/removal`]) expect((await browser.request('GET', place)).status).toBe(404)
    for (const place of [reports, `${path}/taking`, `${path}/removal`]) expect((await browser.request('POST', place)).status).toBe(404)
  }
  expect((await ada.request('GET', `${reports}/no-such`)).status).toBe(404)
  expect(await came()).toEqual([])
})

test('whoever leaves goes out of reports, taken or not; what nobody took is forgotten after a fortnight', async () => {
  const { path } = await bring()
  const other = await bring(zoom('Ben Ortiz,ben@example.org,03/18/2026 01:10:00 PM,03/18/2026 01:20:00 PM,10,Yes'))
  await take(path)
  await community.as(ben).post('/me/leaving')
  expect(await came()).toEqual(['dana@example.org report 60'])
  expect(await community.db.selectFrom('participantRow').select('minutes').execute()).toEqual([{ minutes: 60 }])

  community.wait({ hours: 24 * 15 })
  await participantJobs['forget-untaken-reports']?.(community.db, {}, community.now(), community.config)
  expect((await ada.request('GET', other.path)).status).toBe(404)
  expect((await ada.request('GET', path)).status).toBe(200)
})
