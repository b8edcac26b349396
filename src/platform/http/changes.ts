import pg from 'pg'
import type { Keeper } from './keeper.ts'

export type Changes = { caughtUp: () => Promise<void>; stop: () => Promise<void> }

/**
 * Listens to what the tables tell of their changes and lets the keeper forget. When the connection is lost the keeper
 * keeps nothing until a new one listens.
 */
export function listenToChanges(config: pg.ClientConfig, keeper: Keeper): Changes {
  let client: pg.Client | null = null
  let stopped = false

  async function connect() {
    const next = new pg.Client(config)
    next.on('notification', (message) => keeper.forget(message.payload ?? ''))
    next.on('error', () => undefined)
    next.on('end', () => lost(next))
    try {
      await next.connect()
      await next.query('listen change')
      client = next
      keeper.listen(true)
    } catch {
      lost(next)
    }
  }
  function lost(which: pg.Client) {
    if (client !== which && client !== null) return
    client = null
    keeper.listen(false)
    if (!stopped) setTimeout(() => void connect(), 500).unref()
  }
  const first = connect()
  return {
    /** Resolves once every change kept before this call has been heard. */
    async caughtUp() {
      await first
      await client?.query('select 1').catch(() => undefined)
    },
    async stop() {
      stopped = true
      await client?.end()
    },
  }
}
