import { expect, test } from 'vitest'
import { useCommunity } from '#test'

const community = useCommunity()
const words = { language: 'en', title: 'About us', summary: 'Who we are.', body: '{{networkName}} answers at {{contactEmail}}.', seen: '' }

test('a page says the name and the address of the community', async () => {
  await community.page('about', { title: 'About us', body: words.body })

  const page = await community.stranger().get('/about')

  expect(page).toContain('Prairie Network answers at <a href="mailto:hello@example.org">hello@example.org</a>.')
  expect(page).toContain('<title>About us · Prairie Network</title>')
})

test.each(['about', 'contact', 'accessibility', 'privacy'])('Ada writes /%s for the first time, in both languages', async (slug) => {
  const ada = community.as(await community.person('Ada'))
  expect((await community.stranger().request('GET', `/${slug}`)).status).toBe(404)
  expect(await ada.get(`/${slug}`)).toContain('Edit this page')

  await ada.post(`/${slug}`, { ...words, title: 'In English' })
  await ada.post(`/${slug}`, { ...words, language: 'es', title: 'En español' })

  const stranger = community.stranger()
  expect(await stranger.get(`/${slug}`)).toContain('In English')
  await stranger.post('/language', { language: 'es', next: '/' })
  expect(await stranger.get(`/${slug}`)).toContain('En español')
})

test('a preview saves nothing', async () => {
  const ada = community.as(await community.person('Ada'))

  expect(await ada.post('/about', { ...words, act: 'preview' })).toContain('Prairie Network answers at')
  expect((await community.stranger().request('GET', '/about')).status).toBe(404)
})

test('of two stewards who write at once, the second is told and loses nothing', async () => {
  const ada = community.as(await community.person('Ada'))
  await ada.post('/about', words)

  const refused = await ada.request('POST', '/about', { fields: { ...words, body: 'Meanwhile.' } })

  expect(refused.status).toBe(409)
  expect(refused.html).toContain('Meanwhile.')
  expect(await ada.get('/about')).toContain('Prairie Network answers at')
})

test('what is missing is said, and what was typed is still there', async () => {
  const page = await community.as(await community.person('Ada')).request('POST', '/about', { fields: { ...words, title: '' } })

  expect(page.status).toBe(422)
  expect(page.html).toContain('Give it a title.')
  expect(page.html).toContain('{{networkName}} answers at')
})

test('strangers and members neither find the form nor change a page', async () => {
  await community.page('privacy', { title: 'Ours' })
  for (const browser of [
    community.stranger(),
    community.as(await community.person('Ben')),
    community.as(await community.person('Chidi')),
  ]) {
    expect((await browser.request('GET', '/privacy/edit')).status).toBe(404)
    expect((await browser.request('POST', '/privacy', { fields: words })).status).toBe(404)
    expect(await browser.get('/privacy')).toContain('Ours')
  }
})

test('whatever stewards type is shown as words', async () => {
  const nasty = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`
  await community.page('contact', { title: nasty, summary: nasty, body: `${nasty} [x](javascript:alert(1))` })
  const ada = community.as(await community.person('Ada'))

  for (const page of [await community.stranger().get('/contact'), await ada.get('/contact/edit?language=en')]) {
    expect(page).toContain('&lt;script')
    expect(page).not.toMatch(/<script>|<img src=x|"javascript:/)
  }
})
