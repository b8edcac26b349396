/** A mail that a server took: which edition it was (mails of their own count once a day), and whether it came back. */
export type SentMail = { edition: string; isReturned: boolean }

/** The rule, as stewards are told it: three different editions in thirty days, and none that arrived between them. */
const strikes = 3
export const withinWhich = Temporal.Duration.from({ hours: 24 * 30 })

/** Whether an address that fails now and then fails for good. `sent`: what it was sent within the time, the newest first. */
export function failsTooOften(sent: SentMail[]): boolean {
  const newest = sent.findIndex(({ isReturned }) => isReturned)
  if (newest < 0) return false
  const since = sent.slice(newest)
  const arrived = since.findIndex(({ isReturned }) => !isReturned)
  const inARow = arrived < 0 ? since : since.slice(0, arrived)
  return new Set(inARow.map(({ edition }) => edition)).size >= strikes
}
