import type { AskedWith } from '#mailing'
import type { OrganisationKind } from '#platform/text'
import type { SuppressionReason } from '#suppressions'

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

type Profile = {
  firstName: string
  lastName: string
  organisation: string
  organisationKind: OrganisationKind | null
  job: string
  state: string | null
  language: 'en' | 'es' | null
}

/** What the latest wish adds to a person; what is known already is not written over. */
export function known(person: Profile, asked: { askedAt: Temporal.Instant; askedWith: AskedWith }[]): Partial<Profile> {
  const latest = asked.toSorted((a, b) => Temporal.Instant.compare(b.askedAt, a.askedAt))[0]?.askedWith ?? {}
  return Object.fromEntries(Object.entries(latest).filter(([field, typed]) => typed && !person[field as keyof Profile]))
}
