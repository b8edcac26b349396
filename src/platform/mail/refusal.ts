import type { Db, Tx } from '#database'
import { transaction } from '#database'

/** An address that does not take mail, in the words of a server: at once, or later by a bounce. */
export type Refusal = {
  mailId: string
  networkId: string
  personId: string | null
  address: string
  answer: string
  /** The enhanced status (RFC 3463), such as 5.1.1. */
  status: string | null
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
