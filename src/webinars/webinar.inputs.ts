import { z } from 'zod'
import { dayInput, idInput, lineInput, writingInputs } from '#platform/http'
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

const minutes = lineInput(6)
  .refine((line) => line === '' || (/^\d{1,4}$/.test(line) && Number(line) >= 1 && Number(line) <= 1440), {
    error: say('Enter a number of minutes from 1 to 1440.'),
  })
  .transform((line) => (line === '' ? null : Number(line)))

export const webinarForm = z.object({
  ...writingInputs,
  heldOn: dayInput,
  minutes,
  speakers: lineInput(600),
  recording: webAddress,
  slides: webAddress,
  event: z.union([z.literal('').transform(() => null), idInput]).default(null),
})

export type WebinarInput = z.output<typeof webinarForm>
