import type { Log } from '#platform/http'
import type { DueMail, ReadyMail } from '#platform/mail'

export type Pump = { wake: () => void; stop: () => Promise<void> }

export type PumpParts = {
  log: Log
  begun: Promise<void>
  room: () => number
  claim: (limit: number) => Promise<DueMail[]>
  prepare: (mails: DueMail[]) => Promise<ReadyMail[]>
  take: (mails: ReadyMail[]) => Promise<void>
}

const between = 1000

/** Claims mails as there is room for them: at once when woken, every second otherwise. What is claimed is prepared until that succeeds. */
export function startPump({ log, begun, room, claim, prepare, take }: PumpParts): Pump {
  const stopped = new AbortController()
  const bell = newBell()
  let claimed: DueMail[] = []

  async function once(): Promise<boolean> {
    const limit = room()
    if (claimed.length === 0 && limit > 0) claimed = await claim(limit)
    const isFull = claimed.length === limit && limit > 0
    await take(await prepare(claimed))
    claimed = []
    return isFull
  }
  function complain(error: unknown) {
    log.error({ err: error }, 'mail could not be fetched from the queue')
    return false
  }
  async function run() {
    await begun
    while (!stopped.signal.aborted) {
      bell.silence()
      const goesOn = await once().catch(complain)
      if (!goesOn && !stopped.signal.aborted) await bell.sleep(between)
    }
  }
  const ended = run()
  return {
    wake: bell.ring,
    stop() {
      stopped.abort()
      bell.ring()
      return ended
    },
  }
}

/** Sleep that a ring cuts short; one that rang since the last silence is not slept through. */
function newBell() {
  let hasRung = false
  let rouse: () => void = () => undefined
  return {
    silence: () => void (hasRung = false),
    ring: () => {
      hasRung = true
      rouse()
    },
    sleep: (milliseconds: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, hasRung ? 0 : milliseconds)
        rouse = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
  }
}
