import { z } from 'zod'
import { textInput } from '#platform/http'
import { say } from '#platform/text'
import { moves } from './item.rules.ts'

const question = textInput(1000).refine((text) => text.length > 0, { error: say('Write your question.') })

export const askForm = z.object({ question, sharing: z.enum(['named', 'nameless', 'not-at-all']).catch('not-at-all') })
export const noteForm = z.object({ question, sharing: z.enum(['nameless', 'not-at-all']).catch('not-at-all') })
export const moveForm = z.object({ how: z.enum(moves) })
export const notesForm = z.object({ notes: textInput(8000) })
