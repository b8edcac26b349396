import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from '#database'
import type { Log } from '#platform/http'
import { saveRound, type Result, type Round } from './ledger.data.ts'

export type Ledger = {
  /** Resolves once the mark is durable; false when the mail is not ours to send any more. */
  mark: (id: string) => Promise<boolean>
  /** Kept with the next round; resolves when it is. */
  record: (result: Result) => Promise<void>
  /** What came of this one is kept already. */
  close: (id: string) => void
  /** Resolves when all is kept. */
  kept: () => Promise<void>
}

export type LedgerOptions = {
  db: Db
  log: Log
  now: () => Temporal.Instant
  senderId: () => string
  /** Others took this sender for gone. */
  onLost: () => void
}

/** Milliseconds in which those of more connections come together: a letter waits that long, and the database is asked less often. */
const gathering = 3

type Wanted = { id: string; tell: (isOurs: boolean) => void }
type Told = { result: Result; tell: () => void }

/**
 * Keeps marks and results in rounds: while one statement runs, those of all connections gather for the next. When the
 * database is away, everything waits for it, and a result once seen is not forgotten.
 */
export function newLedger(options: LedgerOptions): Ledger {
  const inHand = new Set<string>()
  let wanted: Wanted[] = []
  let results: Told[] = []
  const rounds = whileThereIs(() => wanted.length + results.length > 0, round)

  async function round() {
    const [asked, told] = [wanted, results]
    wanted = []
    results = []
    const kept = { results: told.map(({ result }) => result), inHand: [...inHand], wanted: asked.map(({ id }) => id) }
    const marked = await untilKept(options, kept)
    if (!marked) {
      inHand.clear()
      options.onLost()
    }
    for (const { tell } of told) tell()
    for (const { id, tell } of asked) {
      if (marked?.has(id)) inHand.add(id)
      tell(marked?.has(id) ?? false)
    }
  }
  return {
    mark(id) {
      const marked = new Promise<boolean>((tell) => wanted.push({ id, tell }))
      rounds.begin()
      return marked
    },
    record(result) {
      inHand.delete(result.id)
      const kept = new Promise<void>((tell) => results.push({ result, tell }))
      rounds.begin()
      return kept
    },
    close: (id) => void inHand.delete(id),
    kept: rounds.ended,
  }
}

/** Does a thing again and again as long as there is need, never twice at once. */
function whileThereIs(need: () => boolean, act: () => Promise<void>) {
  let isRunning = false
  let running = Promise.resolve()

  async function run() {
    while (need()) {
      await pause(gathering)
      await act()
    }
    isRunning = false
  }
  async function ended(): Promise<void> {
    await running
    if (isRunning) await ended()
  }
  return {
    ended,
    begin() {
      if (isRunning) return
      isRunning = true
      running = run()
    },
  }
}

async function untilKept({ db, log, senderId, now }: LedgerOptions, round: Omit<Round, 'senderId' | 'now'>) {
  for (let tries = 0; ; tries++) {
    try {
      return await saveRound(db, { ...round, senderId: senderId(), now: now() })
    } catch (error) {
      if (tries === 0) log.error({ err: error }, 'what became of mails could not be kept; trying until it can')
      await pause(Math.min(100 * 2 ** tries, 5000))
    }
  }
}
