import type { Language } from '#platform/text'
import type { Kind } from './filing.rules.ts'

type Text = { language: Language; title: string; summary: string; stems: string[] }

/** A tip, a webinar or an answer, with the steps and subjects that it stands under. */
export type Shelved = {
  kind: Kind
  id: string
  slug: string
  publishedAt: Temporal.Instant | null
  subjects: string[]
  steps: string[]
  texts: Text[]
}

export type Related = { kind: Kind; slug: string; title: string; language: Language; summary: string }

/** In this order they are shown; of each so many. */
const order: Kind[] = ['webinars', 'tips', 'answers']
const most = 3
const mostUnderStep = 60

/** One word in common says little. */
const least = 2

/** What stands under the same subjects and steps, or speaks of the same: at most three of each kind, what has most in common first. */
export function relatedTo(shelf: Shelved[], id: string, language: Language): Related[] {
  const mine = shelf.find((thing) => thing.id === id)
  if (!mine) return []
  const common = measure(mine)
  const scored = shelf.flatMap((thing) => {
    const score = thing === mine || !thing.publishedAt ? 0 : common(thing)
    return score < least ? [] : [{ thing, score }]
  })
  // The shelf has the newest first, and sorting keeps that order where as much is in common.
  const ranked = scored.toSorted((one, other) => other.score - one.score).map(({ thing }) => thing)
  return byKind(ranked, most, language)
}

/** What stands under a step, the newest first of each kind. */
export function underStep(shelf: Shelved[], stepId: string, language: Language): Related[] {
  const under = shelf.filter(({ steps, publishedAt }) => publishedAt && steps.includes(stepId))
  return byKind(under, mostUnderStep, language)
}

/** How much others have in common with this: a subject counts four, a step three, a word of title and summary in the same language one. */
function measure(mine: Shelved): (other: Shelved) => number {
  const subjects = new Set(mine.subjects)
  const steps = new Set(mine.steps)
  const words = new Map(mine.texts.map(({ language, stems }) => [language, new Set(stems)]))
  return (other) =>
    4 * shared(other.subjects, subjects) +
    3 * shared(other.steps, steps) +
    other.texts.reduce((sum, { language, stems }) => sum + shared(stems, words.get(language)), 0)
}

function shared(theirs: string[], mine: Set<string> | undefined): number {
  let count = 0
  if (mine) for (const one of theirs) if (mine.has(one)) count++
  return count
}

const byKind = (things: Shelved[], each: number, language: Language): Related[] =>
  order.flatMap((kind) =>
    things
      .filter((thing) => thing.kind === kind)
      .slice(0, each)
      .flatMap((thing) => titled(thing, language)),
  )

/** In the reader's language where it is written in it, else in English, else as it is. */
function titled({ kind, slug, texts }: Shelved, wished: Language): Related[] {
  const text = texts.find(({ language }) => language === wished) ?? texts.find(({ language }) => language === 'en') ?? texts[0]
  return text ? [{ kind, slug, title: text.title, language: text.language, summary: text.summary }] : []
}
