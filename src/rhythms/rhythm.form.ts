import { z } from 'zod'
import type { FormState } from '#platform/html'
import { dayInput, lineInput, readForm, textInput, type Asked } from '#platform/http'
import { say } from '#platform/text'
import { namesIn } from './recurrence.rules.ts'
import type { Pattern, Repeating } from './rhythm.actions.ts'
import type { Rhythm } from './rhythm.data.ts'

const patterns = ['week', 'weekday', 'last-weekday', 'day', 'year'] as const satisfies Pattern[]

const numberInput = (most: number, complaint: string) =>
  lineInput(10)
    .refine((line) => line === '' || (/^\d+$/.test(line) && Number(line) >= 1 && Number(line) <= most), { error: complaint })
    .transform((line) => (line === '' ? null : Number(line)))

const mostLines = 60

const rotationInput = textInput(5000)
  .transform((text) =>
    text
      .split('\n')
      .map((line) => namesIn(line).join(', '))
      .filter(Boolean),
  )
  .refine((lines) => lines.length <= mostLines && lines.every((line) => line.length <= 300), {
    error: say('Write up to sixty lines, each with the names for one date.'),
  })

const repeatingForm = z.object({
  pattern: z.enum(patterns, { error: say('Choose how it repeats.') }),
  every: numberInput(12, say('Enter a whole number from 1 to 12.')),
  rotation: rotationInput,
  mostDates: numberInput(1000, say('Enter a whole number of dates, or leave it empty.')),
  lastDay: z.union([z.literal('').transform(() => null), dayInput]).default(null),
  seen: lineInput(40),
})

export type RepeatingRead = { repeating: Repeating; seen: string; form?: never } | { repeating?: never; form: FormState }

export async function readRepeating(c: Asked): Promise<RepeatingRead> {
  const { values, form } = await readForm(c, repeatingForm)
  if (!values) return { form }
  const { every, seen, ...rest } = values
  return { repeating: { ...rest, every: every ?? 1 }, seen }
}

/** What most communities mean when an event on this day repeats: the same weekday each month. */
export const newRepeating = (): FormState => ({ values: { pattern: 'weekday', every: '1' }, errors: {} })

export function repeatingValues({ unit, every, week, rotation, mostDates, lastDay }: Rhythm): Record<string, string> {
  const inMonth: Pattern = week === null ? 'day' : week === -1 ? 'last-weekday' : 'weekday'
  return {
    pattern: unit === 'month' ? inMonth : unit,
    every: String(every),
    rotation: rotation.join('\n'),
    mostDates: mostDates?.toString() ?? '',
    lastDay: lastDay?.toString() ?? '',
  }
}
