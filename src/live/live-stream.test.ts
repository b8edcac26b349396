import { afterAll, beforeAll, expect, test } from 'vitest'
import { newBrowser, seededCommunity, type Seeded } from '#test'

let community: Seeded
let page: string

beforeAll(async () => {
  community = await seededCommunity()
  const html = await newBrowser(community.site, community.config.baseUrl).get('/office-hours')
  page = `${/href="(\/events\/[^"/]+)"/.exec(html)?.[1] ?? ''}/live`
}, 120_000)
afterAll(() => community.close())

/** What the first message of a line shows. */
async function firstHeard(path: string, cookie = '') {
  const response = await community.site.request(new URL(path, community.config.baseUrl).href, { headers: { cookie } })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const { value = '' } = (await reader?.read()) ?? {}
  await reader?.cancel()
  return value
}

test('followers hear what is shown and never what is only for the hosts; hosts hear both', async () => {
  const { ada, ben } = community.cast
  const host = newBrowser(community.site, community.config.baseUrl, { '__Host-session': ada.session })
  await host.post(`${page}/items`, { question: 'How do we begin?', sharing: 'nameless' })
  await host.post(`${page}/items`, { question: 'How do I tell my board?', sharing: 'not-at-all' })
  await newBrowser(community.site, community.config.baseUrl, { '__Host-session': ben.session }).post(page, {
    question: 'Who has a template?',
    sharing: 'named',
  })

  for (const cookie of ['', `__Host-session=${ben.session}`, `__Host-session=${ada.session}`]) {
    const heard = await firstHeard(`${page}/stream`, cookie)
    expect(heard).toContain('How do we begin?')
    expect(heard).not.toMatch(/tell my board|template/)
  }
  const heardByHosts = await firstHeard(`${page}/host/stream`, `__Host-session=${ada.session}`)
  expect(heardByHosts).toMatch(/How do we begin\?.*tell my board.*template/s)
  expect(await firstHeard(`${page}/stream`, 'language=es')).toContain('Ninguna pregunta está abierta')
})
