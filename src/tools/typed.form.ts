import { z } from 'zod'
import type { FormState } from '#platform/html'
import { readForm, type Asked } from '#platform/http'
import type { Answers } from './reading.rules.ts'
import type { ToolDefinition } from './tool.definition.ts'
import { problemWords } from './tool.words.ts'
import { answersIn, fieldOf, missingIn } from './typed.rules.ts'

/** `typed` is what was sent, as it stands in the fields again. */
export type ReadTyped =
  | { form: FormState; typed: Record<string, string>; answers?: never }
  | { answers: Answers; isFinished: boolean; typed: Record<string, string>; form?: never }

/** Reads what somebody answered. What is kept as a draft may have gaps; what is finished answers all that is needed. */
export async function readTyped(c: Asked, tool: ToolDefinition): Promise<ReadTyped> {
  const { values = {}, typed = {} } = await readForm(c, z.record(z.string(), z.unknown()))
  const isFinished = values['act'] !== 'keep'
  const { answers, problems } = answersIn(tool, values)
  const missing = isFinished ? missingIn(tool, answers) : {}
  const found = Object.entries({ ...missing, ...problems })
  if (found.length === 0) return { answers, isFinished, typed }
  const words = problemWords(c.var.t)
  return { typed, form: { values: typed, errors: Object.fromEntries(found.map(([item, problem]) => [fieldOf(item), words[problem]])) } }
}
