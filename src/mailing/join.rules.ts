import type { AskedWith } from './mailing.tables.ts'

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
