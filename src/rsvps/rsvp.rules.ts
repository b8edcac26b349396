import type { RsvpOutcome, RsvpRefusal } from '#events'
import type { Answer } from '#seats'

export type RsvpDone =
  | { answer: 'seated' | 'waiting' }
  | { refused: RsvpRefusal }
  | { refused: 'gone' }
  | { refused: 'too-often' }
  /** What the hosts ask is not answered as it must be: a sentence by the name of each field. */
  | { mend: Record<string, string> }

/** What is to be done about "I am coming": nothing any more, a first answer, or one after "I can't". */
export type Decision = { done: RsvpDone } | { come: 'seated' | 'waiting' } | { comeBack: true }

type Mine = { answer: Answer; sequence: number }

const mostChanges = 40

export function decide(mine: Mine | undefined, outcome: RsvpOutcome): Decision {
  if (mine && mine.answer !== 'declined') return { done: { answer: mine.answer } }
  if (mine && mine.sequence > mostChanges) return { done: { refused: 'too-often' } }
  if ('refused' in outcome) return { done: outcome }
  return mine ? { comeBack: true } : { come: outcome.answer }
}
