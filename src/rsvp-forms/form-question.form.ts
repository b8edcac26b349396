import { z } from 'zod'
import type { FormState } from '#platform/html'
import { checkboxInput, lineInput, readForm, textInput, type Asked } from '#platform/http'
import { oneLine, say } from '#platform/text'
import type { QuestionInput, WrittenQuestion } from './form-question.data.ts'
import { keyOf, together } from './in-each.rules.ts'
import type { QuestionKind } from './rsvp-forms.tables.ts'

export const kinds = ['line', 'text', 'one', 'several', 'yes-no'] as const satisfies QuestionKind[]
const mostOptions = 30

const linesInput = textInput(6000).transform((text) => text.split('\n').map(oneLine).filter(Boolean))

const questionForm = z
  .object({
    kind: z.enum(kinds, { error: say('Choose how it is answered.') }),
    wordsEn: lineInput(300),
    wordsEs: lineInput(300),
    optionsEn: linesInput,
    optionsEs: linesInput,
    isRequired: checkboxInput,
    isForAll: checkboxInput,
  })
  .superRefine((typed, issue) => {
    for (const [name, message] of Object.entries(complaints(typed))) issue.addIssue({ code: 'custom', path: [name], message })
  })

type Typed = { kind: QuestionKind; wordsEn: string; wordsEs: string; optionsEn: string[]; optionsEs: string[] }

function complaints({ kind, wordsEn, wordsEs, ...options }: Typed): Record<string, string> {
  const unwritten = wordsEn || wordsEs ? {} : { wordsEn: say('Write the question.') }
  return isPicked(kind) ? { ...unwritten, ...complaintsOfOptions(options) } : unwritten
}

function complaintsOfOptions({ optionsEn: en, optionsEs: es }: Pick<Typed, 'optionsEn' | 'optionsEs'>): Record<string, string> {
  if (!mayBePicked(together({ en, es }).map(keyOf)))
    return { optionsEn: say('Write two to thirty answers to pick from, each on a line of its own of at most 150 letters, none twice.') }
  const isEven = en.length === 0 || es.length === 0 || en.length === es.length
  return isEven ? {} : { optionsEs: say('Write as many lines as in English, in the same order.') }
}

const isPicked = (kind: QuestionKind) => kind === 'one' || kind === 'several'

const mayBePicked = (keys: string[]) =>
  keys.length >= 2 && keys.length <= mostOptions && new Set(keys).size === keys.length && keys.every((key) => key.length <= 150)

export type QuestionRead = { input: QuestionInput & { kind: QuestionKind }; form?: never } | { input?: never; form: FormState }

/** A question as a steward writes it. Answers to pick from are dropped where nothing is picked. */
export async function readQuestion(c: Asked): Promise<QuestionRead> {
  const { values, form } = await readForm(c, questionForm)
  if (!values) return { form }
  const { kind, wordsEn, wordsEs, optionsEn, optionsEs, isRequired, isForAll } = values
  const options = isPicked(kind) ? together({ en: optionsEn, es: optionsEs }) : []
  return { input: { kind, words: { en: wordsEn, es: wordsEs }, options, isRequired, isForAll } }
}

/** A question as it stands in its form. */
export const formOf = ({ kind, words, options, isRequired, rhythmId }: WrittenQuestion): FormState => ({
  values: {
    kind,
    wordsEn: words.en,
    wordsEs: words.es,
    optionsEn: options.map(({ en }) => en).join('\n'),
    optionsEs: options.map(({ es }) => es).join('\n'),
    isRequired: isRequired ? 'yes' : '',
    isForAll: rhythmId ? 'yes' : '',
  },
  errors: {},
})
