import { fork } from 'node:child_process'
import { once } from 'node:events'
import { connect as connectTo, type Socket } from 'node:net'
import { join } from 'node:path'
import { sql } from 'kysely'
import { connect, openPool, type Db } from '#database'
import { findEmbedded } from '#database/embedded'
import { root } from '#root'
import type { Figure } from './figures.ts'
import { newEvent, signedInGuests } from './guests.ts'
import { memoryOf, startProgram, type Program } from './program.ts'

const followers = Number(process.env['FOLLOWERS'] ?? 500)
const clicks = 40

/** From a host's click to the last of 500 pages that follow, against a bare server that hands on the same bytes in the same run; and what a follower weighs. */
export async function benchLive(): Promise<Figure[]> {
  const program = await startProgram()
  const pool = openPool(findEmbedded(program.dataDir)?.url ?? '')
  try {
    const db = connect(pool)
    const { slug } = await newEvent(db, 'live', null)
    const host = await hostOf(db, program, slug)
    await host.add('Who pays?')
    const before = memoryOf(program.pid, false)
    const lines = await follow(program.url, `/events/${slug}/live/stream`)
    const weight = ((memoryOf(program.pid, false) - before) * 1024) / followers
    const ours = await inAll(lines, host.click)
    const bare = await bareFanOut(lines.bytes)
    return figuresOf({ ours, bare, weight })
  } finally {
    await pool.end()
    await program.stop()
  }
}

const figuresOf = ({ ours, bare, weight }: { ours: number; bare: number; weight: number }): Figure[] => [
  { figure: `click to ${followers} followers, p99`, ours, unit: 'ms', yardstick: bare, bar: '<= 250 ms', isMet: ours <= 250 },
  { figure: 'memory of a follower', ours: weight, unit: 'KB', bar: '<= 100 KB', isMet: weight <= 100 },
]

type Lines = { sockets: Socket[]; heard: () => number; bytes: number; clear: () => void }

/** Each on a connection of its own; a message counts when its end has come. */
async function follow(origin: string, path: string): Promise<Lines> {
  const { hostname, port, host } = new URL(origin)
  let heard = 0
  const lines: Lines = { sockets: [], heard: () => heard, bytes: 0, clear: () => (heard = 0) }
  for (let n = 0; n < followers; n++) {
    const socket = connectTo(Number(port), hostname)
    await once(socket, 'connect')
    socket.on('data', (bytes) => {
      if (!bytes.includes('data: ')) return
      heard++
      lines.bytes = Math.max(lines.bytes, bytes.length)
    })
    lines.sockets.push(socket)
    socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
    await once(socket, 'data')
  }
  return lines
}

/** Milliseconds from each click to the last who hears it; their 99th percentile over all clicks. */
async function inAll(lines: Lines, click: () => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let n = 0; n < clicks; n++) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    lines.clear()
    const began = performance.now()
    const clicked = click()
    while (lines.heard() < followers) {
      if (performance.now() - began > 10_000) throw new Error(`Only ${lines.heard()} of ${followers} heard of a click.`)
      await new Promise((resolve) => setImmediate(resolve))
    }
    took.push(performance.now() - began)
    await clicked
  }
  for (const socket of lines.sockets) socket.destroy()
  return took.toSorted((a, b) => a - b)[Math.ceil(took.length * 0.99) - 1] ?? 0
}

async function bareFanOut(bytes: number): Promise<number> {
  const child = fork(join(root, 'bench/fan-out.ts'), { execPath: process.execPath })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  const origin = `http://127.0.0.1:${port}`
  const lines = await follow(origin, '/')
  const body = 'x'.repeat(Math.max(1, bytes - 8))
  const took = await inAll(lines, () => fetch(origin, { method: 'POST', body }))
  child.disconnect()
  return took
}

/** A steward signed in, whose click shows a question to all and hides it again. */
async function hostOf(db: Db, program: Program, slug: string) {
  const [cookie = ''] = await signedInGuests(db, 1)
  await sql`insert into membership (network_id, person_id, role, began_at)
    select network.id, person.id, 'steward', now() from network, person where person.email = 'guest1@example.org'`.execute(db)
  const post = async (path: string, words: Record<string, string>) => {
    const answer = await fetch(`${program.url}/events/${slug}/live/${path}`, {
      method: 'POST',
      body: new URLSearchParams(words),
      headers: { cookie },
      redirect: 'manual',
    })
    if (answer.status !== 303) throw new Error(`A click was answered with ${answer.status}.`)
  }
  let shown = true
  return {
    add: (question: string) => post('items', { question, sharing: 'nameless' }),
    async click() {
      const { rows } = await sql<{ id: string }>`select id from live_item`.execute(db)
      shown = !shown
      await post(`items/${rows[0]?.id}`, { how: shown ? 'show' : 'hide' })
    },
  }
}
