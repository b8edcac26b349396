import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useCommunity } from '#test'
import { seedMembers } from './seed-members.ts'

const community = useCommunity()

test('an invented community hangs together: members on the lists, office hours whose seats are counted right', async () => {
  await seedMembers(community.db, 300, community.now())

  const count = async (rows: string) =>
    Number((await sql<{ n: string }>`select count(*) as n from ${sql.raw(rows)}`.execute(community.db)).rows[0]?.n)
  expect(await count('person join membership on person_id = id')).toBe(300)
  expect(await count('subscription join person on person.id = person_id join list on list.id = list_id where position = 0')).toBe(300)
  expect(await count('rsvp join person on person.id = person_id join event on event.id = event_id')).toBeGreaterThan(1000)
  expect(await count('event_seats s where seated <> (select count(*) from rsvp where rsvp.event_id = s.event_id)')).toBe(0)
  const { rows } = await sql<{ checks: string }>`select current_setting('session_replication_role') as checks`.execute(community.db)
  expect(rows).toEqual([{ checks: 'origin' }])

  expect(await community.stranger().get('/events')).toContain('Office hours')
  expect(await community.stranger().get('/')).toContain('<b>300</b> people')
})
