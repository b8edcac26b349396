import type { Tx } from '#database'

/** Somebody reported a mail of ours as unwanted, in the words of their mail service. */
export type Complaint = {
  /** Null where only the reader is known, and not which mail it was. */
  mailId: string | null
  networkId: string
  address: string
  detail: string
}

/** Told in one transaction; site.ts lists who listens. */
export type ComplaintListener = (tx: Tx, complaint: Complaint, now: Temporal.Instant) => Promise<unknown>
