import { say, wordsFor, type Language } from '#platform/text'
import { keyOf, together, wordsIn, type InEach } from '#rsvp-forms'
import type { Own, Side } from './surveys.tables.ts'

/** What is asked where stewards have written nothing of their own. */
const given: Record<Side, string[]> = {
  came: [say('Was it useful?'), say('What will you do with it?'), say('What should come next?')],
  missed: [say('What kept you?'), say('What would make it easier to come?')],
}

export type Questions = Pick<Own, 'cameQuestions' | 'missedQuestions' | 'cameSpanish' | 'missedSpanish'>

/** What one side is asked, in each language. An answer is kept with the question's key. */
export function questionsFor(survey: Questions, side: Side): InEach[] {
  const [en, es] = side === 'came' ? [survey.cameQuestions, survey.cameSpanish] : [survey.missedQuestions, survey.missedSpanish]
  return en.length + es.length > 0 ? together({ en, es }) : given[side].map((sentence) => ({ en: sentence, es: wordsFor('es')(sentence) }))
}

/** A question that was answered, in the reader's language; one that is not asked any more as it was asked then. */
export function saidIn(survey: Questions, language: Language, question: string): string {
  const known = sides.flatMap((side) => questionsFor(survey, side)).find((each) => keyOf(each) === question)
  return known ? wordsIn(known, language).words : wordsFor(language)(question)
}

export const sides: Side[] = ['came', 'missed']

/** The first question of the community's own is answered with one press, and counted. */
export const usefulness = say('Was it useful?')
export const useful = [say('Yes, very'), say('In part'), say('No, not really')]

const askAfter = { hours: 24 }
const lateAtMost = { hours: 24 * 7 }
const openFor = { hours: 24 * 30 }

/** Whose end falls into this time is asked about now: a day later, so that hosts can note who was there. */
export const endedWithin = (now: Temporal.Instant) => ({ from: now.subtract(askAfter).subtract(lateAtMost), until: now.subtract(askAfter) })

export const isOpen = (askedAt: Temporal.Instant, now: Temporal.Instant) => Temporal.Instant.compare(now, askedAt.add(openFor)) < 0

export type SaidRow = { side: Side; personId: string; question: string; answer: string }

/** What was said to one question: how many chose each word, or the words themselves in an order that tells nothing of who spoke. */
export type Result = {
  question: string
  /** In the reader's words. */ asked: string
  counts: { answer: string; count: number }[]
  words: string[]
}

export type SideResult = { side: Side; people: number; /** Null while fewer than five have answered. */ results: Result[] | null }

const fewest = 5

/** Nothing of what was said is shown while so few have answered that one could guess who it was. */
export function resultsOf(rows: SaidRow[], side: Side, inWords: (question: string) => string): SideResult {
  const said = rows.filter((row) => row.side === side)
  const people = new Set(said.map(({ personId }) => personId)).size
  if (people < fewest) return { side, people, results: null }
  const byQuestion = [...Map.groupBy(said, ({ question }) => question)].filter(([, some]) => some.length >= fewest)
  return {
    side,
    people,
    results: byQuestion.map(([question, some]) => ({
      ...resultOf(question, some.map(({ answer }) => answer).toSorted()),
      asked: inWords(question),
    })),
  }
}

const resultOf = (question: string, answers: string[]): Omit<Result, 'asked'> =>
  question === usefulness
    ? { question, counts: useful.map((answer) => ({ answer, count: answers.filter((one) => one === answer).length })), words: [] }
    : { question, counts: [], words: answers }
