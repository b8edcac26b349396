import { z } from 'zod'
import { dayInput, emailInput, languageInput, lineInput, requiredLineInput, textInput } from '#platform/http'
import { say } from '#platform/text'

/** A consent that somebody gave on paper. `today` is the steward's. */
export const paperForm = (today: Temporal.PlainDate) =>
  z.object({
    email: emailInput,
    firstName: lineInput(80),
    lastName: lineInput(80),
    language: languageInput,
    place: requiredLineInput(160),
    givenOn: dayInput.refine((day) => Temporal.PlainDate.compare(day, today) <= 0, { error: say('This day has not come yet.') }),
    wording: textInput(1000).refine((words) => words !== '', { error: say('Write what they agreed to.') }),
  })

export type Paper = z.output<ReturnType<typeof paperForm>>

export const removalForm = z.object({ reason: requiredLineInput(300) })
