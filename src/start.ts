import type { Config } from '#config'
import { connect, migrate, openPool } from '#database'
import { markMachine } from '#platform/delivery'
import type { Log } from '#platform/http'
import { parts, type Part } from './parts.ts'
import { startMailIn } from './mail-in.ts'
import { openDatabase } from './server.ts'
import { seedWhenEmpty } from './seed.ts'
import { startWeb } from './web.ts'
import { startWorker } from './worker.ts'
import { welcome } from './welcome.ts'

type Stop = () => Promise<unknown>

/** Starts everything in order; what it gives back stops it in reverse. */
export async function start(config: Config, asked: Part[], log: Log): Promise<{ stop: Stop }> {
  const stops: Stop[] = []
  const stop = async () => {
    for (const one of stops.toReversed()) await one()
  }
  try {
    const server = await openDatabase(config, asked)
    stops.push(server.stop)
    const here = { ...config, dataDir: server.dataDir, databaseUrl: server.url }
    markMachine(here.dataDir)
    const pool = openPool(server.url, { max: 16 })
    stops.push(() => pool.end())
    await migrate(pool)
    const db = connect(pool)
    await seedWhenEmpty(db, here)
    const running = { config: here, pool, db, log, isAlone: !config.databaseUrl && asksForAll(asked) }
    if (asked.includes('worker')) stops.push(await startWorker(running))
    if (asked.includes('mail-in')) stops.push(await startMailIn(running))
    if (asked.includes('web')) stops.push(await startWeb(running))
    if (asked.includes('web')) await welcome(running, server)
    return { stop }
  } catch (error) {
    await stop().catch(() => undefined)
    throw error
  }
}

const asksForAll = (asked: Part[]) => asked.length === parts.length
