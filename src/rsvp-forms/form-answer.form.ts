import { z } from 'zod'
import { lineInput, textInput } from '#platform/http'
import { say, type Words } from '#platform/text'
import { keyOf } from './in-each.rules.ts'
import type { FormQuestion } from './rsvp-forms.tables.ts'

/** What somebody said to one question. */
export type Said = { questionId: string; said: string[] }
export type AnswersRead = { said: Said[] } | { errors: Record<string, string> }

const prefix = 'ask-'

/** The name of a question's field; of one where several can be picked, each has its own. */
export const nameOf = ({ id }: Pick<FormQuestion, 'id'>, place = 0): string => prefix + id + (place > 0 ? `-${place}` : '')

const namesOf = (question: FormQuestion): string[] =>
  question.kind === 'several' ? question.options.map((_, place) => nameOf(question, place)) : [nameOf(question)]

/**
 * Reads what was said to each question, or what is to mend by the name of its field. A field of a question that is not asked is
 * refused rather than dropped: stewards changed the form while it was filled in, and whoever filled it in should see that.
 */
export function readAnswers(questions: FormQuestion[], typed: Record<string, unknown>): AnswersRead {
  const known = new Set(questions.flatMap(namesOf))
  const isOther = Object.keys(typed).some((name) => name.startsWith(prefix) && !known.has(name))
  const errors: Record<string, string> = isOther ? { '': changed } : {}
  const said = questions.flatMap((question) => {
    const read = inputFor(question).safeParse(sentTo(question, typed))
    if (!read.success) errors[nameOf(question)] = read.error.issues[0]?.message ?? changed
    return read.success && read.data.length > 0 ? [{ questionId: question.id, said: read.data }] : []
  })
  return Object.keys(errors).length > 0 ? { errors } : { said }
}

const changed = say('The questions have changed since you opened this page. Look at them once more.')
const missing = say('The hosts need an answer to this.')
const notOffered = say('This cannot be picked any more. Choose again.')

const sentTo = (question: FormQuestion, typed: Record<string, unknown>): unknown[] =>
  namesOf(question).flatMap((name) => (typed[name] === undefined || typed[name] === '' ? [] : [typed[name]]))

function inputFor({ kind, isRequired, options }: FormQuestion) {
  const offered = new Set(kind === 'yes-no' ? ['yes', 'no'] : options.map(keyOf))
  const isWritten = kind === 'line' || kind === 'text'
  const one = isWritten ? (kind === 'line' ? lineInput(200) : textInput(2000)) : z.string().refine((pick) => offered.has(pick), notOffered)
  return z
    .array(one)
    .transform((all) => [...new Set(all.filter(Boolean))])
    .refine((all) => all.length > 0 || !isRequired, missing)
}

/** What somebody said before, as the fields show it. */
export const valuesOf = (questions: FormQuestion[], said: Said[]): Record<string, string> =>
  Object.fromEntries(
    questions.flatMap((question) => {
      const mine = said.find(({ questionId }) => questionId === question.id)?.said ?? []
      if (question.kind !== 'several') return mine[0] === undefined ? [] : [[nameOf(question), mine[0]]]
      return question.options.flatMap((option, place) => (mine.includes(keyOf(option)) ? [[nameOf(question, place), keyOf(option)]] : []))
    }),
  ) as Record<string, string>

/** What is to mend, in the reader's words. */
export const mendWords = (t: Words, errors: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([name, sentence]) => [name, t(sentence)]))

/** Whether something that must be answered is not. */
export const lacksAnswer = (questions: FormQuestion[], typed: Record<string, string>): boolean => 'errors' in readAnswers(questions, typed)
