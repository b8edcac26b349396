import type { Heard } from './pace.rules.ts'

/** What became of a message that was given to a server. */
export type Answer =
  | { kind: 'accepted'; answer: string }
  | { kind: 'refused'; code: number; answer: string; isRecipient: boolean }
  /** The connection broke. In doubt: the whole message had been written, and the server may have it. */
  | { kind: 'lost'; code: number | null; answer: string; isInDoubt: boolean }

/** What is done about it. Without a wait the mail may leave again at once. */
export type Outcome =
  | { state: 'sent'; answer: string }
  | { state: 'failed'; answer: string; isAddressAtFault: boolean }
  | { state: 'waiting'; answer: string; wait: Temporal.Duration | null; isInDoubt: boolean }

const hours = (count: number) => Temporal.Duration.from({ hours: count })
const minutes = (count: number) => Temporal.Duration.from({ minutes: count })

/** Three days in all, as senders are asked to try for several (RFC 5321, section 4.5.4.1). */
const waits = [minutes(1), minutes(5), minutes(15), ...[1, 2, 4, 8, 12, 12, 12, 12, 8].map(hours)]

/** `tries` counts those before this one. A message that the connection lost before any of it was written has not been tried. */
export function outcomeOf(answer: Answer, tries: number): Outcome {
  if (answer.kind === 'accepted') return { state: 'sent', answer: answer.answer }
  const failed = { state: 'failed' as const, answer: answer.answer }
  if (answer.kind === 'refused' && answer.code >= 500) return { ...failed, isAddressAtFault: isAddressAtFault(answer) }
  const isInDoubt = answer.kind === 'lost' && answer.isInDoubt
  if (answer.kind === 'lost' && !isInDoubt) return { state: 'waiting', answer: answer.answer, wait: null, isInDoubt }
  const wait = waits[tries]
  return wait ? { state: 'waiting', answer: answer.answer, wait, isInDoubt } : { ...failed, isAddressAtFault: false }
}

/** Whether a refusal says that the address itself is no good, and not that the server dislikes the sender or the words. */
export function isAddressAtFault({ code, answer, isRecipient }: { code: number; answer: string; isRecipient: boolean }): boolean {
  const status = statusOf(answer)
  if (status) return /^5\.1\.(?!7$|8$)/.test(status) || status === '5.2.1'
  return isRecipient && [550, 551, 553].includes(code) && !/relay|spam|block|policy|denied|reputation|listed/i.test(answer)
}

/** The enhanced status in an answer (RFC 3463), such as 5.1.1. */
export const statusOf = (answer: string): string | null => /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(answer)?.[1] ?? null

/**
 * Whether an answer says that we send too much or too fast, and not that this one letter is not wanted just now. Greylisting and
 * full mailboxes (4.2.x) speak of the letter alone.
 */
export function asksForLess(code: number | null, answer: string): boolean {
  if (code === 554) return /too many (concurrent )?(connections|sessions)/i.test(answer)
  if (![421, 450, 451, 452, 454].includes(code ?? 0) || ofLetterAlone(answer)) return false
  return code === 421 || /^4\.(7\.(0|28)|3\.2|4\.5|5\.3)$/.test(statusOf(answer) ?? '') || tooMuch.test(answer)
}

const ofLetterAlone = (answer: string) => /gr[ae]y-?list/i.test(answer) || /^4\.[12]\./.test(statusOf(answer) ?? '')

const tooMuch = /too (many|much|fast)|rate|throttl|slow(er| down)|try (again )?later|exceed|busy|concurren|resources|limit/i

/** Whether such an answer speaks of the domain that the letter goes to, or of all that we send. */
export const isOfDomain = ({ answer, isRecipient }: { answer: string; isRecipient: boolean }, domain: string): boolean =>
  answer.toLowerCase().includes(domain) || (isRecipient && !/\bfrom\b|client|your|connection/i.test(answer))

type Lesson = { server: Heard | null; domain: Heard | null }

/** What an answer teaches of the pace that the server likes, and of the one that the receiving domain does. */
export function lessonOf(answer: Answer, { domain, letters }: { domain: string; letters: number }): Lesson {
  if (answer.kind === 'accepted') return { server: 'taken', domain: 'taken' }
  if (asksForLess(answer.code, answer.answer))
    return answer.kind === 'refused' && isOfDomain(answer, domain) ? { server: null, domain: 'less' } : { server: 'less', domain: null }
  const hasEnded = answer.kind === 'lost' && !answer.isInDoubt && letters > 0
  return { server: hasEnded ? { endsAfter: letters } : null, domain: null }
}
