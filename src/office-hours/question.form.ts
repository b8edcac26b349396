import { z } from 'zod'
import { emailInput, idInput, lineInput, textInput } from '#platform/http'
import { honeypotName } from '#platform/html'
import { say } from '#platform/text'

const canvas = {
  stage: lineInput(80),
  happened: textInput(4000).refine((text) => text !== '', { error: say('Say in a sentence or two what happened.') }),
  tried: textInput(4000),
  wish: z.enum(['ideas', 'example', 'someone-to-call', 'listen'], { error: say('Choose what you want from the call.') }),
  sharing: z.enum(['named', 'nameless', 'not-at-all'], { error: say('Choose whether it may be shared.') }),
  event: z
    .string()
    .default('')
    .transform((id) => idInput.safeParse(id).data ?? null),
}

export const questionForm = z.object(canvas)
export const guestQuestionForm = z.object({ ...canvas, questionEmail: emailInput, [honeypotName]: lineInput(200) })

/** What is written about a challenge. */
export const wordsForm = z.object({
  words: textInput(8000).refine((text) => text !== '', { error: say('Write something first.') }),
})

export type QuestionInput = z.output<typeof questionForm>
