import type { VNode } from 'preact'
import type { Db, Tx } from '#database'
import type { Here, Visitor } from '#platform/http'

/**
 * A part of `/me` that another room fills: what this person has there, as one `<section>` with its heading; null when
 * there is nothing to show.
 */
export type MeSection = (db: Db, person: Visitor, network: Here, now: Temporal.Instant) => Promise<VNode | null>

/**
 * All that a room keeps about a person, for them to read and take along. Keys are plain words in camelCase
 * (`answeredAt` is said as "Answered at" on the page: give that sentence to the catalogue with `say`); values are text, numbers,
 * moments, lists and objects of these.
 */
export type DataOf = (db: Db, personId: string) => Promise<Record<string, unknown>>

/**
 * Lets a room forget someone: runs in the transaction in which the person's row is then deleted, so it may still read that row.
 * Rows that only say something about the person go (`on delete cascade` does that alone); rows that count stay, with
 * `person_id` emptied (`on delete set null`) and what the person wrote in them emptied here.
 */
export type Eraser = (tx: Tx, personId: string, now: Temporal.Instant) => Promise<unknown>

/** What the rooms above add to people's own pages; `site.ts` names them. */
export type Contributions = {
  meSections: MeSection[]
  /** By the name of the room, which is its key in the downloaded file. */
  dataOf: Record<string, DataOf>
  erasers: Eraser[]
}
