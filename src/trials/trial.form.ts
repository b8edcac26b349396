import { z } from 'zod'
import { lineInput } from '#platform/http'
import { say } from '#platform/text'
import { fieldsComplaint, hasOnlyKnownFields } from '#letters'

const subject = lineInput(200).refine(hasOnlyKnownFields, { error: fieldsComplaint })

export const trialShares = [10, 20, 30, 50] as const
export const trialHours = [2, 4, 8, 24] as const

const oneOf = (numbers: readonly number[], sentence: string) =>
  z.coerce.number().refine((number) => numbers.includes(number), { error: sentence })

/** A second subject in each language, how many try it, for how long, and what counts. */
export const trialForm = z
  .object({
    en: subject,
    es: subject,
    share: oneOf(trialShares, say('Choose how many readers try the two subjects.')),
    hours: oneOf(trialHours, say('Choose for how long it is tried.')),
    act: z.enum(['rsvp', 'read'], { error: say('Choose what counts.') }),
  })
  .refine(({ en, es }) => en !== '' || es !== '', { path: ['en'], error: say('Write the second subject.') })
