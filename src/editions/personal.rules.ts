import { states } from '#platform/text'

/** What is known of a reader and may stand in their mail. */
export type MergeValues = { firstName: string; organisation: string; state: string | null }

/** What fills the merge fields; empty where nothing is known, so that the writer's words for that stand there. */
export const mergeValuesOf = ({ firstName, organisation, state }: MergeValues) => ({ firstName, organisation, state: stateName(state) })

export const stateName = (state: string | null): string => states[state as keyof typeof states] ?? ''

/** An edition that went out, with the tips it showed to everybody, and whether it had a next tip for each. */
export type PastEdition = { id: string; sentAt: Temporal.Instant; tips: string[]; hasNextTip: boolean }

export type DatedTip = { slug: string; publishedAt: Temporal.Instant }

/** The tips under the step at which a reader's partnership is, and since when they say so. */
export type TipsAtStep = { since: Temporal.Instant; tips: string[] }

/**
 * The newest tip that none of the editions a reader got has brought. Which tip an earlier edition's own place brought
 * follows from what the reader had got until then, so it is kept nowhere. `tips` are in order, the newest first. Whoever marked the step of
 * their partnership gets the tips under it before all others.
 */
export function nextTipFor(
  received: PastEdition[],
  tips: DatedTip[],
  here: { now: Temporal.Instant; tips: string[]; atStep?: TipsAtStep | undefined },
): string | undefined {
  const seen = new Set<string>()
  const pick = (at: Temporal.Instant) => {
    const unseen = tips.filter(({ slug, publishedAt }) => !seen.has(slug) && Temporal.Instant.compare(publishedAt, at) <= 0)
    const first = here.atStep && Temporal.Instant.compare(here.atStep.since, at) <= 0 ? here.atStep.tips : []
    return (unseen.find(({ slug }) => first.includes(slug)) ?? unseen[0])?.slug
  }
  for (const edition of received) {
    for (const slug of edition.tips) seen.add(slug)
    const brought = edition.hasNextTip ? pick(edition.sentAt) : undefined
    if (brought) seen.add(brought)
  }
  for (const slug of here.tips) seen.add(slug)
  return pick(here.now)
}
