import { expect, test } from 'vitest'
import { useCommunity } from '#test'

const community = useCommunity()
const entry = {
  language: 'en',
  title: 'Getting started',
  heldOn: '2026-02-10',
  minutes: '60',
  speakers: 'Ruth Yazzie (state lead)',
  recording: '',
  slides: '',
  summary: 'How three regions began.',
  body: 'We **began**.',
  seen: '',
}

test('a stranger reads the archive, the webinar held last first', async () => {
  await community.webinar({ title: 'The older one', heldOn: '2025-05-01' })
  await community.webinar({ title: 'The newer one', heldOn: '2026-01-31', speakers: 'Marisol Vega (convener)' })
  const stranger = community.stranger()

  const list = await stranger.get('/webinars')
  expect(list.indexOf('The newer one')).toBeLessThan(list.indexOf('The older one'))
  expect(list).toContain('Saturday, January 31, 2026')
  expect(list).toContain('60 minutes')
  expect(await stranger.get('/webinars/the-newer-one')).toContain('Marisol Vega (convener)')
})

test('an empty archive says what to do next', async () => {
  expect(await community.stranger().get('/webinars')).toContain('No webinar has been kept here yet.')
})

test('no recording is promised where there is none', async () => {
  const page = await community.stranger().get(`/webinars/${await community.webinar()}`)

  expect(page).toContain('There is no recording of this webinar.')
  expect(page).not.toContain('Slides')
})

test('a recording lies behind a link and nothing of it is loaded before', async () => {
  const slug = await community.webinar({
    recording: 'https://video.example.net/watch?v=1&t=2',
    slides: 'https://slides.example.net/deck.pdf',
  })
  const page = await community.stranger().get(`/webinars/${slug}`)

  expect(page).toContain('<a href="https://video.example.net/watch?v=1&amp;t=2" rel="noreferrer">Watch the recording</a>')
  expect(page).toContain('on video.example.net')
  expect(page).not.toMatch(/(?:src|data|poster)="https:\/\/(?:video|slides)/)
})

test('Ada adds a webinar, edits its facts, publishes it, and removes it', async () => {
  const ada = community.as(await community.person('Ada'))
  expect(await ada.get('/webinars/new')).toContain('<title>Add a webinar · ')
  const stranger = community.stranger()

  expect(await ada.post('/webinars', entry)).toContain('This is a draft')
  expect((await stranger.request('GET', '/webinars/getting-started')).status).toBe(404)
  expect(await stranger.get('/webinars')).not.toContain('Getting started')

  await ada.post('/webinars/getting-started/publication', { publish: 'yes' })
  const seen = /name="seen" value="([^"]*)"/.exec(await ada.get('/webinars/getting-started/edit?language=en'))?.[1] ?? ''
  await ada.post('/webinars/getting-started', { ...entry, seen, minutes: '', recording: 'https://video.example.net/1' })
  const page = await stranger.get('/webinars/getting-started')
  expect(page).toContain('Watch the recording')
  expect(page).not.toContain('60 minutes')

  await ada.post('/webinars/getting-started/publication', { publish: 'no' })
  expect((await stranger.request('GET', '/webinars/getting-started')).status).toBe(404)
  await ada.post('/webinars/getting-started/removal')
  expect((await ada.request('GET', '/webinars/getting-started')).status).toBe(404)
})

test.each([
  ['heldOn', 'yesterday', 'Enter the day as year-month-day'],
  ['heldOn', '2026-02-30', 'Enter the day as year-month-day'],
  ['heldOn', '', 'Enter the day as year-month-day'],
  ['minutes', '-5', 'Enter a number of minutes'],
  ['minutes', '1e3', 'Enter a number of minutes'],
  ['recording', 'javascript:alert(1)', 'Enter a full address that begins with https://'],
  ['recording', 'video', 'Enter a full address that begins with https://'],
  ['slides', 'ftp://files.example.net/a', 'Enter a full address that begins with https://'],
  ['title', '', 'Give it a title.'],
  ['body', '', 'Write the text first.'],
])('%s %j is refused with a sentence, and what was typed is still there', async (field, value, sentence) => {
  const ada = community.as(await community.person('Ada'))

  const page = await ada.request('POST', '/webinars', { fields: { ...entry, [field]: value } })

  expect(page.status).toBe(422)
  expect(page.html).toContain(sentence)
  expect(page.html).toContain('How three regions began.')
})

test('Spanish readers get Spanish where it is written', async () => {
  const slug = await community.webinar({ title: 'Getting started' })
  const ada = community.as(await community.person('Ada'))
  const ana = community.stranger()
  await ana.post('/language', { language: 'es', next: '/' })
  expect(await ana.get('/webinars')).toContain('<span lang="en">Getting started</span>')

  await ada.post(`/webinars/${slug}`, { ...entry, language: 'es', title: 'Los primeros pasos' })

  expect(await ana.get(`/webinars/${slug}`)).toContain('Los primeros pasos')
  expect(await ana.get('/webinars')).toContain('martes, 10 de febrero de 2026')
})

test('to strangers and members the desks of writers are not there, and nothing they send changes anything', async () => {
  const slug = await community.webinar({ title: 'Kept' })
  for (const browser of [
    community.stranger(),
    community.as(await community.person('Ben')),
    community.as(await community.person('Chidi')),
  ]) {
    for (const path of ['/webinars/new', `/webinars/${slug}/edit`, `/webinars/${slug}/removal`])
      expect((await browser.request('GET', path)).status).toBe(404)
    for (const path of ['/webinars', `/webinars/${slug}`, `/webinars/${slug}/publication`, `/webinars/${slug}/removal`])
      expect((await browser.request('POST', path, { fields: { ...entry, publish: 'no' } })).status).toBe(404)
    expect(await browser.get(`/webinars/${slug}`)).toContain('Kept')
  }
})

test('whatever stewards type is shown as words', async () => {
  const nasty = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`
  const slug = await community.webinar({ title: nasty, summary: nasty, speakers: nasty, body: nasty })
  const ada = community.as(await community.person('Ada'))

  for (const path of ['/webinars', `/webinars/${slug}`, `/webinars/${slug}/edit`, `/webinars/${slug}/removal`]) {
    const page = await ada.get(path)
    expect(page).toContain('&lt;script')
    expect(page).not.toMatch(/<script>|<img src=x/)
  }
})
