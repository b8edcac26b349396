import { expect, test } from 'vitest'
import { useCommunity } from '#test'

const community = useCommunity()

test('a stranger who chooses Spanish reads Spanish from then on', async () => {
  const stranger = community.stranger()

  await stranger.post('/language', { language: 'es', next: '/nowhere' })

  expect(await stranger.get('/nowhere')).toContain('<html lang="es"')
})

test('a choice of language never leads to another site', async () => {
  for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])
    expect((await community.stranger().request('POST', '/language', { fields: { language: 'es', next } })).location).toBe('/')
})

test('a form from another site is refused', async () => {
  const page = await community
    .stranger()
    .request('POST', '/language', { fields: { language: 'es' }, headers: { origin: 'https://evil.example' } })

  expect(page.status).toBe(403)
})

test('a browser that asks for the old name of the icon gets it', async () => {
  expect((await community.stranger().request('GET', '/favicon.ico')).location).toMatch(/^\/assets\/icon\.?.*\.svg$/)
})
