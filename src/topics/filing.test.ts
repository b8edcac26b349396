import { expect, test } from 'vitest'
import { newId } from '#database'
import { useCommunity } from '#test'

const community = useCommunity()
async function keepStep(slug: string, place: number, title: string) {
  const stepId = newId()
  await community.db
    .insertInto('step')
    .values({ id: stepId, networkId: community.network.id, slug, place, publishedAt: community.now() })
    .execute()
  const words = { title, summary: '', body: '', editedAt: community.now(), editedBy: null }
  await community.db
    .insertInto('stepText')
    .values({ stepId, language: 'en', ...words })
    .execute()
}
const topicId = async () => (await community.db.selectFrom('topic').select('id').executeTakeFirstOrThrow()).id

test('Ada puts things under steps and subjects; readers narrow the lists by them and find what is related', async () => {
  const ada = community.as(await community.person('Ada'))
  const stranger = community.stranger()
  await ada.post('/admin/topics', { name: 'Rural regions', nameEs: 'Regiones rurales' })
  const subject = await topicId()
  await keepStep('scope', 2, 'Define the scope')
  await keepStep('launch', 4, 'Launch')
  const rural = await community.webinar({ title: 'Few firms, long roads', heldOn: '2026-01-10' })
  await community.webinar({ title: 'Something else entirely', summary: 'Not this.', heldOn: '2025-01-10' })
  const tip = await community.tip({ title: 'Choose a region' })
  await community.tip({ title: 'Draft on roads', draft: true })
  const words = { language: 'en', title: 'We are far apart', summary: '', asked: '', body: 'Drive.', seen: '' }
  await ada.post('/office-hours/answers', words)
  await ada.post('/office-hours/answers/we-are-far-apart/publication', { publish: 'yes' })

  for (const [place, under] of [
    [`webinars/${rural}`, { 'step-scope': 'yes', [`subject-${subject}`]: 'yes' }],
    [`tips/${tip}`, { [`subject-${subject}`]: 'yes', 'step-forged': 'yes' }],
    ['tips/draft-on-roads', { [`subject-${subject}`]: 'yes' }],
    ['answers/we-are-far-apart', { 'step-scope': 'yes' }],
  ] as const)
    await ada.post(`/admin/filing/${place}`, under)
  expect(await ada.get(`/admin/filing/webinars/${rural}`)).toMatch(/name="step-scope"[^>]*checked/)

  const list = await stranger.get('/webinars')
  expect(list).toContain('Rural regions (1)')
  expect(list).toContain('2. Define the scope (1)')
  expect(list).toContain('2025 (1)')
  for (const narrowed of [`subject=${subject}`, 'step=scope', 'year=2026', `q=roads&subject=${subject}&year=&step=&speaker=`]) {
    const page = await stranger.get(`/webinars?${narrowed}`)
    expect(page, narrowed).toContain('Few firms, long roads')
    expect(page, narrowed).not.toContain('Something else entirely')
  }
  expect(await stranger.get('/webinars?step=launch')).toContain('Nothing in the archive is all of this.')
  expect(await stranger.get(`/webinars?q=entirely&subject=${subject}`)).toContain('Nothing was said of')
  expect(await stranger.get(`/webinars?step=FORGED&subject='drop&speaker=%00&year=12345`)).toContain('Something else entirely')
  expect(await stranger.get(`/tips?subject=${subject}`)).toContain('1 tip ')
  expect(await stranger.get(`/tips?subject=${subject}`)).not.toContain('Draft on roads')
  expect(await stranger.get('/office-hours/answers?step=scope')).toContain('We are far apart')
  expect(await stranger.get('/office-hours/answers?step=act')).toContain('There is no answer to this yet.')

  const page = await stranger.get(`/webinars/${rural}`)
  expect(page).toContain(`<a href="/webinars?subject=${subject}">Rural regions</a>`)
  expect(page.slice(page.indexOf('More on this'))).toMatch(/Choose a region[^]*We are far apart/)
  expect(page).not.toContain('Draft on roads')
  expect(page.slice(page.indexOf('More on this'))).not.toContain('Something else')
  expect(await stranger.get(`/tips/${tip}`)).toContain('Few firms, long roads')
  expect(await stranger.get('/office-hours/answers/we-are-far-apart')).toContain('Few firms, long roads')
  await stranger.post('/language', { language: 'es', next: '/' })
  expect(await stranger.get('/webinars')).toContain('Regiones rurales (1)')

  await ada.post(`/admin/topics/${subject}/removal`)
  expect(await stranger.get('/webinars')).not.toContain('Regiones rurales')
})

test('what shares words of its title is related, three of a kind at most, and quotation marks in titles do no harm', async () => {
  const stranger = community.stranger()
  const tip = await community.tip({ title: `Launch 'meetings' & champions: (part \\ 1) | or not!`, summary: '' })
  for (let number = 1; number <= 4; number++) await community.webinar({ title: `Champions at launch meetings, ${number}`, summary: '' })
  await community.webinar({ title: 'Champions of nothing', summary: '' })

  const page = await stranger.get(`/tips/${tip}`)

  expect(page.match(/Champions at launch meetings/g)).toHaveLength(3)
  expect(page).not.toContain('Champions of nothing')
})

test('the feed of the archive brings recordings that are kept here, once they can be seen', async () => {
  const ada = community.as(await community.person('Ada'))
  const slug = await community.webinar({ title: 'Getting started' })
  const bytes = new Uint8Array(5000)
  bytes.set(Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex'))
  await ada.post(`/webinars/${slug}/media/recording`, { recording: new File([bytes], 'webinar.webm') })
  const enclosure = `<link rel="enclosure" type="video/webm" length="5000" href="https://community.example.org/webinars/${slug}/recording"/>`

  expect(await community.stranger().get('/webinars/feed.xml')).toContain('Getting started')
  expect(await community.stranger().get('/webinars/feed.xml')).not.toContain('enclosure')
  await ada.post(`/webinars/${slug}/media/captions`, {
    language: 'en',
    captions: new File(['WEBVTT\n\n00:01.000 --> 00:04.000\nWe began.'], 'a.vtt'),
  })
  expect(await community.stranger().get('/webinars/feed.xml')).toContain(enclosure)
})

test('to strangers and members the page where things are filed is not there', async () => {
  const slug = await community.webinar()
  for (const browser of [community.stranger(), community.as(await community.person('Ben')), community.as(await community.person('Chidi'))])
    for (const method of ['GET', 'POST'] as const)
      expect((await browser.request(method, `/admin/filing/webinars/${slug}`)).status).toBe(404)
  const ada = community.as(await community.person('Ada'))
  for (const path of ['webinars/nothing', 'people/ada']) expect((await ada.request('GET', `/admin/filing/${path}`)).status).toBe(404)
})
