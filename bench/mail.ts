import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import { connect, migrate, newId, openPool, transaction, type Db } from '#database'
import { startEmbedded } from '#database/embedded'
import { createRootNetwork, findRootNetwork } from '#networks'
import { rotateDkim, startSigning } from '#platform/dkim'
import { bulkProgress, queueBulk } from '#platform/mail'
import type { Figure } from './figures.ts'
import { startBenchSink, type BenchSink } from './bench-sink.ts'
import { startBenchSender, signedDomain } from './mail-sender.ts'
import { descendants, memoryOf } from './program.ts'

/** How many readers in all: `READERS=5000 npm run bench -- mail` for a try. */
const readersInAll = Number(process.env['READERS'] ?? 100_000)
const rounds = 5
const readers = Math.ceil(readersInAll / rounds)
const connections = 20

type Place = { db: Db; sink: BenchSink; clusterPid: number }
type Way = 'signed' | 'plain'

/**
 * An edition to many readers, each letter with links of its own, marked durably and signed, against nodemailer sending ready-built messages
 * of the same size to the same server. They take turns, so that what else the machine does falls on all.
 */
export async function benchMail(): Promise<Figure[]> {
  const sink = await startBenchSink()
  const { db, url, clusterPid, close } = await openDatabase()
  const senders = {
    signed: startBenchSender({ url, smtpUrl: sink.url, way: 'signed', connections }),
    plain: startBenchSender({ url, smtpUrl: sink.url, way: 'plain', connections }),
  }
  try {
    await begin(db)
    return await compare({ db, sink, clusterPid }, senders.signed)
  } finally {
    for (const sender of Object.values(senders)) sender.disconnect()
    sink.stop()
    await close()
  }
}

type Measured = { size: number; signed: Sent[]; plain: Sent[]; bare: number[]; bareSigned: number[]; memory: number[] }

async function compare(place: Place, signer: ChildProcess): Promise<Figure[]> {
  const { size } = await sendEdition(place, 'signed')
  const measured: Measured = { size, signed: [], plain: [], bare: [], bareSigned: [], memory: [] }
  for (let round = 0; round < rounds; round++) {
    measured.bare.push(await sendBare(place.sink, size, false))
    measured.signed.push(await sendEdition(place, 'signed'))
    measured.memory.push(memoryOf(signer.pid ?? 0, false))
    measured.plain.push(await sendEdition(place, 'plain'))
    measured.bareSigned.push(await sendBare(place.sink, size, true))
  }
  return [...rates(measured), ...loads(measured)]
}

const perSecond = (seconds: number) => (readers * rounds) / seconds
const secondsOf = (sent: Sent[]) => total(sent.map(({ seconds }) => seconds))

function rates({ size, signed, plain, bare, bareSigned }: Measured): Figure[] {
  const [ours, unsigned] = [perSecond(secondsOf(signed)), perSecond(secondsOf(plain))]
  const bar = (rate: number, yardstick: number) => ({ ours: rate, unit: '/s', yardstick, bar: '>= 0.7', isMet: rate / yardstick >= 0.7 })
  const letters = `letters of ${Math.round(size / 1024)} KB to ${readers * rounds} readers`
  const cost = ((secondsOf(signed) - secondsOf(plain)) / (readers * rounds)) * 1000
  return [
    { figure: `${letters}, signed, against ready-built ones`, ...bar(ours, perSecond(total(bare))) },
    { figure: 'the same, not signed', ...bar(unsigned, perSecond(total(bare))) },
    { figure: 'signed by RSA and Ed25519, against nodemailer signing by RSA', ...bar(ours, perSecond(total(bareSigned))) },
    { figure: 'what signing adds to a letter', ours: cost, unit: 'ms', bar: '' },
  ]
}

function loads({ signed, memory }: Measured): Figure[] {
  const [first = 0, last = 0] = [memory[0], memory.at(-1)]
  const busy = total(signed.map(({ database }) => database)) / secondsOf(signed)
  const asked = Math.max(...signed.map((round) => round.asked))
  return [
    {
      figure: 'memory of the sender after the last round, beside the first',
      ours: last,
      unit: 'MB',
      yardstick: first,
      bar: 'flat, <= 300 MB',
      isMet: last <= 300 && last <= first * 1.2,
    },
    { figure: 'processor time of PostgreSQL in a second of sending', ours: busy, unit: 's', bar: '<= 0.5', isMet: busy <= 0.5 },
    { figure: 'how far it has come, asked meanwhile (95 of 100)', ours: asked, unit: 'ms', bar: '<= 250', isMet: asked <= 250 },
  ]
}

const total = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0)
const words = 'Ten conveners met and compared what they had learned: begin with the businesses, and let them speak first.'

function contentOf(paragraphs: number) {
  return {
    subject: 'The monthly update',
    html: `<!doctype html><html lang="en"><body>${`<p>${words}</p>\n`.repeat(paragraphs)}<a href="{{preferencesUrl}}">Choose</a> <a href="{{leaveUrl}}">Leave</a></body></html>`,
    text: `${`${words}\n\n`.repeat(paragraphs)}Leave: {{leaveUrl}}\n`,
    headers: {
      'List-Id': '<update.example.org>',
      'List-Unsubscribe': '<{{leaveUrl}}>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}

type Sent = { seconds: number; size: number; database: number; asked: number }

/** How long it took from the queue until the last letter's answer was kept, what PostgreSQL had to do for it, and how large a letter was. */
async function sendEdition({ db, sink, clusterPid }: Place, way: Way): Promise<Sent> {
  const network = await transaction(db, findRootNetwork)
  const content = { ...contentOf(12), networkId: network?.id ?? '', kind: way, onceKey: newId(), language: 'en' as const }
  const [before, cpu] = [await sink.counts(), cpuOf(clusterPid)]
  const { contentId } = await transaction(db, (tx) =>
    queueBulk(tx, content, tx.selectFrom('person').select(['id as personId', 'email as toAddress']), Temporal.Now.instant()),
  )
  const begun = performance.now()
  const asked = await untilDone(db, contentId)
  const seconds = (performance.now() - begun) / 1000
  const after = await sink.counts()
  if (after.letters !== before.letters + readers) throw new Error('Somebody got the edition twice.')
  return { seconds, asked, database: cpuOf(clusterPid) - cpu, size: Math.round((after.bytes - before.bytes) / readers) }
}

/** Asks how far it has come as the edition's page does; gives the milliseconds within which 95 of 100 asks were answered. */
async function untilDone(db: Db, contentId: string): Promise<number> {
  const times: number[] = []
  for (;;) {
    const begun = performance.now()
    const { isDone } = await bulkProgress(db, [contentId])
    times.push(performance.now() - begun)
    if (isDone) return times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? 0
    await pause(250)
  }
}

/** Processor seconds of a process and all its descendants so far. Clock ticks are hundredths of a second on Linux. */
const cpuOf = (pid: number) => total([pid, ...descendants(pid)].map(ticksOf)) / 100

/** Of a connection that has just ended there is nothing to read. */
function ticksOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return Number(fields[11]) + Number(fields[12])
  } catch {
    return 0
  }
}

/** Seconds for as many ready-built messages of this size, signed by nodemailer or not. */
async function sendBare(sink: BenchSink, size: number, isSigned: boolean) {
  const dkim = isSigned ? { dkim: await bareKey() } : {}
  const transport = createTransport({ url: sink.url, pool: true, maxConnections: connections, ...dkim } as object)
  const raw = Buffer.from(
    `From: community@example.org\r\nTo: reader@example.org\r\nSubject: The monthly update\r\n\r\n`.padEnd(size, `${'y'.repeat(74)}\r\n`),
  )
  const envelope = (n: number) => ({ from: 'community@example.org', to: `reader${n}@example.org` })
  const begun = performance.now()
  await Promise.all(Array.from({ length: readers }, (_, n) => transport.sendMail({ envelope: envelope(n), raw })))
  const seconds = (performance.now() - begun) / 1000
  transport.close()
  return seconds
}

async function bareKey() {
  const { generateKeyPairSync } = await import('node:crypto')
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { domainName: 'example.org', keySelector: 'bench', privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) }
}

async function begin(db: Db) {
  await createRootNetwork(db, { name: 'Bench', tagline: '', contactEmail: 'hello@example.org' }, Temporal.Now.instant())
  await sql`insert into person (id, email, began_at) select new_id(), 'reader' || n || '@domain' || n % 50 || '.example', now() from generate_series(1, ${sql.lit(readers)}) n`.execute(
    db,
  )
  await rotateDkim(db, signedDomain, Temporal.Now.instant())
  await startSigning(db, signedDomain, Temporal.Now.instant())
}

/** A server of its own with nothing left out: what is committed is on the disk. */
async function openDatabase() {
  const dataDir = mkdtempSync(join(tmpdir(), 'guildhall-bench-mail-'))
  const server = await startEmbedded({ dataDir })
  const pool = openPool(server.url)
  await migrate(pool)
  const close = async () => {
    await pool.end()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  const clusterPid = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  return { db: connect(pool), url: server.url, clusterPid, close }
}
