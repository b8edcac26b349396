import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listRoutes } from '#platform/http'
import { newBrowser, openChromium, openEveryPage, type Opener, type TestPerson } from '#test'

let opener: Opener
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const law = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

beforeAll(async () => {
  opener = await openChromium()
}, 120_000)
afterAll(() => opener.close())

/** Pages of one reader that differ in kind: two addresses a route. */
async function kindsOfPages(person?: TestPerson): Promise<string[]> {
  const { site, config } = opener.community
  const opened = await openEveryPage(newBrowser(site, config.baseUrl, person ? { session: person.session } : {}))
  const patterns = listRoutes(site)
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => ({ path, shape: new RegExp(`^${path.replace(/[.]/g, String.raw`\.`).replace(/:\w+(\{[^}]*\})?/g, '[^/]+')}$`) }))
  const routeOf = (path: string) => patterns.find(({ shape }) => shape.test(path.split('?')[0] ?? ''))?.path ?? path
  const pages = opened.filter(({ status, headers }) => status === 200 && headers.get('content-type')?.startsWith('text/html'))
  return [...Map.groupBy(pages, ({ path }) => routeOf(path)).values()].flatMap((same) => same.slice(0, 2).map(({ path }) => path))
}

async function lookAt(page: Page, path: string): Promise<string[]> {
  const answer = await page.goto(path)
  // What is shown in a frame of a page leaves landmarks and the main title to that page.
  const isFramed = answer?.headers()['content-security-policy']?.includes("frame-ancestors 'self'")
  const rules = { runOnly: isFramed ? law : [...law, 'best-practice'] }
  await page.evaluate(axe)
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: { run: (o: object) => Promise<AxeResults> } }).axe.run(options),
    rules,
  )
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return [
    ...violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 2).map((node) => `${path} ${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
    ),
    ...(overflow > 0 ? [`${path} is ${overflow}px wider than the window`] : []),
  ]
}

/** Looks at every kind of page that this reader sees, in one theme and at the smallest width. */
async function complaintsOf(person: TestPerson | undefined, colorScheme: 'light' | 'dark'): Promise<string[]> {
  const context = await opener.open(person, {
    colorScheme,
    viewport: { width: 320, height: 640 },
    reducedMotion: 'reduce',
    bypassCSP: true,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`))
  page.on('requestfailed', (request) => complaints.push(`${page.url()} could not load ${request.url()}`))
  page.on(
    'response',
    (response) => response.status() >= 400 && complaints.push(`${page.url()} got ${response.status()} for ${response.url()}`),
  )
  for (const path of await kindsOfPages(person)) complaints.push(...(await lookAt(page, path)))
  await context.close()
  return complaints
}

for (const theme of ['light', 'dark'] as const) {
  test(`a stranger can read and use every page, ${theme}, at 320 pixels`, async () => {
    expect(await complaintsOf(undefined, theme)).toEqual([])
  }, 180_000)

  test(`the owner can read and use every page, ${theme}, at 320 pixels`, async () => {
    expect(await complaintsOf(opener.community.cast.olga, theme)).toEqual([])
  }, 240_000)
}

test('no page asks anything of another site or breaks the content policy', async () => {
  const context = await opener.open(opener.community.cast.olga)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on(
    'request',
    (request) => !request.url().startsWith(opener.config.baseUrl) && !request.url().startsWith('data:') && complaints.push(request.url()),
  )
  page.on('console', (message) => message.type() === 'error' && complaints.push(`${page.url()} ${message.text()}`))
  for (const path of await kindsOfPages(opener.community.cast.olga)) await page.goto(path)
  await context.close()
  expect(complaints).toEqual([])
}, 120_000)
