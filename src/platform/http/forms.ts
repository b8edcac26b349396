import type { z } from 'zod'
import type { FormState } from '#platform/html'
import type { Asked } from './environment.ts'

export type FormRead<T> =
  | { values: T; form?: never; /** What was typed, to be shown once more. */ typed: Record<string, string> }
  | { values?: never; form: FormState; typed?: never }

/**
 * Reads a form as the schema says. Fields that the schema does not know are dropped; a field sent several times
 * arrives as a list. Sentences of the schema are said in the reader's language; with what was typed, they are the `form` with which the same page is shown again.
 */
export async function readForm<T>(c: Asked, schema: z.ZodType<T>): Promise<FormRead<T>> {
  const body = await bodyOf(c)
  const read = schema.safeParse(body)
  if (read.success) return { values: read.data, typed: wordsOf(body) }
  const errors: Record<string, string> = {}
  for (const issue of read.error.issues) errors[issue.path.join('.')] ??= c.var.t(issue.message)
  return { form: { values: wordsOf(body), errors } }
}

/** Plain forms are read as text: the browser's own way of making form data of them takes ten times as long. */
async function bodyOf(c: Asked): Promise<Record<string, unknown>> {
  if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) return c.req.parseBody({ all: true })
  const fields = new URLSearchParams(await c.req.text())
  const valueOf = (all: string[]) => (all.length > 1 ? all : all[0])
  return Object.fromEntries([...new Set(fields.keys())].map((name) => [name, valueOf(fields.getAll(name))]))
}

/** Only what can stand in a field again; files and control characters do not. */
function wordsOf(body: Record<string, unknown>): Record<string, string> {
  const words = Object.entries(body).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[name, value.slice(0, 100_000)]]
      : Array.isArray(value)
        ? [[name, value.filter((v) => typeof v === 'string').join(',')]]
        : [],
  )
  return Object.fromEntries(words) as Record<string, string>
}
