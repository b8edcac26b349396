import type { Variant } from '#editions'

/** How many got it, and how many useful acts followed. */
export type Arm = { sent: number; acts: number }

/**
 * The second subject goes to the rest only when chance alone would show it so far ahead less than one time in twenty;
 * otherwise the first does. With few acts nothing can be told from rates, so the test is exact at any size: of all acts
 * together, how many fall to the second is binomial when both subjects lead to them equally often (Przyborowski and
 * Wilenski, Homogeneity of results in testing samples from Poisson series, Biometrika 31, 1940, 313-323).
 */
export function betterSubject(a: Arm, b: Arm): Variant {
  const total = a.acts + b.acts
  const share = b.sent / (a.sent + b.sent)
  return a.sent > 0 && b.sent > 0 && total > 0 && chanceOfAtLeast(b.acts, total, share) < 0.05 ? 'b' : 'a'
}

/** The chance of `least` or more successes among `total` tries, each with this chance. */
export function chanceOfAtLeast(least: number, total: number, chance: number): number {
  let sum = 0
  let logChoose = 0
  for (let hits = 0; hits <= total; hits++) {
    if (hits > 0) logChoose += Math.log(total - hits + 1) - Math.log(hits)
    if (hits >= least) sum += Math.exp(logChoose + hits * Math.log(chance) + (total - hits) * Math.log1p(-chance))
  }
  return Math.min(sum, 1)
}

/** Readers are dealt into a hundred parts by their id and the edition's; which of these parts get this content. */
export type Parts = { from: number; below: number }

export const partsFor = (share: number): Record<Variant, Parts> => ({
  a: { from: 0, below: share / 2 },
  b: { from: share / 2, below: share },
})

/** While it runs the edition is not all sent. */
export const isOpen = (trial: { decidedAt: Temporal.Instant | null } | undefined): boolean =>
  trial !== undefined && trial.decidedAt === null
