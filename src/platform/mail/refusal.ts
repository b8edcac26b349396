import type { Db, Tx } from '#database'
import { transaction } from '#database'

/**
 * hard: the address takes no mail, now and later. soft: perhaps another day. policy: the server turned us or our words
 * away, and the address is not at fault.
 */
export type Failure = 'hard' | 'soft' | 'policy'

/** An address that does not take mail, in the words of a server: at once, or later by a bounce. */
export type Refusal = {
  mailId: string
  networkId: string
  personId: string | null
  address: string
  answer: string
  /** The enhanced status (RFC 3463), such as 5.1.1. */
  status: string | null
  /** Why, when a bounce told it; what a server refuses to its face is hard. */
  failure?: Failure
}

/** Told in the transaction in which the mail becomes a failed one; site.ts lists who listens. */
export type RefusalListener = (tx: Tx, refusal: Refusal, now: Temporal.Instant) => Promise<unknown>

/** Keeps a failure and tells those who listen, both or neither. */
export function announceRefusal(
  db: Db,
  {
    fail,
    listeners,
    refusal,
    now,
  }: { fail: (tx: Tx) => Promise<boolean>; listeners: RefusalListener[]; refusal: Refusal; now: Temporal.Instant },
): Promise<void> {
  return transaction(db, async (tx) => {
    if (!(await fail(tx))) return
    for (const listener of listeners) await listener(tx, refusal, now)
  })
}
