import { expect, test } from 'vitest'
import { useCommunity } from '#test'

const community = useCommunity()

const unescaped = (html: string) =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

/** What a browser sends of the form that another site pasted. */
async function pastedForm() {
  const page = await community.stranger().get('/join/embed')
  const snippet = unescaped(/<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(page)?.[1] ?? '')
  const hidden = [...snippet.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ])
  return { action: /action="([^"]+)"/.exec(snippet)?.[1], snippet, hidden: Object.fromEntries(hidden) as Record<string, string> }
}

test('the form works from another site, and the proof says from which', async () => {
  const { action, hidden, snippet } = await pastedForm()
  expect(action).toBe('https://community.example.org/join/embedded')
  expect(snippet).not.toMatch(/<script|style=|src=/)

  const answer = await community.stranger().request('POST', '/join/embedded', {
    fields: { ...hidden, email: 'dana@example.org', firstName: 'Dana' },
    headers: { origin: 'https://partner.example', 'sec-fetch-site': 'cross-site' },
  })
  expect([answer.status, answer.location]).toEqual([303, '/join/sent'])
  expect(await community.mailTo('dana@example.org')).toEqual(['Please confirm: Monthly update'])
  expect(await community.db.selectFrom('consent').select('source').execute()).toEqual([{ source: 'embedded form on partner.example' }])
})

test('a form pasted in Spanish is answered by a Spanish mail', async () => {
  await community.stranger().request('POST', '/join/embedded', {
    fields: { language: 'es', email: 'lucia@example.org' },
    headers: { origin: 'https://partner.example' },
  })
  expect(await community.mailTo('lucia@example.org')).toEqual(['Por favor confirme: Boletín mensual'])
})

test('a slip in it is mended on our own page', async () => {
  const answer = await community.stranger().request('POST', '/join/embedded', {
    fields: { email: 'dana', lastName: 'Littlewolf' },
    headers: { origin: 'https://partner.example' },
  })
  expect(answer.status).toBe(422)
  expect(answer.html).toContain('value="Littlewolf"')
  expect(answer.html).toContain('action="/join"')
})

test('robots, and a host that lies, get no further than on our own page', async () => {
  for (const origin of ['null', 'not an address', `https://${'x'.repeat(300)}.example`, 'javascript:alert(1)']) {
    const fields = { email: `dana${origin.length}@example.org` }
    expect((await community.stranger().request('POST', '/join/embedded', { fields, headers: { origin } })).status).toBe(303)
  }
  await community.stranger().request('POST', '/join/embedded', {
    fields: { email: 'robot@example.org', website: 'x' },
    headers: { origin: 'https://partner.example' },
  })
  expect(await community.mailTo('robot@example.org')).toEqual([])
})

test('no other page of ours takes a form from another site', async () => {
  for (const path of [
    '/join',
    '/join/confirm/a.b',
    '/preferences/a.b',
    '/preferences/a.b/departure',
    '/unsubscribe/a.b',
    '/unsubscribe/a.b/return',
    '/me/lists',
  ])
    expect([path, (await community.stranger().request('POST', path, { headers: { origin: 'https://partner.example' } })).status]).toEqual([
      path,
      403,
    ])
})

test('the preview stands in a frame of ours alone, without script', async () => {
  const { headers, html } = await community.stranger().request('GET', '/join/embed/preview')
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'self'.*sandbox/)
  expect(html).toContain('name="email"')
})
