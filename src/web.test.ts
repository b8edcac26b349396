import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { StartupProblem } from '#problem'
import { newLog } from '#platform/http'
import { freePort, seededCommunity, testConfig, type Seeded } from '#test'
import { startWeb } from './web.ts'

let community: Seeded

beforeAll(async () => {
  community = await seededCommunity()
})
afterAll(() => community.close())

const open = (port: number, host = '127.0.0.1') =>
  startWeb({ config: { ...testConfig, host, port, databaseUrl: community.url }, db: community.db, log: newLog(testConfig) })

test('a port that is taken is named, with what to type instead', async () => {
  const other: Server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo

  await expect(open(port)).rejects.toThrow(StartupProblem)
  await expect(open(port)).rejects.toThrow(
    `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
  )
  other.close()
})

test('a host that is not this machine is named', async () => {
  await expect(open(await freePort(), '203.0.113.7')).rejects.toThrow(
    'The setting HOST is 203.0.113.7, which is no address of this machine.',
  )
})

test('stopping lets a request under way finish, and takes no new one', async () => {
  const port = await freePort()
  const stop = await open(port)
  const { release, held } = await holdPeople()

  const underWay = fetch(`http://127.0.0.1:${port}/language`, {
    method: 'POST',
    headers: { cookie: `__Host-session=${community.cast.ben.session}` },
    body: new URLSearchParams({ language: 'es' }),
    redirect: 'manual',
  })
  await expect.poll(waitingForLock).toBe(true)
  const stopped = stop()
  await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow('fetch failed')
  release()

  expect((await underWay).status).toBe(303)
  await Promise.all([stopped, held])
})

/** Someone else holds the table of people, so that whoever changes a person waits. */
async function holdPeople() {
  const { promise, resolve: release } = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const held = community.db.transaction().execute(async (tx) => {
    await sql`lock table person in exclusive mode`.execute(tx)
    begun.resolve()
    await promise
  })
  await begun.promise
  return { release, held }
}

async function waitingForLock() {
  const { rows } = await sql<{
    waits: boolean
  }>`select exists (select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()) as waits`.execute(
    community.db,
  )
  return rows[0]?.waits
}
