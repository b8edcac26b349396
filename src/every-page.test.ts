import { sql } from 'kysely'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '#database'
import { newBrowser, openEveryKind, openEveryPage, seededCommunity, type Browser, type Opened, type Seeded } from '#test'

let community: Seeded
const pages: Record<string, Opened[]> = {}
let before: string[]
let after: string[]

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:document'],
  rules: {
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'long-title': 'off',
    'doctype-style': 'off',
    'require-sri': 'off',
    'no-inline-style': 'error',
    'prefer-native-element': 'off',
  },
})

beforeAll(async () => {
  community = await seededCommunity()
  const { ben, ada, olga } = community.cast
  const readers = {
    stranger: {},
    ben: { '__Host-session': ben.session },
    ada: { '__Host-session': ada.session },
    olga: { '__Host-session': olga.session },
  }
  before = await fingerprints(community.db)
  for (const [name, cookies] of Object.entries(readers))
    for (const language of ['en', 'es'])
      pages[`${name} ${language}`] = await openedBy(name, newBrowser(community.site, community.config.baseUrl, { ...cookies, language }))
  after = await fingerprints(community.db)
}, 300_000)
afterAll(() => community.close())

test('every link leads somewhere', () => {
  const broken = Object.values(pages)
    .flat()
    .filter(({ status }) => status >= 400)
  expect(broken.map(({ path, status }) => `${status} ${path}`)).toEqual([])
  expect(pages['olga en']?.length).toBeGreaterThan(30)
})

test('opening every page, as everybody, changes nothing', () => {
  expect(after).toEqual(before)
})

test('every page is valid HTML', async () => {
  const complaints = new Set<string>()
  // Whoever sees most and whoever sees least: what members and stewards see lies between.
  for (const reader of ['stranger en', 'stranger es', 'olga en', 'olga es'])
    for (const page of (pages[reader] ?? []).filter(isHtml))
      for (const result of (await validator.validateString(page.html)).results)
        for (const { ruleId, message, line, column } of result.messages)
          complaints.add(`${reader} ${page.path} ${ruleId}: ${message} (${line}:${column})`)
  expect([...complaints]).toEqual([])
}, 180_000)

test('no page says what only a program would', () => {
  const said = Object.values(pages)
    .flat()
    .filter(isHtml)
    .flatMap(({ path, html }) => {
      const words = html
        .replace(/<(textarea|code)\b.*?<\/\1>/gs, '')
        .replace(/<[^>]*>/g, ' ')
        .match(/undefined|\[object |NaN|\{\{(?!(firstName(\|friend)?|networkName|contactEmail)\}\})/)
      return words ? [`${path}: ${words[0]}`] : []
    })
  expect(said).toEqual([])
})

test('no page carries script or style inside itself', () => {
  const inline = Object.values(pages)
    .flat()
    .filter(isHtml)
    .filter(({ html }) => /<script(?![^>]*\bsrc=)|<style|\sstyle="|\son\w+="/.test(html))
  expect(inline.map(({ path }) => path)).toEqual([])
})

test('nothing plays by itself', () => {
  const playing = Object.values(pages)
    .flat()
    .filter(({ html }) => /<(?:audio|video)\b[^>]*\sautoplay/i.test(html))
  expect(playing.map(({ path }) => path)).toEqual([])
})

/** A page of ours; letters shown in a sandbox are written for mail programs, and have stories of their own. */
const isHtml = ({ headers, status }: Opened) =>
  status === 200 &&
  headers.get('content-type')?.startsWith('text/html') === true &&
  !headers.get('content-security-policy')?.includes('sandbox')

/** To strangers everything that is published is open; those who sign in see more kinds of pages, each often the same. */
const openedBy = (name: string, browser: Browser) => (name === 'stranger' ? openEveryPage(browser) : openEveryKind(community.site, browser))

/** One line a table: its rows, whatever their order. Sessions note when they were seen; tries are counted. */
async function fingerprints(db: Db): Promise<string[]> {
  const { rows } = await sql<{
    name: string
  }>`select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('attempt', 'session') order by 1`.execute(db)
  return Promise.all(
    rows.map(async ({ name }) => {
      const { rows: found } = await sql<{
        print: string
      }>`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as print from ${sql.table(name)} t`.execute(
        db,
      )
      return `${name} ${found[0]?.print}`
    }),
  )
}
