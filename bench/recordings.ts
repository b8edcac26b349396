import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, openSync, rmSync, truncateSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { connect, openPool, type Db } from '#database'
import { findEmbedded } from '#database/embedded'
import { root } from '#root'
import type { Figure } from './figures.ts'
import { signedInGuests } from './guests.ts'
import { startProgram, type Program } from './program.ts'

const megabytes = 400
const rounds = 3
const webinars = Number(process.env['WEBINARS'] ?? 1000)
const sentences = 700
const perSecond = 50
const seconds = 10

/** How fast a recording comes in against a server that throws it away, and how quick the archive is with ten million words in it. */
export async function benchRecordings(): Promise<Figure[]> {
  const program = await startProgram()
  const pool = openPool(findEmbedded(program.dataDir)?.url ?? '')
  try {
    const db = connect(pool)
    const upload = await uploadFigure(db, program)
    await fillArchive(db)
    return [upload, ...(await archiveFigures(program))]
  } finally {
    await pool.end()
    await program.stop()
  }
}

const run = promisify(execFile)

/** Bytes a second as curl tells them. */
async function curl(words: string[]): Promise<number> {
  const { stdout } = await run('curl', ['-s', '-o', '/dev/null', '-w', '%{speed_upload} %{http_code}', ...words])
  const [speed, code] = stdout.split(' ')
  if (!code?.startsWith('2')) throw new Error(`A piece was answered with ${code}.`)
  return Number(speed)
}

/** Both take turns, so that what else the machine does meets both. */
async function uploadFigure(db: Db, program: Program): Promise<Figure> {
  const cookie = await stewardsCookie(db)
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-bench-upload-'))
  const file = recordingFile(folder)
  const sink = fork(join(root, 'bench/upload-sink.ts'), { execPath: process.execPath })
  const [{ port }] = (await once(sink, 'message')) as [{ port: number }]
  const speeds = { ours: 0, bare: 0 }
  for (let round = 0; round < rounds; round++) {
    speeds.bare += (await curl(['-X', 'PATCH', '-T', file, `http://127.0.0.1:${port}/`])) / rounds
    const place = await placeFor(program, cookie)
    const heads = ['cookie: ' + cookie, 'content-type: application/partial-upload', 'upload-offset: 0'].flatMap((head) => ['-H', head])
    speeds.ours += (await curl(['-X', 'PATCH', ...heads, '-T', file, place])) / rounds
  }
  sink.disconnect()
  rmSync(folder, { recursive: true })
  const [ours, bare] = [speeds.ours / 1024 ** 2, speeds.bare / 1024 ** 2]
  const figure = `a recording of ${megabytes} MB, on the disk, against curl to a bare sink`
  return { figure, ours, unit: 'MB/s', yardstick: bare, bar: '>= 0.7', isMet: ours / bare >= 0.7 }
}

function recordingFile(folder: string): string {
  const path = join(folder, 'call.webm')
  const file = openSync(path, 'w')
  writeSync(file, Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex'))
  truncateSync(path, megabytes * 1024 ** 2)
  return path
}

async function stewardsCookie(db: Db): Promise<string> {
  const [cookie = ''] = await signedInGuests(db, 1)
  await sql`insert into membership (network_id, person_id, role, began_at)
    select network.id, person.id, 'steward', now() from network, person where person.email = 'guest1@example.org'`.execute(db)
  return cookie
}

async function placeFor(program: Program, cookie: string): Promise<string> {
  const headers = { cookie, 'upload-length': String(megabytes * 1024 ** 2), 'upload-purpose': 'recording' }
  const answer = await fetch(`${program.url}/webinars/getting-started/uploads`, { method: 'POST', headers })
  return program.url + (answer.headers.get('location') ?? '')
}

/** Webinars of an hour each, every one kept in a piece as it would be, in words that are as unequally frequent as those of a language. */
async function fillArchive(db: Db) {
  await sql`insert into webinar (id, network_id, slug, held_on, minutes, begun_at, published_at)
    select new_id(), network.id, 'call-' || n, current_date - n, 60, now(), now() from network, generate_series(1, ${webinars}) n`.execute(
    db,
  )
  await sql`insert into webinar_text (webinar_id, language, title, summary, speakers, body, edited_at)
    select id, 'en', 'Call ' || slug, 'What we talked about.', 'Ruth Yazzie (state lead)', 'Notes of the call.', now() from webinar where slug like 'call-%'`.execute(
    db,
  )
  await sql`insert into transcript (webinar_id, language, edited_at) select id, 'en', now() from webinar where slug like 'call-%'`.execute(
    db,
  )
  await sql`insert into cue (webinar_id, language, place, starts_at, ends_at, speaker, words)
    select webinar.id, 'en', place, place * 5000, place * 5000 + 5000, 'Ruth Yazzie',
      (select string_agg('w' || floor(power(20000, random()))::int, ' ') from generate_series(1, 14 + 0 * (place + length(slug))))
    from webinar, generate_series(0, ${sentences - 1}) place where slug like 'call-%' order by webinar.id, place`.execute(db)
  await sql`select index_webinar(id, 'en') from webinar where slug like 'call-%'`.execute(db)
  await sql`vacuum analyze`.execute(db)
}

async function archiveFigures({ url }: Program): Promise<Figure[]> {
  const word = (from: number, to: number) => `w${from + Math.floor(Math.random() * (to - from))}`
  const asked = {
    'archive, its list': () => `/webinars?page=${1 + Math.floor(Math.random() * 20)}`,
    'a webinar with all that was said': () => `/webinars/call-${1 + Math.floor(Math.random() * webinars)}?words=en`,
    'search of two words, one of them frequent': () => `/webinars?q=${word(1, 40)}+${word(200, 20_000)}`,
    'search of a word that stands in every webinar': () => `/webinars?q=${word(1, 20)}`,
  }
  const figures: Figure[] = []
  for (const [figure, path] of Object.entries(asked)) {
    const { p95, p99 } = await latencies(url, path)
    figures.push({ figure: `${figure}, ${webinars} webinars, p99 (p95 ${p95} ms)`, ours: p99, unit: 'ms', bar: '< 50', isMet: p99 < 50 })
  }
  return figures
}

/** Fifty requests a second for ten seconds, each sent at its moment however long the others take; read to the end. */
async function latencies(url: string, path: () => string) {
  const asking: Promise<number>[] = []
  for (let n = 0; n < perSecond * seconds; n++) {
    asking.push(timed(url + path()))
    await pause(1000 / perSecond)
  }
  const took = (await Promise.all(asking)).toSorted((one, other) => one - other)
  const at = (share: number) => Math.round(took[Math.ceil(took.length * share) - 1] ?? 0)
  return { p95: at(0.95), p99: at(0.99) }
}

async function timed(url: string): Promise<number> {
  const begun = performance.now()
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} was answered with ${answer.status}.`)
  await answer.arrayBuffer()
  return performance.now() - begun
}
