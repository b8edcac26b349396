import { z } from 'zod'
import type { FormState } from '#platform/html'
import { isLanguage, say, type Language } from '#platform/text'
import type { Asked } from './environment.ts'
import { readForm } from './forms.ts'
import { languageInput, lineInput, textInput } from './inputs.ts'

/** What every page that stewards write has: `z.object({ ...writingInputs, step: lineInput(80) })`. */
export const writingInputs = {
  language: languageInput,
  title: lineInput(160).refine((title) => title !== '', { error: say('Give it a title.') }),
  summary: lineInput(320),
  body: textInput(60_000).refine((body) => body !== '', { error: say('Write the text first.') }),
  /** When the words were saved last, as the writer saw it. */
  seen: lineInput(40),
  act: lineInput(20),
}

/** What the buttons of `DraftNotice` and `WritingControls` say. */
export const publicationForm = z.object({ publish: z.enum(['yes', 'no']) })

/** What the buttons of `WordsRemovalPage` say: which language goes, or none for all of it. */
export const wordsRemovalForm = z.object({ only: languageInput.optional() })

type Written = { language: Language; seen: string; act: string }

/** The writing page once more: a preview, what is to mend, or that somebody else was quicker. */
export type Again = { form: FormState; language: Language; seen: string; preview?: boolean }

export type WritingRead<T> =
  | { again: Again; status: 200 | 422 }
  | { values: T; again?: never; overtaken: (seen: string | undefined) => Again }

/** Reads what a steward wrote: to be saved, or to be shown again. */
export async function readWriting<T extends Written>(c: Asked, schema: z.ZodType<T>): Promise<WritingRead<T>> {
  const read = await readForm(c, schema)
  if (read.form) {
    const { language, seen = '' } = read.form.values
    return { again: { form: read.form, language: isLanguage(language) ? language : c.var.language, seen }, status: 422 }
  }
  const { values, typed } = read
  const { language, seen, act } = values
  if (act === 'preview') return { again: { form: { values: typed, errors: {} }, language, seen, preview: true }, status: 200 }
  const sentence = c.var.t(
    'Somebody else saved this text while you were writing. Yours is below. Open the page in another window to compare; save again to put yours in its place.',
  )
  return { values, overtaken: (now = '') => ({ form: { values: typed, errors: { '': sentence } }, language, seen: now }) }
}
