import sharp from 'sharp'
import { expect, test } from 'vitest'
import { checkAccent } from '#platform/html'
import { useCommunity } from '#test'

const community = useCommunity()
const settings = {
  name: 'River Network',
  tagline: 'We meet and learn',
  taglineEs: 'Nos reunimos y aprendemos',
  accent: '#1f5c4d',
  contactEmail: 'Hello@River.example.org',
  postalAddress: '1 Main Street\nLincoln',
  language: 'en',
  timeZone: 'America/Chicago',
}
const file = (bytes: Uint8Array, name: string, type: string) => new File([Uint8Array.from(bytes)], name, { type })
const picture = () =>
  sharp({ create: { width: 900, height: 300, channels: 4, background: '#00000080' } })
    .png()
    .toBuffer()

test('Ada changes name, colour and contact, and every page shows them at once', async () => {
  const ada = community.as(await community.person('Ada'))

  const page = await ada.post('/admin/settings', settings)

  expect(page).toContain('The settings are saved.')
  expect(page).toContain('River Network')
  expect(page).toContain('value="hello@river.example.org"')
  const stranger = await community.stranger().get('/tips')
  expect(stranger).toContain('<title>Tips · River Network</title>')
  expect(stranger).toContain('href="/theme.css?accent=1f5c4d"')
  expect(await community.stranger().get('/theme.css?accent=1f5c4d')).toContain('--accent:#1f5c4d')
})

test('Ada sets how much trouble stops an update, within what is sane; left empty it is as usual', async () => {
  const ada = community.as(await community.person('Ada'))
  const bounds = () => community.db.selectFrom('network').select(['bouncesInThousand', 'complaintsInThousand']).executeTakeFirst()

  await ada.post('/admin/settings', { ...settings, bouncesInThousand: '20', complaintsInThousand: '1' })
  expect(await bounds()).toEqual({ bouncesInThousand: 20, complaintsInThousand: 1 })
  expect(await ada.get('/admin/settings')).toMatch(/name="bouncesInThousand"[^>]*value="20"|value="20"[^>]*name="bouncesInThousand"/)

  for (const wrong of ['9', '101', '20.5', '1e999', 'many', '-20']) {
    const refused = await ada.request('POST', '/admin/settings', { fields: { ...settings, bouncesInThousand: wrong } })
    expect([wrong, refused.status, refused.html.includes('Choose a whole number from 10 to 100.')]).toEqual([wrong, 422, true])
  }
  const refused = await ada.request('POST', '/admin/settings', { fields: { ...settings, complaintsInThousand: '6' } })
  expect([refused.status, refused.html.includes('Choose a whole number from 1 to 5.')]).toEqual([422, true])
  expect(await bounds()).toEqual({ bouncesInThousand: 20, complaintsInThousand: 1 })

  await ada.post('/admin/settings', { ...settings, bouncesInThousand: '', complaintsInThousand: '' })
  expect(await bounds()).toEqual({ bouncesInThousand: 50, complaintsInThousand: 3 })
})

test('a pale accent is refused, and the nearest that can be read is a button away', async () => {
  const ada = community.as(await community.person('Ada'))

  const refused = await ada.request('POST', '/admin/settings', { fields: { ...settings, accent: '#F2A900' } })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('Words in this colour could not be read on the page.')
  const nearest = /name="accentInstead" value="(#[0-9a-f]{6})"/.exec(refused.html)?.[1] ?? ''
  expect(checkAccent(nearest)).toEqual({ ok: true })
  expect(refused.html).toContain('value="River Network"')

  await ada.post('/admin/settings', { ...settings, accent: '#F2A900', accentInstead: nearest })
  expect(await community.stranger().get('/tips')).toContain(`accent=${nearest.slice(1)}`)
})

test('a logo is made anew, shown in the head of every page, and taken away', async () => {
  const ada = community.as(await community.person('Ada'))

  await ada.post('/admin/settings', { ...settings, logo: file(await picture(), '../../logo.svg', 'image/svg+xml') })
  const path = /<img src="(\/files\/[0-9a-f]{40}\.png)"/.exec(await community.stranger().get('/tips'))?.[1] ?? ''
  const served = await community.stranger().request('GET', path)
  expect(served.status).toBe(200)
  expect(served.headers.get('content-type')).toBe('image/png')
  expect(served.headers.get('cache-control')).toContain('immutable')
  expect(served.headers.get('x-content-type-options')).toBe('nosniff')
  expect(served.headers.get('content-security-policy')).toContain('sandbox')

  await ada.post('/admin/settings', settings)
  expect(await community.stranger().get('/tips')).toContain(path)
  await ada.post('/admin/settings', { ...settings, removeLogo: 'yes' })
  expect(await community.stranger().get('/tips')).not.toContain('/files/')
})

test.each([
  ['a picture that is a page', '<script>alert(1)</script>', 'This file is no picture we can use.'],
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'This file is no picture we can use.'],
])('%s is refused, and nothing is saved', async (_name, content, sentence) => {
  const ada = community.as(await community.person('Ada'))

  const page = await ada.request('POST', '/admin/settings', {
    fields: { ...settings, logo: file(Buffer.from(content), 'logo.png', 'image/png') },
  })

  expect(page.status).toBe(422)
  expect(page.html).toContain(sentence)
  expect(page.html).toContain('value="River Network"')
  expect(await community.stranger().get('/tips')).toContain('Prairie Network')
})

test('a logo that came with a mistake elsewhere is asked for again', async () => {
  const ada = community.as(await community.person('Ada'))

  const page = await ada.request('POST', '/admin/settings', {
    fields: { ...settings, name: '', logo: file(await picture(), 'logo.png', 'image/png') },
  })

  expect(page.html).toContain('Enter the name of the community.')
  expect(page.html).toContain('Choose the logo again')
})

test.each([
  ['name', 'x'.repeat(81), 'This is too long.'],
  ['name', ' \u202E ', 'Enter the name of the community.'],
  ['accent', 'red', 'Choose a colour'],
  ['accent', '#12345g', 'Choose a colour'],
  ['contactEmail', 'nobody', 'Enter an e-mail address'],
  ['contactEmail', 'a@example.org\r\nBcc: b@example.org', 'Enter an e-mail address'],
  ['language', 'fr', 'Choose a language'],
  ['timeZone', 'EST', 'Choose a time zone'],
  ['timeZone', '', 'Choose a time zone'],
])('%s %j is refused with a sentence', async (field, value, sentence) => {
  const page = await community
    .as(await community.person('Ada'))
    .request('POST', '/admin/settings', { fields: { ...settings, [field]: value } })

  expect(page.status).toBe(422)
  expect(page.html).toContain(sentence)
})

test('a name with signs is shown as words everywhere', async () => {
  const ada = community.as(await community.person('Ada'))
  const nasty = `"><script>alert(1)</script> {{contactEmail}}`

  await ada.post('/admin/settings', { ...settings, name: nasty, tagline: nasty, postalAddress: nasty })

  for (const page of [
    await ada.get('/admin/settings'),
    await community.stranger().get('/tips'),
    await community.stranger().get('/tips/feed.xml'),
  ])
    expect(page).not.toContain('<script>alert')
})

test('the settings are not there for strangers and members', async () => {
  for (const browser of [
    community.stranger(),
    community.as(await community.person('Ben')),
    community.as(await community.person('Chidi')),
  ]) {
    expect((await browser.request('GET', '/admin/settings')).status).toBe(404)
    expect((await browser.request('POST', '/admin/settings', { fields: settings })).status).toBe(404)
  }
  expect(await community.stranger().get('/tips')).toContain('Prairie Network')
})
