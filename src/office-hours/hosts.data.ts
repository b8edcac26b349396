import { sql } from 'kysely'
import type { Db } from '#database'
import type { Language } from '#platform/text'

export type Host = { id: string; email: string; language: Language | null }

/** Who is told of a question: whoever looks after it; else the stewards who host its call; where it names none of them, all. */
export async function listHostsOf(
  db: Db,
  { networkId, eventId, assignedTo }: { networkId: string; eventId: string | null; assignedTo: string | null },
): Promise<Host[]> {
  const stewards = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select(['person.id', 'person.email', 'person.language'])
    .select(
      sql<boolean>`exists (select from event, unnest(event.hosts) as named
        where event.id = ${eventId} and lower(named) = lower(trim(person.first_name || ' ' || person.last_name)))`.as('isNamed'),
    )
    .where('membership.networkId', '=', networkId)
    .where('membership.role', 'in', ['owner', 'steward'])
    .orderBy('person.id')
    .execute()
  const assigned = stewards.filter(({ id }) => id === assignedTo)
  const named = stewards.filter(({ isNamed }) => isNamed)
  return assigned.length > 0 ? assigned : named.length > 0 ? named : stewards
}
