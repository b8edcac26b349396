import pg from 'pg'

export type Departures = { stop: () => Promise<void> }

const betweenTries = 500

/**
 * Hears who has left a list, or whose address takes no more mail, in the moment it is kept. While the connection is lost, what was
 * asked of readers holds for its ten seconds and no longer.
 */
export function listenToDepartures(address: pg.ClientConfig, onLeft: (personId: string) => void): Departures {
  let client: pg.Client | null = null
  let isStopped = false

  async function connect() {
    const next = new pg.Client(address)
    client = next
    next.on('notification', ({ payload }) => void (payload && onLeft(payload)))
    next.on('error', () => undefined)
    next.on('end', again)
    await next.connect().then(
      () => next.query('listen reader_left').catch(() => undefined),
      () => again(),
    )
  }
  function again() {
    if (!isStopped) setTimeout(() => void connect(), betweenTries).unref()
  }
  const begun = connect()
  return {
    async stop() {
      isStopped = true
      await begun
      await client?.end().catch(() => undefined)
    },
  }
}
