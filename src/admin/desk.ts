import type { Config } from '#config'
import type { Db } from '#database'
import type { Language, Values } from '#platform/text'

/** One line of the desk. `sentence` goes through `say`, so that its translation is looked for. */
export type DeskLine = {
  href: string
  sentence: string
  values?: Values
  /** A quiet word more, in the reader's language already: when, where. */
  fact?: string
  /** `waits`: something to do today. `begin`: where one starts something new. `keep`: what one looks after. */
  kind: 'waits' | 'begin' | 'keep'
}

/** Who stands at the desk, of which network, and when. */
export type AtDesk = {
  network: { id: string }
  person: { id: string; isOwner: boolean; timeZone: string | null }
  language: Language
  now: Temporal.Instant
  config: Config
}

/** What a room has to say at the desk. */
export type DeskNews = (db: Db, at: AtDesk) => Promise<DeskLine[]>
