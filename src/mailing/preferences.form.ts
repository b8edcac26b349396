import { z } from 'zod'
import { languageInput, lineInput, timeZoneInput } from '#platform/http'
import { say } from '#platform/text'
import { aboutYou, lists, withLists } from './chosen.form.ts'
import { mayPauseUntil, oftens, type Often } from './frequency.rules.ts'

/** Gathers `often-monthly-update`, `topic-0190…`, … into lists of their own. */
const gathered = <T extends z.ZodType>(schema: T) =>
  z.preprocess((body: Record<string, unknown>) => {
    const named = (prefix: string) =>
      Object.entries(body).flatMap(([name, value]) => (name.startsWith(prefix) && value ? [[name.slice(prefix.length), value]] : []))
    return { ...body, often: named('often-'), topics: named('topic-').map(([id]) => id) }
  }, schema)

/** A day within a year, or none. */
const pauseDay = (today: Temporal.PlainDate) =>
  lineInput(20).transform((line, issue) => {
    if (line === '') return null
    try {
      const day = Temporal.PlainDate.from(line)
      if (mayPauseUntil(day, today)) return day
    } catch {
      // Said below.
    }
    issue.addIssue(say('Choose a day after today, within a year.'))
    return z.NEVER
  })

/** What stands on the page of preferences. `today` is the reader's. */
export const preferencesForm = (today: Temporal.PlainDate) =>
  gathered(
    withLists(
      z
        .object({
          ...aboutYou,
          lists,
          often: z.array(z.tuple([z.string(), z.enum(oftens).catch('each')])).transform((chosen) => new Map<string, Often>(chosen)),
          forAll: z.enum(oftens).nullable().catch(null),
          pauseUntil: pauseDay(today),
          topics: z.array(z.string()),
          language: languageInput,
          timeZone: timeZoneInput,
        })
        .refine(({ lists, often, forAll, pauseUntil }) => pauseUntil !== null || !wantsPause({ lists, often, forAll }), {
          path: ['pauseUntil'],
          error: say('Choose the day on which our mails begin again.'),
        }),
    ),
  )

export type Preferences = z.output<ReturnType<typeof preferencesForm>>

type HowOften = { lists: string[]; often: Map<string, Often>; forAll: Often | null }

const wantsPause = ({ lists, often, forAll }: HowOften): boolean =>
  forAll === 'pause' || (forAll === null && lists.some((slug) => often.get(slug) === 'pause'))
