import sharp from 'sharp'
import { expect, test } from 'vitest'
import { fieldsIn, useCommunity } from '#test'
import { initialsOf } from './speaker.rules.ts'

const community = useCommunity()
const ruth = {
  name: 'Ruth Yazzie',
  organisation: 'High Desert Partnership Office',
  role: 'State lead',
  roleEs: 'Líder estatal',
  bio: 'Ruth **leads**.',
}
const idOf = async (slug: string) =>
  (await community.db.selectFrom('speaker').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id

test('Ada keeps a speaker with a picture, chooses who speaks and in which order, and everybody reads what they spoke at', async () => {
  const ada = community.as(await community.person('Ada'))
  const stranger = community.stranger()
  const slug = await community.webinar({ title: 'Scaling up', speakers: 'Somebody else (typed)' })
  const { slug: event } = await community.event({ kind: 'webinar', title: 'What comes next' })
  const picture = new File(
    [
      new Uint8Array(
        await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a52' } })
          .jpeg()
          .toBuffer(),
      ),
    ],
    'ruth.jpg',
  )

  expect(await ada.post('/speakers', { ...ruth, picture, pictureAlt: 'Ruth in front of a map' })).toContain('alt="Ruth in front of a map"')
  await ada.post('/speakers', { name: 'Marcus Bell', organisation: '', role: '' })
  expect((await stranger.request('GET', '/speakers/ruth-yazzie')).status).toBe(404)
  expect(await stranger.get('/speakers')).not.toContain('Ruth Yazzie')

  const [first, second] = [await idOf('marcus-bell'), await idOf('ruth-yazzie')]
  await ada.post(`/speakers/of/webinars/${slug}`, { 'speaker-1': first, 'speaker-2': second, 'speaker-3': first, 'speaker-4': 'forged' })
  await ada.post(`/speakers/of/events/${event}`, { 'speaker-2': second })
  expect(fieldsIn(await ada.get(`/speakers/of/webinars/${slug}`))).toMatchObject({
    'speaker-1': first,
    'speaker-2': second,
    'speaker-3': '',
  })

  const page = await stranger.get(`/webinars/${slug}`)
  expect(page.indexOf('Marcus Bell')).toBeLessThan(page.indexOf('<a href="/speakers/ruth-yazzie">Ruth Yazzie</a>'))
  expect(page).toContain('State lead, High Desert Partnership Office')
  expect(page).not.toContain('Somebody else')
  expect(await stranger.get('/webinars')).toContain('Marcus Bell, Ruth Yazzie (State lead, High Desert Partnership Office)')
  expect(await stranger.get('/webinars?q=yazzie')).toContain('Scaling up')
  expect(await stranger.get(`/events/${event}`)).toContain('/speakers/ruth-yazzie')
  const hers = await stranger.get('/speakers/ruth-yazzie')
  expect(hers).toContain('<strong>leads</strong>')
  expect(hers).toContain(`href="/webinars/${slug}"`)
  expect(hers).toContain(`href="/events/${event}"`)
  await stranger.post('/language', { language: 'es', next: '/' })
  expect(await stranger.get('/speakers/ruth-yazzie')).toContain('Líder estatal')

  const edited = fieldsIn(await ada.get('/speakers/ruth-yazzie/edit'))
  community.wait({ minutes: 1 })
  await ada.post('/speakers/ruth-yazzie', { ...edited, name: 'Ruth A. Yazzie', removePicture: 'yes' })
  expect(await stranger.get('/webinars')).toContain('Ruth A. Yazzie')
  expect(await stranger.get('/speakers/ruth-yazzie')).toContain('>RY</span>')
  expect((await ada.request('POST', '/speakers/ruth-yazzie', { fields: edited })).status).toBe(409)
  await ada.post('/speakers/ruth-yazzie/removal')
  expect((await ada.request('GET', '/speakers/ruth-yazzie')).status).toBe(404)
  expect(await stranger.get('/webinars')).not.toContain('Yazzie')
})

test('what is no picture, nobody’s address or no name is refused with a sentence, and what was typed is still there', async () => {
  const ada = community.as(await community.person('Ada'))
  const svg = new File(['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'], 'ruth.png', { type: 'image/png' })
  for (const [fields, sentence] of [
    [{ picture: svg }, 'This file is no picture we can use.'],
    [{ member: 'nobody@example.org' }, 'Nobody here has this address.'],
    [{ name: ' ' }, 'Enter their name.'],
  ] as const) {
    const page = await ada.request('POST', '/speakers', { fields: { ...ruth, ...fields } as Record<string, string> })
    expect(page.status).toBe(422)
    expect(page.html).toContain(sentence)
    expect(page.html).toContain('High Desert Partnership Office')
  }
  const nasty = `<script>alert(1)</script>"'>`
  const page = await ada.post('/speakers', { name: nasty, organisation: nasty, role: nasty, bio: nasty })
  expect(page).toContain('&lt;script')
  expect(page).not.toContain('<script>alert')
})

test('of a member who leaves the name stays with what they said, and nothing else; strangers and members change nothing', async () => {
  const [ada, ben] = [community.as(await community.person('Ada')), await community.person('Ben')]
  const slug = await community.webinar({ title: 'Scaling up' })
  await ada.post('/speakers', { ...ruth, name: 'Ben Castillo', member: ben.email })
  await ada.post(`/speakers/of/webinars/${slug}`, { 'speaker-1': await idOf('ben-castillo') })
  for (const browser of [community.stranger(), community.as(ben), community.as(await community.person('Chidi'))]) {
    for (const path of ['/speakers/new', '/speakers/ben-castillo/edit', '/speakers/ben-castillo/removal', `/speakers/of/webinars/${slug}`])
      expect((await browser.request('GET', path)).status, path).toBe(404)
    for (const path of ['/speakers', '/speakers/ben-castillo', '/speakers/ben-castillo/removal', `/speakers/of/webinars/${slug}`])
      expect((await browser.request('POST', path, { fields: ruth })).status, path).toBe(404)
    expect(await browser.get('/speakers/ben-castillo')).not.toContain(ben.email)
  }
  expect(await community.as(ben).get('/me/data')).toContain('High Desert Partnership Office')

  await community.as(ben).post('/me/leaving')
  const page = await community.stranger().get('/speakers/ben-castillo')
  expect(page).toContain('Ben Castillo')
  expect(page).not.toMatch(/High Desert|leads|State lead/)
  expect(await community.stranger().get('/webinars')).not.toContain('State lead')
})

test.each([
  ['Ruth Yazzie', 'RY'],
  ['Lucía Herrera de la Cruz', 'LC'],
  ['ñandú', 'Ñ'],
  ['李 明', '李明'],
  ['', ''],
  ['🙂 Ana', 'A'],
])('the initials of %j are %j', (name, initials) => expect(initialsOf(name)).toBe(initials))
