import type { AskedWith, SuppressionReason } from './mailing.tables.ts'

/** The moments of a subscription that decide how someone stands with a list. */
export type Moments = { askedAt: Temporal.Instant; confirmedAt: Temporal.Instant | null; leftAt: Temporal.Instant | null }

/** asked: waits for the address to confirm. on: gets the list's mail. left: was on it. */
export type Standing = 'asked' | 'on' | 'left'

export function standingOf({ askedAt, confirmedAt, leftAt }: Moments): Standing {
  if (leftAt && Temporal.Instant.compare(askedAt, leftAt) <= 0) return 'left'
  return confirmedAt && !leftAt ? 'on' : 'asked'
}

/**
 * What someone who asks to join gets by mail. Who complained gets nothing until a steward has spoken with them. An
 * address whose mail came back gets the mail to confirm as its new try; confirming ends the suppression.
 */
export function answerToAsk({
  listsToJoin,
  suppressedFor,
}: {
  listsToJoin: number
  suppressedFor: SuppressionReason[]
}): 'nothing' | 'confirm' | 'already' {
  if (suppressedFor.includes('complained')) return 'nothing'
  return listsToJoin > 0 || suppressedFor.length > 0 ? 'confirm' : 'already'
}

const mayReturnFor = Temporal.Duration.from({ hours: 24 * 7 })

/** For a week, leaving can be taken back with the link that did it; later, joining again asks the address again. */
export const mayReturn = (moments: Moments, now: Temporal.Instant): boolean =>
  standingOf(moments) === 'left' &&
  moments.confirmedAt !== null &&
  moments.leftAt !== null &&
  Temporal.Instant.compare(now, moments.leftAt.add(mayReturnFor)) < 0

type Profile = {
  firstName: string
  lastName: string
  organisation: string
  job: string
  state: string | null
  language: 'en' | 'es' | null
}

/** What the latest wish adds to a person; what is known already is not written over. */
export function known(person: Profile, asked: { askedAt: Temporal.Instant; askedWith: AskedWith }[]): Partial<Profile> {
  const latest = asked.toSorted((a, b) => Temporal.Instant.compare(b.askedAt, a.askedAt))[0]?.askedWith ?? {}
  return Object.fromEntries(Object.entries(latest).filter(([field, typed]) => typed && !person[field as keyof Profile]))
}
