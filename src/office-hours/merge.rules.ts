type Standing = {
  id: string
  mergedInto: string | null
  answerId: string | null
  withdrawnAt: Temporal.Instant | null
  confirmedAt: Temporal.Instant | null
}

export type MergeRefusal = 'gone' | 'itself' | 'answered' | 'merged-elsewhere'

/** Only what waits is merged, and only into what stands for itself. */
export function whyNotMerged(one: Standing | undefined, into: Standing | undefined): MergeRefusal | null {
  if (!isThere(one) || !isThere(into)) return 'gone'
  if (one.id === into.id) return 'itself'
  if (one.answerId || into.answerId) return 'answered'
  return into.mergedInto ? 'merged-elsewhere' : null
}

const isThere = (one: Standing | undefined): one is Standing => one !== undefined && one.confirmedAt !== null && one.withdrawnAt === null
