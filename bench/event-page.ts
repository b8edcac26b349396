import { fork } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { connect, openPool } from '#database'
import { findEmbedded } from '#database/embedded'
import { root } from '#root'
import type { Figure } from './figures.ts'
import { newEvent, signedInGuests } from './guests.ts'
import { startProgram } from './program.ts'

const connections = 16
const rounds = 5
const seconds = 2

/**
 * An event's page for a stranger and for someone with a seat, against a bare server that sends the stranger's bytes. The three take
 * turns, so that whatever else the machine does meets them all.
 */
export async function benchEventPage(): Promise<Figure[]> {
  const program = await startProgram()
  const pool = openPool(findEmbedded(program.dataDir)?.url ?? '')
  const db = connect(pool)
  try {
    const [cookie = ''] = await signedInGuests(db, 1)
    const { slug } = await newEvent(db, 'spring call', 40)
    const url = `${program.url}/events/${slug}`
    await fetch(`${url}/rsvp`, { method: 'POST', headers: { cookie }, body: new URLSearchParams({ question: '' }), redirect: 'manual' })
    const bare = await startBare(await bytesOf(url))
    const [yardstick = 0, anonymous = 0, signedIn = 0] = await inTurns([() => rate(bare.url), () => rate(url), () => rate(url, { cookie })])
    bare.stop()
    return [
      {
        figure: 'event page, stranger',
        ours: anonymous,
        unit: '/s',
        yardstick,
        bar: '>= 0.5 x bare node:http',
        isMet: anonymous / yardstick >= 0.5,
      },
      {
        figure: 'event page, signed in, with my RSVP',
        ours: signedIn,
        unit: '/s',
        yardstick,
        bar: '>= 0.04 x bare node:http',
        isMet: signedIn / yardstick >= 0.04,
      },
    ]
  } finally {
    await pool.end()
    await program.stop()
  }
}

const headers = { 'accept-encoding': 'br, gzip', 'accept-language': 'en' }

/** The mean rate of each, after a round that only warms up. */
async function inTurns(all: (() => Promise<number>)[]): Promise<number[]> {
  const sums = all.map(() => 0)
  for (let round = 0; round <= rounds; round++)
    for (const [at, one] of all.entries()) {
      const seen = await one()
      if (round > 0) sums[at] = (sums[at] ?? 0) + seen / rounds
    }
  return sums
}

async function rate(url: string, more: Record<string, string> = {}): Promise<number> {
  const result = await autocannon({ url, connections, duration: seconds, headers: { ...headers, ...more } })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} of the answers of ${url} were not pages.`)
  return result.requests.average
}

/** The stranger's answer as it travels: compressed, with all its headers. */
function bytesOf(url: string): Promise<{ headers: Record<string, string>; body: string }> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const { date: _, connection: __, 'keep-alive': ___, 'transfer-encoding': ____, ...kept } = response.headers
        const body = Buffer.concat(chunks)
        resolve({ headers: { ...(kept as Record<string, string>), 'content-length': String(body.length) }, body: body.toString('base64') })
      })
    })
      .on('error', reject)
      .end()
  })
}

async function startBare(answer: { headers: Record<string, string>; body: string }) {
  const child = fork(join(root, 'bench/bare.ts'), { execPath: process.execPath })
  child.send(answer)
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return { url: `http://127.0.0.1:${port}`, stop: () => child.disconnect() }
}
