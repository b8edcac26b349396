export type Approval = {
  /** When the words that were shown for approval had been changed last. */
  wordsOf: Temporal.Instant
  askedBy: string | null
  verdict: 'approved' | 'sent-back' | null
}

/** void: the words have changed since. */
export type ApprovalState = 'not-asked' | 'asked' | 'approved' | 'sent-back' | 'void'

export function approvalStateOf(last: Approval | undefined, changedAt: Temporal.Instant): ApprovalState {
  if (!last) return 'not-asked'
  if (Temporal.Instant.compare(last.wordsOf, changedAt) !== 0) return 'void'
  return last.verdict ?? 'asked'
}

/** Nobody approves their own: neither who asked, nor who wrote the last word. */
export const mayDecide = (personId: string, { askedBy, changedBy }: { askedBy: string | null; changedBy: string | null }): boolean =>
  personId !== askedBy && personId !== changedBy
