import { beforeEach, expect, test } from 'vitest'
import { hashOfAddress, saveSuppression } from '#suppressions'
import { useCommunity, type Browser, type TestPerson } from '#test'

const community = useCommunity()
const page = '/events/spring-call'
const fortnight = 24 * 14
let ada: Browser
let ben: TestPerson
let chidi: TestPerson

/** Ben and Chidi have seats; Ben was there, Chidi was not. */
beforeEach(async () => {
  await community.event()
  ada = community.as(await community.person('Ada'))
  ben = await community.person('Ben')
  chidi = await community.person('Chidi')
})

const answer = (person: TestPerson) => community.as(person).post(`${page}/rsvp`)
const wanted = { wanted: 'yes', came: '', missed: '' }

async function hold(...present: TestPerson[]) {
  community.wait({ hours: fortnight + 3 })
  for (const { id } of present) await ada.post(`${page}/attendees/${id}/attendance`)
}

async function askAfterwards() {
  await community.db.selectNoFrom((of) => of.fn<string>('graphile_worker.add_job', [of.val('ask-after-gatherings')]).as('job')).execute()
  await community.work()
}

const surveyPathOf = async (person: TestPerson) => {
  const links = (await community.mails(person)).flatMap((mail) => mail.links)
  return new URL(links.find((href) => href.includes('/surveys/')) ?? 'https://none.invalid/none').pathname
}

test('a day after the call Ben is asked what it was good for and Chidi what kept him, once each however often it runs', async () => {
  await answer(ben)
  await answer(chidi)
  await ada.post(`${page}/survey`, wanted)
  await hold(ben)
  await askAfterwards()
  expect(await community.mailTo(ben)).not.toContain('How was it? Spring call')

  community.wait({ hours: 24 })
  await askAfterwards()
  await askAfterwards()
  expect((await community.mailTo(ben)).filter((subject) => subject === 'How was it? Spring call')).toHaveLength(1)
  expect((await community.mailTo(chidi)).filter((subject) => subject === 'We missed you: Spring call')).toHaveLength(1)

  const [bens, chidis] = [await surveyPathOf(ben), await surveyPathOf(chidi)]
  expect(await community.stranger().get(bens)).toContain('Was it useful?')
  expect(await community.stranger().get(chidis)).toContain('What kept you?')
  expect(await community.db.selectFrom('surveyAnswer').selectAll().execute()).toEqual([])
})

test('answers come without an account, can be changed for a month, stand in my data and go with the person', async () => {
  await answer(ben)
  await ada.post(`${page}/survey`, wanted)
  await hold(ben)
  community.wait({ hours: 24 })
  await askAfterwards()
  const path = await surveyPathOf(ben)
  const said = () => community.db.selectFrom('surveyAnswer').select('answer').orderBy('question').execute()

  await community.stranger().post(path, { answer0: 'Yes, very', answer1: 'First words', answer2: '' })
  expect(await community.stranger().post(path, { answer0: 'forged', answer1: '<b>Call</b> a plant 🌱', answer2: '' })).toContain(
    'Thank you',
  )
  expect(await said()).toEqual([{ answer: '<b>Call</b> a plant 🌱' }])
  expect((await community.stranger().request('POST', path, { fields: { answer1: 'x'.repeat(3000) } })).status).toBe(422)
  expect(await community.as(ben).get('/me/data')).toContain('&lt;b>Call&lt;/b> a plant 🌱')

  community.wait({ hours: 24 * 31 })
  expect(await community.stranger().post(path, { answer1: 'Too late' })).toContain('closed')
  expect(await said()).toHaveLength(1)
  await community.as(ben).post('/me/leaving')
  expect(await said()).toEqual([])
  expect((await community.stranger().request('GET', path)).status).toBe(404)
  expect((await community.stranger().request('GET', `${path}x`)).status).toBe(404)
})

test('nothing said is shown before five have answered; then words without names, figures, and a table without formulas', async () => {
  const five = [ben, chidi, ...(await Promise.all(['Dee', 'Eli', 'Fay'].map((name) => community.person(name))))]
  for (const person of five) await answer(person)
  await ada.post(`${page}/survey`, { ...wanted, came: 'Was it useful?\nWhat of {{it}}?' })
  await hold(...five)
  community.wait({ hours: 24 })
  await askAfterwards()
  const say = async (person: TestPerson) =>
    community.stranger().post(await surveyPathOf(person), { answer0: 'In part', answer1: `=SUM ${person.id.slice(-3)}` })
  for (const person of five.slice(1)) await say(person)
  expect(await ada.get(`${page}/survey`)).toContain('once five have answered')
  expect(await ada.get(`${page}/survey.csv`)).not.toContain('SUM')

  await say(ben)
  const results = await ada.get(`${page}/survey`)
  for (const words of ['What of {{it}}?', '=SUM', 'In part']) expect(results).toContain(words)
  expect(results).not.toContain('ben@example.org')
  const file = await ada.get(`${page}/survey.csv`)
  expect(file).toContain('Those who came,Was it useful?,In part,5')
  expect(file).toContain(",'=SUM")
  for (const browser of [community.stranger(), community.as(ben)])
    for (const path of [`${page}/survey`, `${page}/survey.csv`]) expect((await browser.request('GET', path)).html).not.toContain('SUM')
})

test('nobody is asked where nobody was noted, nor anybody whose address gets no mail', async () => {
  await answer(ben)
  await answer(chidi)
  await ada.post(`${page}/survey`, wanted)
  await hold()
  community.wait({ hours: 24 })
  await askAfterwards()
  expect(await ada.get(`${page}/survey`)).toContain('Nobody is asked unless')

  await ada.post(`${page}/attendees/${ben.id}/attendance`)
  const address = { address: chidi.email, addressHash: hashOfAddress(community.network.secret, chidi.email) }
  await saveSuppression(community.db, { networkId: community.network.id, ...address, reason: 'bounced', detail: '' }, community.now())
  await askAfterwards()
  expect(await community.mailTo(ben)).toContain('How was it? Spring call')
  expect(await community.mailTo(chidi)).not.toContain('We missed you: Spring call')
  expect((await ada.request('POST', `${page}/survey`, { fields: { ...wanted, came: 'Why?\n'.repeat(9) + 'a'.repeat(301) } })).status).toBe(
    422,
  )
})

test('who missed it reads where the recording is, or that it will come; Dora is asked in Spanish', async () => {
  await community.event({ isRecorded: true, title: 'Recorded call' })
  const recorded = '/events/recorded-call'
  const dora = await community.person('Dora', { language: 'es' })
  for (const person of [ben, dora]) await community.as(person).post(`${recorded}/rsvp`, { recorded: 'yes' })
  const questions = { came: 'Was it short enough?', cameSpanish: '¿Fue bastante corta?' }
  expect((await ada.request('POST', `${recorded}/survey`, { fields: { ...wanted, came: 'One\nTwo', cameSpanish: 'Una' } })).status).toBe(
    422,
  )
  await ada.post(`${recorded}/survey`, { ...wanted, ...questions })
  community.wait({ hours: fortnight + 3 })
  await ada.post(`${recorded}/attendees/${dora.id}/attendance`)
  community.wait({ hours: 24 })
  await askAfterwards()
  expect((await community.mails(ben)).at(-1)?.body).toContain('as soon as the recording can be seen')
  const page = await community.stranger().get(await surveyPathOf(dora))
  expect(page).toContain('¿Fue bastante corta?')
  await community.stranger().post(await surveyPathOf(dora), { answer0: 'Sí' })
  expect(await community.db.selectFrom('surveyAnswer').select('question').execute()).toEqual([{ question: 'Was it short enough?' }])
})

test('set once for a series, each of its dates is asked about; one date may ask nothing', async () => {
  await ada.post(`${page}/rhythm`, { pattern: 'week', every: '1', rotation: '', mostDates: '3', lastDay: '' })
  await ada.post(`${page}/survey`, { ...wanted, isForAll: 'yes', came: 'What now?' })
  await ada.post(`${page}/certificates`, { hours: '1.5', isForAll: 'yes' })
  const dates = [page, '/events/spring-call-2026-03-25', '/events/spring-call-2026-04-01']
  for (const date of dates) await community.as(ben).post(`${date}/rsvp`)
  expect(await ada.get(`${dates[2]}/survey`)).toContain('What now?')
  await ada.post(`${dates[1]}/survey`, { came: '', missed: '' })
  await ada.post(`${dates[1]}/certificates`, { hours: '' })
  for (const date of dates) {
    community.wait({ hours: date === page ? fortnight + 3 : 24 * 6 })
    await ada.post(`${date}/attendees/${ben.id}/attendance`)
    community.wait({ hours: 24 })
    await askAfterwards()
  }
  expect((await community.mailTo(ben)).filter((subject) => subject === 'How was it? Spring call')).toHaveLength(2)
  expect(await community.as(ben).get(dates[2] ?? '')).toContain('Get my certificate')
  expect(await community.as(ben).get(dates[1] ?? '')).not.toContain('Get my certificate')
  await ada.post(`${dates[2]}/survey`, { isForAll: 'yes', came: '', missed: '' })
  expect(await community.db.selectFrom('rhythmSurvey').selectAll().execute()).toEqual([])
})
