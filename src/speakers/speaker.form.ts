import { z } from 'zod'
import { checkboxInput, emailInput, fileInput, lineInput, textInput } from '#platform/http'
import { say } from '#platform/text'

export const speakerForm = z.object({
  name: lineInput(120).refine((name) => name !== '', { error: say('Enter their name.') }),
  organisation: lineInput(160),
  member: z.union([z.literal('').transform(() => null), emailInput]).default(null),
  picture: fileInput,
  removePicture: checkboxInput,
  role: lineInput(160),
  roleEs: lineInput(160),
  bio: textInput(2000),
  bioEs: textInput(2000),
  pictureAlt: lineInput(200),
  pictureAltEs: lineInput(200),
  seen: lineInput(40),
})

export type SpeakerInput = z.output<typeof speakerForm>

const most = 30

/** Places in their order: `speaker-1`, `speaker-2`, … */
export const chosenIn = (typed: Record<string, unknown>): string[] =>
  Array.from({ length: most }, (_, at) => typed[`speaker-${at + 1}`]).flatMap((id) => (typeof id === 'string' && id !== '' ? [id] : []))
