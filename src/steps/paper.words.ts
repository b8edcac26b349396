import type { Paper, Part } from '#platform/documents'
import { blocksOf, type Language, type Words } from '#platform/text'
import { formatDay } from '#platform/time'
import { countOf, inRows, sectionsOf } from './section.rules.ts'
import type { Step } from './step.data.ts'
import { paths } from './steps.paths.ts'

export type Edition = { community: string; timeZone: string; language: Language; origin: string; t: Words }

/** One step on paper, or to write in. */
export const stepPaper = (step: Step, steps: Step[], edition: Edition): Paper => ({
  ...common([step], paths.step(step.slug), edition),
  title: step.title,
  parts: [partOf(step, steps, edition)],
})

/** The whole toolkit: a cover with its contents, and every step from the top of a page. */
export const toolkitPaper = (steps: Step[], edition: Edition): Paper => ({
  ...common(steps, paths.steps, edition),
  title: edition.t('Toolkit'),
  parts: steps.map((step) => partOf(step, steps, edition)),
})

function common(steps: Step[], path: string, { community, timeZone, language, origin, t }: Edition) {
  const changes = steps.map(({ editedAt }) => editedAt).toSorted(Temporal.Instant.compare)
  const changedAt = changes.at(-1) ?? Temporal.Instant.fromEpochMilliseconds(0)
  return {
    language,
    community,
    changedAt,
    lede: t('From a first idea to a partnership that lasts: what to do at each step, what to leave, and when you are done.'),
    foot: [t('As of {{day}}', { day: formatDay(changedAt, timeZone, language) }), origin + path],
    contents: t('Steps'),
  }
}

const partOf = (step: Step, steps: Step[], { origin, t }: Edition): Part => ({
  above: t('Step {{number}} of {{all}}', { number: step.place, all: countOf(step, steps) }),
  title: step.title,
  summary: step.summary,
  rows: inRows(sectionsOf(step.body)).map((row) => row.map(({ heading, markdown }) => ({ heading, blocks: blocksOf(markdown, origin) }))),
})
