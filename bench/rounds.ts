import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { connect as connectTo } from 'node:net'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { connect, openPool, type Db } from '#database'
import { findEmbedded } from '#database/embedded'
import type { Figure } from './figures.ts'
import { startProgram } from './program.ts'

const phones = Number(process.env['PHONES'] ?? 300)
const clicks = Number(process.env['ROUNDS'] ?? 20)

/** 300 phones answer at once and none is lost; then from the facilitator's click to the last phone that shows what the group said, in twenty rounds. */
export async function benchRounds(): Promise<Figure[]> {
  const program = await startProgram()
  const pool = openPool(findEmbedded(program.dataDir)?.url ?? '')
  try {
    const db = connect(pool)
    const reveals: number[] = []
    const answering: number[] = []
    let lost = 0
    for (let n = 0; n < clicks; n++) {
      await db.deleteFrom('attempt').execute()
      const round = await openRound(program.url, db)
      const began = performance.now()
      const kept = await Promise.all(round.tokens.map((phone) => post(`${program.url}${round.path}`, answersOf(phone, n))))
      answering.push(performance.now() - began)
      lost += kept.filter((status) => status !== 303).length + (phones - (await countKept(db)))
      reveals.push(await reveal(program.url, round))
    }
    return [
      { figure: `answers lost of ${phones} phones at once, ${clicks} rounds`, ours: lost, bar: '0', isMet: lost === 0 },
      { figure: `${phones} phones answered, worst round`, ours: Math.max(...answering), unit: 'ms', bar: '' },
      { figure: `reveal to ${phones} phones, p99`, ours: p99(reveals), unit: 'ms', bar: '<= 300 ms', isMet: p99(reveals) <= 300 },
    ]
  } finally {
    await pool.end()
    await program.stop()
  }
}

const p99 = (took: number[]) => took.toSorted((a, b) => a - b)[Math.ceil(took.length * 0.99) - 1] ?? 0

type Round = { host: string; path: string; tokens: string[] }

async function openRound(url: string, db: Db): Promise<Round> {
  const opened = await ask(`${url}/tools/health-check/rounds`, new URLSearchParams({ title: 'Bench' }))
  const host = opened.location
  const { code } = await db.selectFrom('round').select('code').orderBy('id', 'desc').executeTakeFirstOrThrow()
  const path = `/rounds/${code}`
  const tokenOf = async () => /name="phone" value="([^"]+)"/.exec((await ask(url + path)).html)?.[1] ?? ''
  return { host, path, tokens: await Promise.all(Array.from({ length: phones }, tokenOf)) }
}

const lights = ['yes', 'partly', 'not_yet', 'unknown']

function answersOf(phone: string, seed: number): URLSearchParams {
  const green = [
    'outnumber',
    'decide',
    'bizchair',
    'recruit',
    'named',
    'didit',
    'influence',
    'invest',
    'theirs',
    'beyond',
    'plan',
    'result',
  ]
  const said = green.map((key, at): [string, string] => [`q-g_${key}`, lights[(at * 7 + seed + phone.length) % 4] ?? 'yes'])
  return new URLSearchParams([['phone', phone], ['part', 'business'], ...said])
}

type Answered = { status: number; location: string; html: string }

/** Each phone comes on a connection of its own. */
async function ask(url: string, body?: URLSearchParams): Promise<Answered> {
  const headers = body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
  const sent = request(url, { method: body ? 'POST' : 'GET', agent: false, headers })
  sent.end(body?.toString())
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  return { status: answer.statusCode ?? 0, location: answer.headers.location ?? '', html: await text(answer) }
}

const post = async (url: string, body: URLSearchParams): Promise<number> => (await ask(url, body)).status

const countKept = async (db: Db): Promise<number> =>
  (
    await sql<{
      count: number
    }>`select count(*)::int as count from round_answer where round_id = (select id from round order by id desc limit 1)`.execute(db)
  ).rows[0]?.count ?? 0

/** Every phone follows on a connection of its own; it has heard when the result's words have come. */
async function reveal(origin: string, { host, path }: Round): Promise<number> {
  const { hostname, port, host: name } = new URL(origin)
  let heard = 0
  const sockets = []
  for (let n = 0; n < phones; n++) {
    const socket = connectTo(Number(port), hostname)
    await once(socket, 'connect')
    socket.on('data', (bytes) => (bytes.includes('data-revealed') ? heard++ : undefined))
    sockets.push(socket)
    socket.write(`GET ${path}/stream HTTP/1.1\r\nHost: ${name}\r\n\r\n`)
    await once(socket, 'data')
  }
  const began = performance.now()
  const clicked = post(`${origin}${host}/reveal`, new URLSearchParams())
  while (heard < phones) {
    if (performance.now() - began > 10_000) throw new Error(`Only ${heard} of ${phones} phones saw what was revealed.`)
    await new Promise((resolve) => setImmediate(resolve))
  }
  const took = performance.now() - began
  await clicked
  for (const socket of sockets) socket.destroy()
  return took
}
