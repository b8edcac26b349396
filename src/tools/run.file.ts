import { stringify } from 'csv-stringify/sync'
import { calendarText } from '#platform/calendar'
import type { Language, Words } from '#platform/text'
import { itemsOf } from './reach.rules.ts'
import type { Answers } from './reading.rules.ts'
import type { Result } from './result.rules.ts'
import type { Tool } from './tool.data.ts'
import { answerWords, figureWords, inWords } from './tool.words.ts'

type Run = { tool: Tool; answers: Answers; result: Result }
type Said = { t: Words; language: Language }

/** Figures and answers for a spreadsheet: nothing in it is a formula. */
export function resultTable({ tool: { definition }, answers, result }: Run, { t, language }: Said): string {
  const figures = result.scores.map(({ score, value, band }) => [
    inWords(score.words, language),
    figureWords({ as: score.as, value }, language),
    band ? inWords(band.words, language) : '',
  ])
  const said = itemsOf(definition).flatMap((item) => {
    const answer = answers[item.key]
    return answer === undefined ? [] : [[inWords(item.words, language), answerWords(definition, item, answer, language), item.key]]
  })
  const verdict = result.verdict ? [[t('Result'), inWords(result.verdict.words, language), '']] : []
  const rows = [[t('Question'), t('Answer'), t('Note')], ...verdict, ...figures, ...said]
  return stringify(rows, { bom: true, escape_formulas: true, record_delimiter: 'windows' })
}

type Kept = { id: string; link: string; finishedAt: Temporal.Instant; timeZone: string; now: Temporal.Instant }

/** What is left to do, each on its day in the morning. Taken again, it replaces what a calendar has. */
export function todoCalendar(
  { tool, result }: Omit<Run, 'answers'>,
  language: Language,
  { id, link, finishedAt, timeZone, now }: Kept,
): string {
  const title = inWords(tool.definition.title, language)
  const entries = result.todo.flatMap(({ item, say, on }) => {
    if (on === null) return []
    const startsAt = Temporal.PlainDate.from(on).toZonedDateTime({ timeZone, plainTime: '09:00' }).toInstant()
    return [
      {
        id: `${id}-${item.key}`,
        sequence: Math.floor(finishedAt.epochMilliseconds / 1000) % 1_000_000_000,
        startsAt,
        endsAt: startsAt.add({ minutes: 15 }),
        timeZone,
        title: inWords(say, language),
        description: `${title}\n${inWords(item.words, language)}`,
        place: '',
        url: link,
        status: 'confirmed' as const,
      },
    ]
  })
  return calendarText({ method: 'PUBLISH', name: title, entries, now })
}
