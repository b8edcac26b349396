import { z } from 'zod'
import { emailAddress, isState, languages, oneLine, organisationKinds, say } from '#platform/text'
import { isTimeZone } from '#platform/time'

/** An e-mail address as it is kept: lower case, its domain in ASCII (RFC 5891). Refuses what a mail server could misread. */
export const emailInput = z
  .string({ error: say('Enter your e-mail address, like name@example.org.') })
  .transform((typed, issue) => emailAddress(typed) ?? (issue.addIssue(say('Enter an e-mail address like name@example.org.')), z.NEVER))

/** One line of text without control characters, trimmed; empty when it was left out. */
export const lineInput = (longest: number) =>
  z
    .string()
    .default('')
    .transform(oneLine)
    .refine((line) => line.length <= longest, { error: say('This is too long. Shorten it.') })

/** Like `lineInput`, but something must be there. */
export const requiredLineInput = (longest: number) => lineInput(longest).refine((line) => line.length > 0, { error: say('Fill this in.') })

/** Text of several lines. */
export const textInput = (longest: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.replaceAll('\r\n', '\n').replaceAll('\0', '').trim())
    .refine((text) => text.length <= longest, { error: say('This is too long. Shorten it.') })

export const checkboxInput = z
  .string()
  .optional()
  .transform((sent) => sent !== undefined && sent !== '')

export const stateInput = z
  .string()
  .default('')
  .transform((state) => state || null)
  .refine((state) => state === null || isState(state), { error: say('Choose a state from the list.') })

export const organisationKindInput = z
  .enum(['', ...organisationKinds], { error: say('Choose a kind from the list.') })
  .default('')
  .transform((kind) => kind || null)

export const timeZoneInput = z
  .string()
  .default('')
  .transform((zone) => zone || null)
  .refine((zone) => zone === null || isTimeZone(zone), { error: say('Choose a time zone from the list.') })

/** A day as browsers send it: 2026-01-31. */
export const dayInput = lineInput(20).transform((line, issue) => {
  try {
    const day = Temporal.PlainDate.from(line)
    if (day.year >= 1900 && day.year <= 2200) return day
  } catch {
    // Said below.
  }
  issue.addIssue(say('Enter the day as year-month-day, like 2026-01-31.'))
  return z.NEVER
})

export const languageInput = z.enum(languages, { error: say('Choose a language from the list.') })

export const idInput = z.uuid({ error: say('This is not in the list any more. Choose again.') })

/** A chosen file, or null: browsers send an empty one when none was chosen. */
export const fileInput = z
  .unknown()
  .optional()
  .transform((sent) => (sent instanceof File && sent.size > 0 ? sent : null))
