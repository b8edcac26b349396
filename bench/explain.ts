import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#config'
import { connect, migrate, openPool, type Db } from '#database'
import { startEmbedded } from '#database/embedded'
import { findOrBeginPerson, saveMembership } from '#people'
import { honeypotName } from '#platform/html'
import { listRoutes, newKeeper, newLog } from '#platform/http'
import { beginSession } from '#sign-in'
import { seedMembers } from '../src/seed-members.ts'
import { seedWhenEmpty } from '../src/seed.ts'
import { newCommunitySite } from '../src/site.ts'
import type { Figure } from './figures.ts'
import { makeLarge, type Large } from './large.ts'
import { noteQueries, watch, type Watched } from './queries.ts'

const members = 100_000
const openings = 9
const config = readConfig({ BASE_URL: 'http://127.0.0.1:21390', LOG_LEVEL: 'silent' })

type Page = Watched & { path: string; reader: string }
type Watch = (open: () => Promise<unknown>, openings: number) => Promise<Watched>

/** Opens every page of a large community as its readers would, and tells what each asks of the database. */
export async function benchExplain(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guildhall-bench-explain-'))
  const server = await startEmbedded({ dataDir, throwaway: true })
  const pool = openPool(server.url)
  const asked = noteQueries(pool)
  try {
    await migrate(pool)
    const db = connect(pool)
    await seedWhenEmpty(db, config)
    await seedMembers(db, members)
    const large = await makeLarge(db)
    const pages = await openAll(db, large, (open, openings) => watch(open, asked, openings))
    console.log(asTable(pages, large.tables))
    return figuresOf(pages, large)
  } finally {
    await pool.end()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Each page as the first who may open it sees it, and as others do for whom more is asked. */
async function openAll(db: Db, large: Large, watched: Watch): Promise<Page[]> {
  const keeper = newKeeper()
  keeper.listen(true)
  let minutes = 0
  const now = () => Temporal.Now.instant().add({ minutes })
  const site = newCommunitySite({ db, config, log: newLog(config), keeper, now })
  const pages: Page[] = []
  const readers = await readersOf(db, large)
  for (const [reader, cookie] of Object.entries(readers))
    for (const path of pathsFor(listRoutes(site), large)) {
      const open = async () => {
        // Figures are remembered for a minute: each opening comes later than that.
        if (path.startsWith('/admin/figures')) minutes += 2
        const { status, body } = await site.request(path, { headers: { cookie } })
        await body?.cancel()
        return status
      }
      if ((await open()) !== 200) continue
      const page = { reader, path, ...(await watched(open, openings)) }
      if (!pages.some((other) => other.path === path && other.queries >= page.queries)) pages.push(page)
    }
  for (const { reader, path, fields } of actionsFor(large)) {
    const headers = { cookie: readers[reader], origin: config.baseUrl }
    const send = async () => {
      const { status } = await site.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
      if (status !== 303) throw new Error(`POST ${path} answered ${status}.`)
    }
    pages.push({ reader, path: `POST ${path}`, ...(await watched(send, 1)) })
  }
  return pages
}

type Reader = 'stranger' | 'member' | 'steward' | 'owner'

/** What is done most often, and leaving, which must find all that speaks of someone. */
const actionsFor = ({ samples }: Large): { reader: Reader; path: string; fields: Record<string, string> }[] => [
  { reader: 'stranger', path: '/join', fields: { email: 'reader@example.net', 'list-monthly-update': 'yes' } },
  { reader: 'stranger', path: '/sign-in', fields: { email: 'owner@example.org', [honeypotName]: '' } },
  { reader: 'stranger', path: `${samples['/next']}/rsvp`, fields: { rsvpEmail: 'guest@example.net' } },
  { reader: 'member', path: `${samples['/next']}/rsvp`, fields: { question: '' } },
  { reader: 'member', path: `${samples['/next']}/regret`, fields: {} },
  { reader: 'member', path: '/me/leaving', fields: {} },
]

/** A cookie that opens nothing keeps strangers from being answered from memory. */
async function readersOf(db: Db, { networkId, guestId }: Large): Promise<Record<Reader, string>> {
  const now = Temporal.Now.instant()
  const signIn = async (personId: string) => `session=${await beginSession(db, personId, '', now)}`
  const someone = async (role: 'steward' | 'owner') => {
    const person = await findOrBeginPerson(db, { email: `${role}@example.org`, firstName: role, emailProvedAt: now }, now)
    await saveMembership(db, { networkId, personId: person.id, role }, now)
    return signIn(person.id)
  }
  return { stranger: 'session=nobody', member: await signIn(guestId), steward: await someone('steward'), owner: await someone('owner') }
}

/** Addresses that name something of the large community; those behind mailed links are left out. */
const pathsFor = (routes: { method: string; path: string }[], { samples }: Large): string[] =>
  routes
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => path.replace(/^(\/(?:admin\/)?[a-z]+)\/:(?:slug|id)/, (whole, room: string) => samples[room] ?? whole))
    .filter((path) => !path.includes(':'))
    .toSorted()

const asTable = (pages: Page[], tables: string[]) =>
  [
    '| page | for | queries | ms | reads |',
    '|---|---|---:|---:|---|',
    ...pages
      .toSorted((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0))
      .map(({ path, reader, queries, ms, ...page }) => {
        const read = page.tables.filter((table) => tables.includes(table)).join(', ')
        return `| ${path} | ${reader} | ${queries} | ${ms < 10 ? ms.toFixed(1) : Math.round(ms)} | ${read} |`
      }),
  ].join('\n')

function figuresOf(pages: Page[], { samples }: Large): Figure[] {
  const looping = pages.filter(({ path, repeated }) => path.startsWith('/') && repeated > 2)
  const most = (path: string | undefined) => Math.max(...pages.filter((page) => page.path === path).map(({ queries }) => queries))
  const hot = ['/', '/events', '/tips', samples['/events']].map(most)
  return [
    {
      figure: `pages that ask the same more than twice${looping.map(({ path }) => ` ${path}`).join('')}`,
      ours: looping.length,
      bar: '0',
      isMet: looping.length === 0,
    },
    { figure: 'queries of a page that many open', ours: Math.max(...hot), bar: '<= 2', isMet: Math.max(...hot) <= 2 },
    { figure: 'slowest page, all its queries', ours: Math.max(...pages.map(({ ms }) => ms)), unit: 'ms', bar: '' },
  ]
}
