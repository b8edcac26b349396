import type { Db } from '#database'
import { listClicks, shownFrom } from '#links'
import type { Language } from '#platform/text'
import { fillGeneral, inLanguage } from '#letters'
import type { Edition } from '#editions'
import { countArms, findTrial, listVariants } from '#trials'
import type { ClickLine, TrialResult } from './results.pages.tsx'

/** What came of an edition that was sent, in totals. */
export async function resultsOf(db: Db, edition: Edition, language: Language, now: Temporal.Instant) {
  return { links: await clickLines(db, edition), trial: await trialResult(db, edition, language, now) }
}

async function clickLines(db: Db, { id }: Edition): Promise<ClickLine[]> {
  const variants = await listVariants(db, id)
  const rows = await listClicks(
    db,
    variants.map(({ contentId }) => contentId),
  )
  const variantOf = (contentId: string) => variants.find((one) => one.contentId === contentId)?.variant ?? null
  return [...Map.groupBy(rows, ({ address }) => address)].map(([address, links]) => {
    const total = (variant?: 'a' | 'b') =>
      shownFrom(links.filter(({ contentId }) => !variant || variantOf(contentId) === variant).reduce((sum, { clicks }) => sum + clicks, 0))
    return { address, clicks: { all: total(), a: total('a'), b: total('b') } }
  })
}

async function trialResult(db: Db, edition: Edition, language: Language, now: Temporal.Instant): Promise<TrialResult | null> {
  const trial = await findTrial(db, edition.id)
  if (!trial || !edition.sendingBeganAt) return null
  const { act, decideAt, decidedAt, winner } = trial
  const { a, b } = await countArms(db, edition, act, decidedAt && decideAt ? decideAt : now)
  const subject = (texts: Edition['subject']) => fillGeneral(inLanguage(texts, language).text, language)
  return {
    subjects: { a: subject(edition.subject), b: subject(trial.subjectB) },
    arms: { a: { ...a, acts: shownFrom(a.acts) }, b: { ...b, acts: shownFrom(b.acts) } },
    act,
    decideAt,
    winner,
  }
}
