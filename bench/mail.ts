import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import { connect, migrate, newId, openPool, transaction, type Db } from '#database'
import { startEmbedded } from '#database/embedded'
import { createRootNetwork, findRootNetwork } from '#networks'
import { startSender } from '#platform/delivery'
import { newLog } from '#platform/http'
import { bulkProgress, queueBulk, type BulkKinds } from '#platform/mail'
import { root } from '#root'
import type { Figure } from './figures.ts'

const readers = 10_000
const rounds = 3
const connections = 20

type Place = { db: Db; sink: Sink }
type Sink = Awaited<ReturnType<typeof startSink>>

/**
 * An edition to many readers, each letter with links of its own and marked durably, against nodemailer sending ready-built messages of the
 * same size to the same server. The two take turns, so that what else the machine does falls on both.
 */
export async function benchMail(): Promise<Figure[]> {
  const sink = await startSink()
  const { db, close } = await openDatabase()
  try {
    await begin(db)
    return [await compare({ db, sink }, 12), await compare({ db, sink }, 110)]
  } finally {
    sink.stop()
    await close()
  }
}

async function compare(place: Place, paragraphs: number): Promise<Figure> {
  const { size } = await sendEdition(place, paragraphs)
  await sendPlain(place.sink, size)
  const [ours, yardstick] = [[] as number[], [] as number[]]
  for (let round = 0; round < rounds; round++) {
    yardstick.push(await sendPlain(place.sink, size))
    ours.push((await sendEdition(place, paragraphs)).seconds)
  }
  const perSecond = (times: number[]) => (readers * rounds) / times.reduce((sum, one) => sum + one, 0)
  const figure = `mails of ${Math.round(size / 1024)} KB to a local sink, ${connections} connections`
  return {
    figure,
    ours: perSecond(ours),
    unit: '/s',
    yardstick: perSecond(yardstick),
    bar: '>= 0.7',
    isMet: perSecond(ours) / perSecond(yardstick) >= 0.7,
  }
}

const kinds: BulkKinds = {
  edition: {
    names: ['leaveUrl', 'preferencesUrl'],
    personal: ({ personId, config }) => ({
      leaveUrl: `${config.baseUrl}/unsubscribe/${personId}`,
      preferencesUrl: `${config.baseUrl}/preferences/${personId}`,
    }),
  },
}

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

/** How long it took from the first look into the queue until the last letter's answer was kept, and how large a letter was. */
async function sendEdition({ db, sink }: Place, paragraphs: number) {
  const now = Temporal.Now.instant()
  const network = await transaction(db, findRootNetwork)
  const content = { ...contentOf(paragraphs), networkId: network?.id ?? '', kind: 'edition', onceKey: newId(), language: 'en' as const }
  const { contentId } = await transaction(db, (tx) =>
    queueBulk(tx, content, tx.selectFrom('person').select(['id as personId', 'email as toAddress']), now),
  )
  const before = await sink.counts()
  const config = {
    baseUrl: 'https://community.example.org',
    smtpUrl: sink.url,
    mailFrom: 'community@example.org',
    mailDomain: 'example.org',
    mailInPort: null,
  }
  const begun = performance.now()
  const sender = startSender({ db, config, kinds, log: newLog({ logLevel: 'warn' }), connections, takeOver: true })
  await reached(sink, before.letters + readers)
  while (!(await bulkProgress(db, [contentId])).isDone) await pause(1)
  const seconds = (performance.now() - begun) / 1000
  await sender.stop()
  const after = await sink.counts()
  if (after.letters !== before.letters + readers) throw new Error('Somebody got the edition twice.')
  return { seconds, size: Math.round((after.bytes - before.bytes) / readers) }
}

/** Seconds for as many ready-built messages of this size. */
async function sendPlain(sink: Sink, size: number) {
  const transport = createTransport({ url: sink.url, pool: true, maxConnections: connections } as object)
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

async function startSink() {
  const child = fork(join(root, 'bench/mail-sink.ts'))
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  async function counts() {
    child.send('counts')
    const [told] = (await once(child, 'message')) as [{ letters: number; bytes: number }]
    return told
  }
  return { url: `smtp://127.0.0.1:${port}`, counts, stop: () => child.disconnect() }
}

async function reached(sink: Sink, count: number) {
  while ((await sink.counts()).letters < count) await pause(20)
}

async function begin(db: Db) {
  await createRootNetwork(db, { name: 'Bench', tagline: '', contactEmail: 'hello@example.org' }, Temporal.Now.instant())
  await sql`insert into person (id, email, began_at) select new_id(), 'reader' || n || '@example.org', now() from generate_series(1, ${sql.lit(readers)}) n`.execute(
    db,
  )
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
  return { db: connect(pool), close }
}
