import { execFileSync } from 'node:child_process'
import { connect as connectTo } from 'node:net'
import { sql } from 'kysely'
import pg from 'pg'
import { addressOf, connect, openPool, type Db } from '#database'
import { findEmbedded } from '#database/embedded'
import type { Figure } from './figures.ts'
import { newEvent, signedInGuests } from './guests.ts'
import { startProgram, type Program } from './program.ts'

const atATime = 16
const guests = 12_000
const seats = 4_000
const rounds = 3

/**
 * RSVPs through HTTP, each kept on the disk before it is answered, against pgbench's simple updates on the same server, in turns:
 * whatever else the machine does meets both.
 */
export async function benchRsvp(): Promise<Figure[]> {
  const program = await startProgram()
  const url = findEmbedded(program.dataDir)?.url ?? ''
  const pool = openPool(url)
  const db = connect(pool)
  try {
    const cookies = await signedInGuests(db, guests)
    const open = await newEvent(db, 'open', null)
    const full = await newEvent(db, 'full', seats)
    await rsvpAll(program.url, (await newEvent(db, 'warm-up', null)).slug, cookies.slice(0, 4000))
    const { free, yardstick } = await inTurns({ program, url, db }, open.slug, cookies)
    await settled(db)
    const rush = await rsvpAll(program.url, full.slug, cookies)
    const [kept, held] = [await countsOf(db, open.id), await countsOf(db, full.id)]
    const isTrue = held.seated === seats && held.waiting === guests - seats && held.mails === guests
    return figuresOf({ free, yardstick, areKept: kept.seated === guests, rush: rush * 60, isTrue })
  } finally {
    await pool.end()
    await program.stop()
  }
}

type Seen = { free: number; yardstick: number; areKept: boolean; rush: number; isTrue: boolean }

const figuresOf = ({ free, yardstick, areKept, rush, isTrue }: Seen): Figure[] => [
  {
    figure: `RSVP, durable, ${atATime} at a time`,
    ours: free,
    unit: '/s',
    yardstick,
    bar: '>= 0.25 x pgbench -N -c 16',
    isMet: free / yardstick >= 0.25 && areKept,
  },
  {
    figure: `RSVPs to one event with ${seats} seats for ${guests}, never oversold`,
    ours: rush,
    unit: '/min',
    bar: '>= 18,000',
    isMet: rush >= 18_000 && isTrue,
  },
]

type Server = { program: Program; url: string; db: Db }

/** The yardstick, then a share of the guests, round after round; the means of both. */
async function inTurns({ program, url, db }: Server, slug: string, cookies: string[]) {
  const share = Math.ceil(cookies.length / rounds)
  const taken: { free: number; yardstick: number }[] = []
  for (let first = 0; first < cookies.length; first += share) {
    const yardstick = await pgbench(url)
    await settled(db)
    taken.push({ yardstick, free: await rsvpAll(program.url, slug, cookies.slice(first, first + share)) })
  }
  return { free: mean(taken.map((round) => round.free)), yardstick: mean(taken.map((round) => round.yardstick)) }
}

const mean = (rates: number[]) => rates.reduce((sum, one) => sum + one, 0) / rates.length

/** What was written before is on the disk before the next is measured. */
const settled = (db: Db) => sql`checkpoint`.execute(db)

/** Each guest presses the button once; gives acknowledged RSVPs a second. */
async function rsvpAll(origin: string, slug: string, cookies: string[]): Promise<number> {
  const began = performance.now()
  const waiting = [...cookies]
  const answered = await Promise.all(Array.from({ length: atATime }, () => pressButtons(new URL(origin), slug, waiting)))
  const all = answered.reduce((sum, count) => sum + count, 0)
  if (all !== cookies.length) throw new Error(`Of ${cookies.length} RSVPs only ${all} were acknowledged.`)
  return all / ((performance.now() - began) / 1000)
}

/**
 * One connection, one guest after the other. It reads no more of an answer than that it has come whole: the machine is the
 * server's, as it is with pgbench.
 */
function pressButtons({ hostname, port, host }: URL, slug: string, waiting: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connectTo(Number(port), hostname)
    let answered = 0
    const press = () => {
      const cookie = waiting.pop()
      if (cookie === undefined) socket.end(() => resolve(answered))
      else
        socket.write(
          `POST /events/${slug}/rsvp HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\nquestion=`,
        )
    }
    socket.on('connect', press)
    socket.on('error', reject)
    socket.on('data', (bytes) => {
      const text = bytes.toString('latin1')
      if (!text.startsWith('HTTP/1.1 303')) reject(new Error(`An RSVP was answered with ${text.slice(0, 60)}`))
      answered++
      press()
    })
  })
}

async function countsOf(db: Db, eventId: string) {
  const { rows } = await sql<{ seated: number; waiting: number; mails: number }>`
    select count(*) filter (where answer = 'seated') as seated, count(*) filter (where answer = 'waiting') as waiting,
      (select count(*) from mail where body like ${`%`} and person_id in (select person_id from rsvp where event_id = ${eventId}) and subject like '%: full') as mails
    from rsvp where event_id = ${eventId}`.execute(db)
  return rows[0] ?? { seated: 0, waiting: 0, mails: 0 }
}

/** Simple updates a second (`pgbench -N -c 16`): the program itself where it is installed, else its transaction sent by 16 connections. */
async function pgbench(url: string): Promise<number> {
  const { host, user, database } = Object.fromEntries([
    ...new URL(url).searchParams,
    ['database', new URL(url).pathname.slice(1)],
  ]) as Record<string, string>
  const program = findPgbench()
  if (!program) return simpleUpdates(url)
  const place = ['-h', host ?? '', '-U', user ?? '', database ?? '']
  execFileSync(program, ['-i', '-q', '-s', '10', ...place], { stdio: 'ignore' })
  const report = execFileSync(program, ['-N', '-c', String(atATime), '-j', '2', '-T', '4', ...place], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return Number(/tps = ([\d.]+)/.exec(report)?.[1] ?? 0)
}

function findPgbench(): string | undefined {
  const places = [
    '/usr/lib/postgresql/18/bin/pgbench',
    '/usr/lib/postgresql/17/bin/pgbench',
    '/usr/lib/postgresql/16/bin/pgbench',
    '/usr/lib/postgresql/15/bin/pgbench',
    'pgbench',
  ]
  return places.find((place) => {
    try {
      execFileSync(place, ['--version'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })
}

async function simpleUpdates(url: string): Promise<number> {
  const pool = new pg.Pool({ ...addressOf(url), max: atATime })
  await pool.query(
    'create table if not exists bench_account (id int primary key, balance int not null); create table if not exists bench_history (id int, delta int, at timestamptz)',
  )
  await pool.query('insert into bench_account select n, 0 from generate_series(1, 100000) n on conflict do nothing')
  const until = performance.now() + 4000
  let done = 0
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      const client = await pool.connect()
      for (; performance.now() < until; done++) {
        const id = 1 + Math.floor(Math.random() * 100_000)
        await client.query('begin')
        await client.query('update bench_account set balance = balance + 1 where id = $1', [id])
        await client.query('select balance from bench_account where id = $1', [id])
        await client.query('insert into bench_history values ($1, 1, now())', [id])
        await client.query('commit')
      }
      client.release()
    }),
  )
  await pool.end()
  return done / 4
}
