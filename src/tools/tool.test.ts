import { beforeEach, expect, test } from 'vitest'
import { readCalendar, useCommunity, type Browser } from '#test'
import { itemsOf } from './reach.rules.ts'
import { starterTools, seedTools } from './tool.seed.ts'
import { fieldOf } from './typed.rules.ts'

const community = useCommunity()
let stranger: Browser
beforeEach(async () => {
  await seedTools(community.db, community.network, community.now())
  stranger = community.stranger()
})

const definition = (slug: string) => starterTools().find((tool) => tool.slug === slug)?.definition ?? { sections: [] }
const every = (slug: string, answer: string) =>
  Object.fromEntries(itemsOf(definition(slug)).flatMap((item) => (item.kind === 'scale' ? [[fieldOf(item.key), answer]] : [])))

async function answer(slug: string, fields: Record<string, string>, who = stranger): Promise<string> {
  const { status, location } = await who.request('POST', slug.startsWith('/') ? slug : `/tools/${slug}`, { fields })
  expect(status).toBe(303)
  return location ?? ''
}

test('a stranger answers the health check and reads what to do, in three things at most', async () => {
  const page = await stranger.get('/tools/health-check')
  expect(page.match(/<fieldset/g)).toHaveLength(30)

  const link = await answer('health-check', {
    ...every('health-check', 'yes'),
    'q-r_drop': 'plain',
    'q-r_silent': 'plain',
    'q-g_plan': 'unknown',
  })

  const result = await stranger.get(link)
  expect(result).toMatch(/Act now.*At least two of the five critical flags/s)
  expect(result.match(/<ol class="tool-nexts">.*?<\/ol>/s)?.[0].match(/<li/g)).toHaveLength(3)
  expect(result).toContain('href="/tips/signs-of-health"')
  expect(result).toMatch(/To find out.*There is a written plan/s)
  expect(result).toMatch(/href="\/office-hours\/questions\/new\?happened=We\+did/)
  expect(await stranger.get(`${link}?language=es`)).toContain('Health check')
  expect(
    await community.stranger().get(/href="(\/office-hours\/questions\/new[^"]*)"/.exec(result)?.[1]?.replaceAll('&amp;', '&') ?? ''),
  ).toContain('We did “Health check: green lights and red flags”. Act now</textarea>')
})

test('answering nothing is answered kindly, and what is needed is asked for with all that was typed kept', async () => {
  expect(await stranger.get(await answer('health-check', {}))).toContain('Nothing was answered')
  const refused = await stranger.request('POST', '/tools/ownership-test', { fields: { 'q-idea': 'lowers', 'q-said': '<b>Later</b>' } })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('Answer this one before you finish.')
  expect(refused.html).toContain('&lt;b>Later&lt;/b>')
  expect(refused.html).toMatch(/value="lowers"[^>]*checked|checked[^>]*value="lowers"/)
})

test('a draft is kept behind its link, gone on with, finished once, and forgotten after sixty days', async () => {
  const draft = await answer('ownership-test', { act: 'keep', 'q-idea': 'raises' })
  expect(draft).toMatch(/^\/tools\/drafts\//)
  expect(await stranger.get(draft)).toMatch(/checked[^>]*value="raises"|value="raises"[^>]*checked/)
  const path = draft.replace(/\?.*/, '')
  await answer(path, { act: 'keep', 'q-idea': 'lowers' })
  const result = await answer(path, { 'q-what': 'Send our draft', ...every('ownership-test', 'lowers') })
  expect(await stranger.get(result)).toMatch(/Hold.*takes the partnership out of their hands/s)

  expect(await answer(path, { 'q-what': 'Something else' })).toBe(result)
  expect(await stranger.get(result)).toContain('Send our draft')
  expect((await stranger.request('GET', path)).location).toBe(result)

  const other = (await answer('ownership-test', { act: 'keep' })).replace(/\?.*/, '')
  community.wait({ hours: 24 * 61 })
  const { toolJobs } = await import('./tools.jobs.ts')
  await toolJobs['forget-old-drafts']?.(community.db, {}, community.now(), community.config)
  expect((await stranger.request('GET', other)).status).toBe(404)
  expect(await stranger.get(result)).toContain('Send our draft')
})

test('a forged, altered or foreign link shows nothing', async () => {
  const link = await answer('health-check', every('health-check', 'yes'))
  const token = link.split('/').at(-1) ?? ''
  for (const forged of [`${token}x`, token.replace(/^./, 'Z'), token.split('.')[0], 'nobody', '018f0000-0000-7000-8000-000000000000'])
    for (const path of ['', '/result.csv', '/result.pdf', '/to-do.ics', '/removal'])
      expect((await stranger.request('GET', `/tools/results/${forged}${path}`)).status).toBe(404)
  expect((await stranger.request('GET', `/tools/drafts/${token}x`)).status).toBe(404)
  expect((await stranger.request('GET', '/tools/no-such-tool')).status).toBe(404)
})

test('a result goes along as a table without formulas, a PDF, a calendar and a mail without anybody’s words', async () => {
  const soon = community.now().toZonedDateTimeISO('UTC').toPlainDate().add({ days: 60 }).toString()
  const link = await answer('launch-readiness', { ...every('launch-readiness', 'no'), 'q-convener': 'yes', 'q-day': soon })
  const calendar = await stranger.request('GET', `${link}/to-do.ics`)
  expect(readCalendar(calendar.html).entries.length).toBe(27)
  expect(await stranger.get(link)).toMatch(/Gates.*Open.*The convener is agreed in writing.*Closed/s)

  const own = await answer('ownership-test', { 'q-what': '=HYPERLINK("http://evil.example") 🐝 عربي', 'q-said': 'Call Ben\r\n@sum' })
  const table = (await stranger.request('GET', `${own}/result.csv`)).html
  expect(table).toContain(`'=HYPERLINK`)
  const file = await stranger.request('GET', `${own}/result.pdf`)
  expect(file.html.startsWith('%PDF-1.7')).toBe(true)
  expect((await stranger.request('GET', `${own}/to-do.ics`)).status).toBe(404)

  await stranger.post(`${own}/mail`, { email: 'Chidi@example.org', website: '' })
  const [mail] = await community.mails('chidi@example.org')
  expect(mail?.subject).toBe('Your result: Ownership test')
  expect(JSON.stringify(mail)).not.toMatch(/HYPERLINK|Call Ben/)
  expect(JSON.stringify(mail)).toContain(own)
  expect((await stranger.request('POST', `${own}/mail`, { fields: { email: 'nobody' } })).status).toBe(422)
  for (let n = 0; n < 8; n++) await stranger.post(`${own}/mail`, { email: 'chidi@example.org', website: '' })
  expect(await community.mailTo('chidi@example.org')).toHaveLength(5)
})

test('whoever does it again sees what has changed; another’s runs are not among theirs', async () => {
  const first = await answer('health-check', every('health-check', 'not_yet'))
  await answer('health-check', every('health-check', 'partly'))
  community.wait({ hours: 24 * 180 })
  const again = /href="(\/tools\/health-check\?after=[^"]+)"/.exec(await stranger.get(first))?.[1] ?? ''
  expect(await stranger.get(again)).toContain(`action="${again}"`)
  const second = await answer(again, every('health-check', 'yes'))
  expect(await stranger.get(second)).toMatch(/Since last time.*Green lights.*0%.*100%.*\+100/s)
  expect(await stranger.get(first)).not.toContain('Since last time')
})

test('a member finds results on their page and in their data; removed by its link it is gone, and forgotten with its person', async () => {
  const ben = community.as(await community.person('Ben'))
  const [one, two] = [
    await answer('health-check', every('health-check', 'yes'), ben),
    await answer('ownership-test', { 'q-what': 'Call Ada' }, ben),
  ]
  expect(await ben.get('/me')).toContain(one)
  expect(await ben.get('/me/data')).toContain('Call Ada')
  await stranger.post(`${one}/removal`)
  expect((await stranger.request('GET', one)).status).toBe(404)
  expect(await ben.get('/me')).not.toContain(one)
  await ben.post('/me/leaving')
  expect((await stranger.request('GET', two)).status).toBe(404)
})
