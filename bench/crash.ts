import { readFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { connect, migrate, newId, openPool, transaction, type Db } from '#database'
import { startEmbedded } from '#database/embedded'
import { createRootNetwork, findRootNetwork } from '#networks'
import { bulkProgress, queueBulk } from '#platform/mail'
import { startBenchSink, type BenchSink } from './bench-sink.ts'
import type { Figure } from './figures.ts'
import { startBenchSender } from './mail-sender.ts'

const readers = Number(process.env['READERS'] ?? 20_000)
const kills = Number(process.env['KILLS'] ?? 50)
const connections = 20

/**
 * An edition to 20,000, in the middle of which the sender and PostgreSQL are killed in turns at random moments, fifty times in all. Each
 * reader gets it once, save for at most one marked letter a connection and kill. `KILLS=6 READERS=2000 npm run bench -- crash` for a try.
 */
export async function benchCrash(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guildhall-bench-crash-'))
  const sink = await startBenchSink({ keepsNames: true })
  // It starts itself anew when it is killed, as it does under the whole program.
  const cluster = await startEmbedded({ dataDir })
  const db = connect(openPool(cluster.url))
  const contentId = await begin(db, cluster.url)
  const start = () => startBenchSender({ url: cluster.url, smtpUrl: sink.url, way: 'plain', connections, isAlone: true })
  let sender = start()
  for (let kill = 0; kill < kills; kill++) {
    await untilTaken(sink, (readers * (kill + Math.random())) / (kills + 1))
    if (kill % 2 === 0) sender.kill('SIGKILL')
    else process.kill(postmasterIn(cluster.dataDir), 'SIGKILL')
    if (kill % 2 === 0) sender = start()
    process.stderr.write('.')
  }
  await untilSent(db, contentId)
  const figures = await figuresOf(db, await sink.names())
  sender.kill('SIGKILL')
  sink.stop()
  await db.destroy()
  await cluster.stop()
  rmSync(dataDir, { recursive: true, force: true })
  return figures
}

async function figuresOf(db: Db, names: string[]): Promise<Figure[]> {
  const marked = new Set((await db.selectFrom('mail').select('id').where('resentAt', 'is not', null).execute()).map(({ id }) => id))
  const times = Map.groupBy(names, (name) => name)
  const twice = [...times].filter(([, letters]) => letters.length > 1)
  const unmarked = twice.filter(([name]) => !marked.has(name))
  const most = connections * kills
  const figure = (words: string, ours: number, bar: string, isMet: boolean): Figure => ({ figure: words, ours, bar, isMet })
  return [
    figure(`readers reached, ${kills} kills of sender and PostgreSQL`, times.size, `= ${readers}`, times.size === readers),
    figure('of them more than once', twice.length, `<= ${most}: one a connection and kill`, twice.length <= most),
    figure('of those without a mark', unmarked.length, '= 0', unmarked.length === 0),
    figure('marked as perhaps twice', marked.size, `<= ${most}`, marked.size <= most),
  ]
}

const postmasterIn = (dataDir: string) => Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

async function untilTaken(sink: BenchSink, count: number) {
  while ((await sink.counts()).letters < count) await pause(2)
}

/** PostgreSQL may have been killed just now: whoever asks it asks again. */
async function untilSent(db: Db, contentId: string) {
  while (!(await bulkProgress(db, [contentId]).catch(() => null))?.isDone) await pause(200)
}

async function begin(db: Db, url: string): Promise<string> {
  const pool = openPool(url)
  await migrate(pool)
  await pool.end()
  await createRootNetwork(db, { name: 'Bench', tagline: '', contactEmail: 'hello@example.org' }, Temporal.Now.instant())
  await sql`insert into person (id, email, began_at) select new_id(), 'reader' || n || '@domain' || n % 50 || '.example', now() from generate_series(1, ${sql.lit(readers)}) n`.execute(
    db,
  )
  const network = await transaction(db, findRootNetwork)
  const words = { subject: 'The monthly update', html: '<p>{{leaveUrl}}</p>', text: '{{leaveUrl}}' }
  const content = { ...words, networkId: network?.id ?? '', kind: 'plain', onceKey: newId(), language: 'en' as const }
  const { contentId } = await transaction(db, (tx) =>
    queueBulk(tx, content, tx.selectFrom('person').select(['id as personId', 'email as toAddress']), Temporal.Now.instant()),
  )
  return contentId
}
