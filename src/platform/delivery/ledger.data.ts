import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#database'

/** What came of a mail. */
export type Result = {
  id: string
  state: 'sent' | 'failed' | 'waiting'
  answer: string
  /** When it may be tried again, if not at once. */
  dueAt?: Temporal.Instant | undefined
  isTry?: boolean | undefined
  isInDoubt?: boolean | undefined
}

export type Round = {
  senderId: string
  results: Result[]
  /** The mails that servers are being given already. */
  inHand: string[]
  /** Those that would be next. */
  wanted: string[]
  now: Temporal.Instant
}

/**
 * One statement, durable when it returns: keeps what came of mails, and marks those that are given to a server next. Gives
 * the marked ones, or null when others took this sender for gone.
 */
export async function saveRound(db: Db, { inHand, wanted, ...round }: Round): Promise<Set<string> | null> {
  const { rows } = await sql<{ marked: string[] | null }>`select keep_mail_round(${given(round)}, ${inHand}, ${wanted}) as marked`.execute(
    db,
  )
  const marked = rows[0]?.marked
  return marked ? new Set(marked) : null
}

/** Keeps what came of one mail. False when it is not this sender's to tell. */
export async function saveResult(db: Db, senderId: string, result: Result, now: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql<{ kept: number }>`select keep_mail_results(${given({ senderId, results: [result], now })}) as kept`.execute(db)
  return (rows[0]?.kept ?? 0) > 0
}

/** Sorted, since all who lock several mails do so in the order of their ids: nobody waits in a circle. */
function given({ senderId, results, now }: Pick<Round, 'senderId' | 'results' | 'now'>): RawBuilder<unknown> {
  const sorted = results.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const column = <T>(of: (result: Result) => T) => sorted.map(of)
  return sql.join([
    senderId,
    now,
    column(({ id }) => id),
    column(({ state }) => state),
    column(({ answer }) => answer.slice(0, 2000)),
    column(({ dueAt }) => dueAt ?? null),
    column(({ isTry }) => (isTry ? 1 : 0)),
    column(({ isInDoubt }) => isInDoubt ?? false),
  ])
}
