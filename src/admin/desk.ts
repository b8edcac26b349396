import type { Db } from '#database'
import type { Values } from '#platform/text'

/** One line of the desk. `sentence` goes through `say`, so that its translation is looked for. */
export type DeskLine = {
  href: string
  sentence: string
  values?: Values
  /** `waits`: something to do today. `begin`: where one starts something new. `keep`: what one looks after. */
  kind: 'waits' | 'begin' | 'keep'
}

/** What a room has to say at the desk, to this person, today. */
export type DeskNews = (
  db: Db,
  network: { id: string },
  person: { id: string; isOwner: boolean },
  now: Temporal.Instant,
) => Promise<DeskLine[]>
