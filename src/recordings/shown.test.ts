import { expect, test } from 'vitest'
import { saveSuppression } from '#suppressions'
import { fieldsIn, useCommunity } from '#test'
import { recordingJobs } from './recordings.jobs.ts'
import { reminderDay } from './promise.rules.ts'

const community = useCommunity()
const captions = 'WEBVTT\n\n00:01.000 --> 00:04.000\nWe began with one dairy.'
const run = (job: string) => recordingJobs[job]?.(community.db, {}, community.now(), community.config)

test('Ada makes the archive entry of a webinar that was held; whoever registered is told once, when the recording can be seen', async () => {
  const [ada, ben, chidi] = [await community.person('Ada'), await community.person('Ben'), await community.person('Chidi')]
  const [ruth, marisol] = [await community.person('Ruth'), await community.person('Marisol', { language: 'es' })]
  const event = await community.event({ kind: 'webinar', title: 'Scaling up', summary: 'What states can do.' })
  for (const person of [ben, chidi, ruth, marisol]) await community.as(person).post('/events/scaling-up/rsvp')
  await community.as(chidi).post('/events/scaling-up/regret')
  await saveSuppression(
    community.db,
    {
      networkId: community.network.id,
      address: ruth.email,
      addressHash: Buffer.from('ruth'),
      reason: 'bounced',
      detail: '',
    },
    community.now(),
  )
  const before = new Map(
    await Promise.all([ben, chidi, ruth, marisol].map(async (one) => [one.email, await community.mailTo(one)] as const)),
  )
  const desk = community.as(ada)

  expect(await desk.get('/events/scaling-up')).not.toContain('Make the archive entry')
  expect((await desk.request('GET', '/webinars/new?event=scaling-up')).status).toBe(404)
  community.wait({ hours: 24 * 15 })
  expect(await desk.get('/events/scaling-up')).toContain('href="/webinars/new?event=scaling-up"')
  const form = fieldsIn(await desk.get('/webinars/new?event=scaling-up'))
  expect(form).toMatchObject({ title: 'Scaling up', heldOn: '2026-03-18', minutes: '60', speakers: 'Marisol Vega', event: event.id })
  await desk.post('/webinars', { ...form, slides: 'https://slides.example.net/deck.pdf' })
  expect((await desk.request('GET', '/webinars/new?event=scaling-up')).location).toBe('/webinars/scaling-up')
  expect(await community.stranger().get('/events/scaling-up')).not.toContain('Recording, slides and notes')

  await desk.post('/webinars/scaling-up/publication', { publish: 'yes' })
  await run('tell-of-recordings')
  expect(await community.mailTo(ben)).toEqual(before.get(ben.email))
  expect(await community.stranger().get('/events/scaling-up')).toContain('<a href="/webinars/scaling-up">Recording, slides and notes</a>')

  const edited = fieldsIn(await desk.get('/webinars/scaling-up/edit?language=en'))
  await desk.post('/webinars/scaling-up', { ...edited, recording: 'https://video.example.net/1' })
  for (let times = 0; times < 2; times++) await run('tell-of-recordings')
  await desk.post('/webinars/scaling-up/publication', { publish: 'no' })
  await desk.post('/webinars/scaling-up/publication', { publish: 'yes' })
  await run('tell-of-recordings')

  const told = (await community.mails(ben)).slice(before.get(ben.email)?.length)
  expect(told.map(({ subject }) => subject)).toEqual(['The recording: Scaling up'])
  expect(told[0]?.body).toContain('the slides with it')
  expect(told[0]?.links).toContain('https://community.example.org/webinars/scaling-up#recording')
  expect((await community.mailTo(marisol)).at(-1)).toBe('La grabación: Scaling up')
  for (const person of [chidi, ruth]) expect(await community.mailTo(person)).toEqual(before.get(person.email))
})

test('a recording that comes after an update went out is proposed for the next one', async () => {
  const ada = community.as(await community.person('Ada'))
  const slug = await community.webinar({ title: 'Getting started' })
  community.wait({ hours: 1 })
  await ada.post('/updates', { subject: 'March', language: 'en' })
  await ada.post('/updates/march/publication', { publish: 'yes' })
  expect(await ada.get('/updates/new')).not.toContain('Getting started')

  community.wait({ hours: 1 })
  const edited = fieldsIn(await ada.get(`/webinars/${slug}/edit?language=en`))
  await ada.post(`/webinars/${slug}`, { ...edited, recording: 'https://video.example.net/1' })
  await run('tell-of-recordings')

  expect(await ada.get('/updates/new')).toContain('Getting started')
})

test('stewards are reminded of promised captions a week before, on the day and each week after, until they are there', async () => {
  const ada = await community.person('Ada')
  const desk = community.as(ada)
  const slug = await community.webinar({ title: 'Getting started' })
  const bytes = new Uint8Array(5000)
  bytes.set(Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex'))
  await desk.post(`/webinars/${slug}/media/recording`, { recording: new File([bytes], 'webinar.webm') })
  await desk.post(`/webinars/${slug}/captions/promise`, { due: '2026-03-24' })

  const reminded = async (days: number) => {
    for (let day = 0; day < days; day++) {
      await run('remind-of-captions')
      community.wait({ hours: 24 })
    }
    return (await community.mailTo(ada)).filter((subject) => subject === 'Captions are missing: Getting started').length
  }
  expect(await reminded(13)).toBe(0)
  expect(await reminded(7)).toBe(1)
  expect(await reminded(7)).toBe(2)
  expect(await reminded(7)).toBe(3)
  const [mail] = await community.mails(ada)
  expect(mail?.body).toContain('They are promised for Tuesday, March 24, 2026.')
  expect(mail?.links).toContain(`https://community.example.org/webinars/${slug}/media#captions`)

  await desk.post(`/webinars/${slug}/media/captions`, { language: 'en', captions: new File([captions], 'a.vtt') })
  expect(await reminded(8)).toBe(3)
})

test.each([
  ['2026-03-16', null],
  ['2026-03-17', '2026-03-17'],
  ['2026-03-19', '2026-03-17'],
  ['2026-03-20', null],
  ['2026-03-24', '2026-03-24'],
  ['2026-03-30', null],
  ['2026-04-01', '2026-03-31'],
])('of captions promised for March 24, the reminder due by %s is that of %s', (today, day) => {
  expect(reminderDay(Temporal.PlainDate.from('2026-03-24'), Temporal.PlainDate.from(today))?.toString() ?? null).toBe(day)
})
