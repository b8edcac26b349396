import pg from 'pg'

/** What the database tells of, by channel. */
export type Heard = {
  /** This person has left a list, or their address takes no more mail. */
  reader_left: (personId: string) => void
  /** An edition waits. */
  mail_waits: () => void
}

export type Notices = { stop: () => Promise<void> }

const betweenTries = 500

/**
 * Hears in the moment it is kept that somebody has left, or that an edition waits. While the connection is lost, what was asked of
 * readers holds for its ten seconds and no longer, and an edition is found by looking.
 */
export function listenToNotices(address: pg.ClientConfig, heard: Heard): Notices {
  let client: pg.Client | null = null
  let isStopped = false

  async function connect() {
    const next = new pg.Client(address)
    client = next
    next.on('notification', ({ channel, payload = '' }) => heard[channel as keyof Heard](payload))
    next.on('error', () => undefined)
    next.on('end', again)
    await next.connect().then(
      () => next.query('listen reader_left; listen mail_waits').catch(() => undefined),
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
