import type { Failure, MailState } from '#platform/mail'

/**
 * What is to be done about a letter that waits or failed. held: this looks like a copy. trouble: the server cannot be used. first: it
 * was not tried yet. again: it is tried again by itself. The last three are those of a failure.
 */
export type Advice = 'held' | 'paused' | 'trouble' | 'first' | 'again' | Failure

export type Advised = {
  mail: { state: MailState; tries: number; pausedAt: Temporal.Instant | null }
  failure: Failure
  isHeld: boolean
  hasTrouble: boolean
}

/** Null where there is nothing to be done: it was sent, or somebody stopped it. */
export function adviceFor({ mail: { state, tries, pausedAt }, failure, isHeld, hasTrouble }: Advised): Advice | null {
  if (state === 'failed') return failure
  if (state !== 'waiting') return null
  if (isHeld) return 'held'
  if (pausedAt) return 'paused'
  if (hasTrouble) return 'trouble'
  return tries > 0 ? 'again' : 'first'
}
