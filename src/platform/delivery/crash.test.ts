import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transaction } from '#database'
import { ownCommunity, startSink, testConfig } from '#test'
import { root } from '#root'
import { bulkProgress, queueBulk } from '#platform/mail'

const readers = 5000
const connections = 20
const folder = join(root, 'node_modules', '.cache', 'guildhall', `crash-${process.pid}`)
const program = join(folder, 'sender.mjs')

/** A sender in a process of its own, as the worker runs it. */
const source = `
  import { connect, openPool } from '#database'
  import { newLog } from '#platform/http'
  import { startSender } from '#platform/delivery'
  const config = JSON.parse(process.env.CONFIG)
  const kinds = { update: { names: ['own'], personal: ({ personId }) => ({ own: personId }) } }
  startSender({ db: connect(openPool(process.env.URL)), config, kinds, log: newLog(config), takeOver: true, connections: ${connections} })
`

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  await build({
    stdin: { contents: source, resolveDir: root, loader: 'ts' },
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('killed again and again in the middle of an edition to 5,000, the senders reach each reader, and say whom they may have reached twice', async () => {
  const { community, url, close } = await ownCommunity()
  const { db, network, now } = community
  await sql`insert into person (id, email, began_at) select new_id(), 'reader' || n || '@example.org', ${now()} from generate_series(1, ${sql.lit(readers)}) n`.execute(
    db,
  )
  const content = {
    networkId: network.id,
    kind: 'update',
    onceKey: 'one',
    language: 'en' as const,
    subject: 'March',
    html: '<p>{{own}}</p>',
    text: '{{own}}',
  }
  const { contentId } = await transaction(db, (tx) =>
    queueBulk(tx, content, tx.selectFrom('person').select(['id as personId', 'email as toAddress']), now()),
  )
  const sink = await startSink()
  const start = () =>
    spawn(process.execPath, [program], {
      env: { ...process.env, URL: url, CONFIG: JSON.stringify({ ...testConfig, smtpUrl: sink.url }) },
      stdio: 'ignore',
    })

  let child = start()
  for (const count of [500, 1500, 3000]) {
    await expect.poll(() => sink.taken.length, { timeout: 120_000, interval: 1 }).toBeGreaterThan(count)
    await kill(child)
    child = start()
  }
  await expect.poll(() => bulkProgress(db, [contentId]), { timeout: 120_000 }).toMatchObject({ sent: readers, waiting: 0 })
  await kill(child)

  const times = Map.groupBy(sink.taken, ({ messageId }) => messageId)
  const twice = [...times].filter(([, letters]) => letters.length > 1).map(([messageId]) => messageId.split('@')[0])
  const marked = (await db.selectFrom('mail').select('id').where('resentAt', 'is not', null).execute()).map(({ id }) => id)
  expect(times.size).toBe(readers)
  expect(new Set(sink.taken.map(({ to }) => to)).size).toBe(readers)
  expect(sink.taken.length - readers).toBeLessThanOrEqual(3 * connections)
  expect(marked.length).toBeLessThanOrEqual(3 * connections)
  expect(twice.filter((id) => !marked.includes(id ?? ''))).toEqual([])
  await sink.close()
  await close()
}, 400_000)

async function kill(child: ChildProcess) {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
