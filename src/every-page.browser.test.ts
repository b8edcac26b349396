import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOnly } from 'axe-core'
import type { BrowserContextOptions, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newBrowser, openChromium, openEveryKind, type Opener, type TestPerson } from '#test'

let opener: Opener
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const law: RunOnly = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }
const lawAndCare: RunOnly = { type: 'tag', values: [...law.values, 'best-practice'] }
/** Those that can differ by theme, since a theme is colours and nothing else. */
const colours: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

beforeAll(async () => {
  opener = await openChromium()
}, 120_000)
afterAll(() => opener.close())

const kinds = new Map<TestPerson | undefined, Promise<string[]>>()

/** Pages of one reader that differ in kind: an address a route, and one with a query. They are looked for once. */
function kindsOfPages(person?: TestPerson): Promise<string[]> {
  const found = kinds.get(person) ?? findKindsOfPages(person)
  kinds.set(person, found)
  return found
}

async function findKindsOfPages(person?: TestPerson): Promise<string[]> {
  const { site, config } = opener.community
  const opened = await openEveryKind(site, newBrowser(site, config.baseUrl, person ? { session: person.session } : {}), 1)
  return opened
    .filter(({ status, headers }) => status === 200 && headers.get('content-type')?.startsWith('text/html'))
    .map(({ path }) => path)
}

/** Looks in both themes; a page is told of the theme by its styles alone, so one that is open already is as one just opened. */
async function lookAt(page: Page, path: string): Promise<string[]> {
  const answer = await page.goto(path)
  // What is shown in a frame of a page leaves landmarks and the main title to that page.
  const isFramed = answer?.headers()['content-security-policy']?.includes("frame-ancestors 'self'")
  await page.evaluate(axe)
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await findingsIn(page, isFramed ? law : lawAndCare)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await findingsIn(page, colours)
  return [...light.map((finding) => `${path}, light, ${finding}`), ...dark.map((finding) => `${path}, dark, ${finding}`)]
}

/** Against the rules, and wider than the window. What is as it should be is not brought out of the page: it is long. */
async function findingsIn(page: Page, runOnly: RunOnly): Promise<string[]> {
  const { violations, overflow } = await page.evaluate(
    async (options) => {
      const { axe } = globalThis as unknown as { axe: { run: (o: object) => Promise<AxeResults> } }
      const { scrollWidth, clientWidth } = document.documentElement
      return { violations: (await axe.run(options)).violations, overflow: scrollWidth - clientWidth }
    },
    // What it would fetch once more, styles and media, serves two rules: one that is not run, one for what plays by itself (`every-page.test`).
    { runOnly, resultTypes: ['violations'] as const, preload: false },
  )
  return [
    ...violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 2).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
    ),
    ...(overflow > 0 ? [`${overflow}px wider than the window`] : []),
  ]
}

type Visit = (page: Page, path: string) => Promise<unknown>

/** Opens every kind of page that this reader sees, in two windows at once. */
async function visitAll(
  person: TestPerson | undefined,
  options: BrowserContextOptions,
  visit: { begin: (page: Page) => void; each: Visit },
) {
  const context = await opener.open(person, options)
  const waiting = [...(await kindsOfPages(person))]
  const window = async () => {
    const page = await context.newPage()
    visit.begin(page)
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await visit.each(page, path)
  }
  await Promise.all([window(), window()])
  await context.close()
}

/** Of a recording a browser loads the beginning and lets go of the rest; what it follows it leaves with the page. */
const hasBroken = (request: Request) =>
  !['media', 'eventsource'].includes(request.resourceType()) || request.failure()?.errorText !== 'net::ERR_ABORTED'

/** What is wrong with the pages of this reader, at the smallest width. */
async function complaintsOf(person?: TestPerson): Promise<string[]> {
  const complaints: string[] = []
  const begin = (page: Page) =>
    page
      .on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`))
      .on('requestfailed', (request) => hasBroken(request) && complaints.push(`${page.url()} could not load ${request.url()}`))
      .on(
        'response',
        (response) => response.status() >= 400 && complaints.push(`${page.url()} got ${response.status()} for ${response.url()}`),
      )
  const each: Visit = async (page, path) => complaints.push(...(await lookAt(page, path)))
  await visitAll(person, { viewport: { width: 320, height: 640 }, reducedMotion: 'reduce', bypassCSP: true }, { begin, each })
  return complaints
}

test('a stranger can read and use every page, light and dark, at 320 pixels', async () => {
  expect(await complaintsOf()).toEqual([])
}, 300_000)

test('the owner can read and use every page, light and dark, at 320 pixels', async () => {
  expect(await complaintsOf(opener.community.cast.olga)).toEqual([])
}, 400_000)

test('no page asks anything of another site or breaks the content policy', async () => {
  const complaints: string[] = []
  const begin = (page: Page) =>
    page
      .on(
        'request',
        (request) =>
          !request.url().startsWith(opener.config.baseUrl) && !request.url().startsWith('data:') && complaints.push(request.url()),
      )
      .on('console', (message) => message.type() === 'error' && complaints.push(`${page.url()} ${message.text()}`))
  await visitAll(opener.community.cast.olga, {}, { begin, each: (page, path) => page.goto(path) })
  expect(complaints).toEqual([])
}, 240_000)
