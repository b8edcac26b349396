import type { Db } from '#database'
import { findOrBeginPerson, saveMembership, type KnownBy, type Role } from '#people'
import { beginSession } from '#sign-in'

export type WhoTheyAre = Partial<KnownBy> & { role?: Role }
export type TestPerson = { id: string; email: string; firstName: string; session: string }

/** Ada is the steward, Ben the member, Chidi comes from another organisation; anybody else is a member. */
export async function newPerson(
  place: { db: Db; networkId: string; now: Temporal.Instant },
  name: string,
  more: WhoTheyAre = {},
): Promise<TestPerson> {
  const { db, networkId, now } = place
  const { role = name === 'Ada' ? 'steward' : 'member', ...known } = more
  const email = known.email ?? `${name.toLowerCase()}@example.org`
  const organisation = name === 'Chidi' ? 'Another Organisation' : 'Prairie Workforce Board'
  const person = await findOrBeginPerson(
    db,
    { firstName: name, organisation, emailProvedAt: now, timeZone: 'America/Chicago', ...known, email },
    now,
  )
  await saveMembership(db, { networkId, personId: person.id, role }, now)
  return { id: person.id, email, firstName: person.firstName, session: await beginSession(db, person.id, 'a test', now) }
}
