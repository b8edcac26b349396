import { z } from 'zod'
import { lineInput, writingInputs } from '#platform/http'
import { say } from '#platform/text'

/** An address on the web, or null when none is given. */
const webAddress = lineInput(2000)
  .refine((line) => line === '' || isWebAddress(line), {
    error: say('Enter a full address that begins with https://, or leave this empty.'),
  })
  .transform((line) => line || null)

function isWebAddress(line: string) {
  const url = URL.parse(line)
  return url !== null && /^https?:\/\//i.test(line) && url.hostname.includes('.')
}

const day = lineInput(20).transform((line, issue) => {
  try {
    const date = Temporal.PlainDate.from(line)
    if (date.year >= 1900 && date.year <= 2200) return date
  } catch {
    // Said below.
  }
  issue.addIssue(say('Enter the day as year-month-day, like 2026-01-31.'))
  return z.NEVER
})

const minutes = lineInput(6)
  .refine((line) => line === '' || (/^\d{1,4}$/.test(line) && Number(line) >= 1 && Number(line) <= 1440), {
    error: say('Enter a number of minutes from 1 to 1440.'),
  })
  .transform((line) => (line === '' ? null : Number(line)))

export const webinarForm = z.object({
  ...writingInputs,
  heldOn: day,
  minutes,
  speakers: lineInput(600),
  recording: webAddress,
  slides: webAddress,
})

export type WebinarInput = z.output<typeof webinarForm>
