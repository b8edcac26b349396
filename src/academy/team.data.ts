import { sql } from 'kysely'
import type { Db, Tx } from '#database'
import type { AcademyInterestTable } from './academy.tables.ts'

type Whose = Pick<AcademyInterestTable, 'eventId' | 'personId'>

export const findTeamOf = (db: Db, { eventId, personId }: Whose) =>
  db.selectFrom('academyInterest').selectAll().where('eventId', '=', eventId).where('personId', '=', personId).executeTakeFirst()

export const saveTeamOf = (tx: Tx, interest: AcademyInterestTable) =>
  tx
    .insertInto('academyInterest')
    .values(interest)
    .onConflict((same) => same.columns(['eventId', 'personId']).doUpdateSet(interest))
    .execute()

/** Names of teams, as they were first written; who is in them is not said. */
export async function listTeams(db: Db, eventId: string): Promise<{ state: string | null; team: string }[]> {
  const { rows } = await sql<{ state: string | null; team: string }>`
    select distinct on (said.state, lower(said.team)) said.state, said.team
    from academy_interest said join event_interest interest using (event_id, person_id)
    where event_id = ${eventId} and interest.confirmed_at is not null and said.team <> ''
    order by said.state, lower(said.team), said.said_at`.execute(db)
  return rows
}

export type TeamCount = { state: string | null; team: string; people: number; roles: string[] }

/** How many would come, by state and team; an empty team is nobody's. */
export async function countTeams(db: Db, eventId: string): Promise<TeamCount[]> {
  const { rows } = await sql<TeamCount>`
    select said.state, coalesce(min(said.team), '') as team, count(*) as people,
      array_remove(array_agg(distinct nullif(said.role, '')), null) as roles
    from event_interest interest
      left join academy_interest said on said.event_id = interest.event_id and said.person_id = interest.person_id
    where interest.event_id = ${eventId} and interest.confirmed_at is not null
    group by said.state, lower(coalesce(said.team, '')) order by said.state nulls last, lower(coalesce(said.team, ''))`.execute(db)
  return rows
}

/** Everybody who wants to be told, for a table of stewards. */
export const listInterestedPeople = (db: Db, eventId: string) =>
  db
    .selectFrom('eventInterest as interest')
    .innerJoin('person', 'person.id', 'interest.personId')
    .leftJoin('academyInterest as said', (join) =>
      join.onRef('said.eventId', '=', 'interest.eventId').onRef('said.personId', '=', 'interest.personId'),
    )
    .select(['person.email', 'person.organisation', 'said.state', 'said.team', 'said.role'])
    .select(sql<string>`trim(person.first_name || ' ' || person.last_name)`.as('name'))
    .where('interest.eventId', '=', eventId)
    .where('interest.confirmedAt', 'is not', null)
    .orderBy('said.state')
    .orderBy(sql`lower(said.team)`)
    .orderBy('person.email')
    .execute()

/** What somebody said of their teams, for them to read and take along. */
export const listTeamsOf = (db: Db, personId: string) =>
  db
    .selectFrom('academyInterest')
    .innerJoin('event', 'event.id', 'academyInterest.eventId')
    .select(['event.slug as event', 'academyInterest.state', 'team', 'role', 'saidAt'])
    .where('personId', '=', personId)
    .orderBy('saidAt')
    .execute()
