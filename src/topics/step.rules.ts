import { say, type Words } from '#platform/text'

/** The toolkit's steps, as the field knows them, from building a team to sustaining the work. */
export const steps = ['support-team', 'scope', 'prepare', 'launch', 'act', 'sustain'] as const
export type Step = (typeof steps)[number]

const sentences: Record<Step, string> = {
  'support-team': say('Build the support team'),
  scope: say('Define the scope'),
  prepare: say('Prepare to launch'),
  launch: say('Hold the launch meeting'),
  act: say('Move to action'),
  sustain: say('Sustain and evolve'),
}

/** "1. Build the support team". */
export const stepWords = (t: Words, step: Step): string => `${steps.indexOf(step) + 1}. ${t(sentences[step])}`

export const isStep = (word: string | undefined): word is Step => steps.some((step) => step === word)
