import { z } from 'zod'
import { languageInput, lineInput, requiredLineInput, textInput } from '#platform/http'
import { say } from '#platform/text'
import { beginnings, stops } from './series.rules.ts'

export const naming = z.object({ name: requiredLineInput(120) })

export const seriesForm = z.object({
  name: requiredLineInput(120),
  list: lineInput(80),
  beginsWith: z.enum(beginnings, { error: say('Choose one from the list.') }),
  stopsWith: z.enum(['', ...stops], { error: say('Choose one from the list.') }).transform((word) => word || null),
})

const days = { error: say('Enter a number of days from 0 to 365.') }
const hour = { error: say('Choose one from the list.') }

export const stepForm = z.object({
  language: languageInput,
  subject: lineInput(200),
  body: textInput(20_000),
  afterDays: z.coerce.number(days).int(days).min(0, days).max(365, days),
  atHour: z.union([z.literal('').transform(() => null), z.coerce.number(hour).int(hour).min(0, hour).max(23, hour)], hour),
  seen: lineInput(40),
})
