/** What readers are asked about, by the first word of its address. */
export const judgedKinds = ['tips', 'toolkit'] as const
export type JudgedKind = (typeof judgedKinds)[number]

export type Judged = {
  kind: JudgedKind
  slug: string
  title: string
  editedAt: Temporal.Instant
  helped: number
  didNot: number
}

const fewest = 5
const lovedBy = 0.8
const staleAfter = { hours: 365 * 24 }

/** Loved: many say it helped, and few that it did not. */
export const isLoved = ({ helped, didNot }: Pick<Judged, 'helped' | 'didNot'>): boolean =>
  helped >= fewest && helped / (helped + didNot) >= lovedBy

/** Stale: nobody touched its words for a year. */
export const isStale = ({ editedAt }: Pick<Judged, 'editedAt'>, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(editedAt.add(staleAfter), now) < 0
