import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId, transaction } from '#database'
import { useCommunity } from '#test'

const community = useCommunity()

/** Tries in a savepoint: what PostgreSQL refuses would break off the test's own transaction. */
const attempt = (work: () => Promise<unknown>) =>
  transaction(community.db, work).then(
    () => 'kept',
    (error: { code?: string }) => error.code,
  )

const refused = '23503'

test('a consent is that of a person, for a list of its network, and the list stays as long as the consent', async () => {
  const ben = await community.person('Ben')
  const list = await community.reader(ben)
  const given = { id: newId(), networkId: community.network.id, listId: list.id, personId: ben.id, address: ben.email }
  const save = (change: Partial<typeof given>) => () =>
    community.db
      .insertInto('consent')
      .values({ ...given, ...change, id: newId(), kind: 'given', at: community.now(), wording: 'Yes', source: 'page' })
      .execute()

  expect(await attempt(save({}))).toBe('kept')
  expect(await attempt(save({ personId: newId() }))).toBe(refused)
  expect(await attempt(save({ listId: newId() }))).toBe(refused)
  expect(await attempt(save({ networkId: newId() }))).toBe(refused)
  expect(await attempt(() => sql`delete from list where id = ${list.id}`.execute(community.db))).toBe(refused)
})

test('a subscription is that of a person, to a list of its network, stays that, and goes with either', async () => {
  const [ben, list] = [await community.person('Ben'), await community.reader(await community.person('Chidi'))]
  const { db, network } = community
  const mine = { networkId: network.id, listId: list.id, personId: ben.id }
  const save = (change: Partial<typeof mine>) => () =>
    db
      .insertInto('subscription')
      .values({ ...mine, ...change, askedAt: community.now() })
      .execute()

  expect(await attempt(save({ personId: newId() }))).toBe(refused)
  expect(await attempt(save({ listId: newId() }))).toBe(refused)
  expect(await attempt(save({ networkId: newId() }))).toBe(refused)
  expect(await attempt(save({}))).toBe('kept')
  expect(await attempt(() => sql`update subscription set person_id = ${newId()} where person_id = ${ben.id}`.execute(db))).not.toBe('kept')
  await sql`delete from list where id = ${list.id}`.execute(db)
  expect((await sql`select from subscription where list_id = ${list.id}`.execute(db)).rows).toEqual([])
})

test('of someone who is gone no tag, no place in segments and no name in a consent remain', async () => {
  const ben = await community.person('Ben')
  const list = await community.reader(ben)
  const { db, network } = community
  await db
    .insertInto('consent')
    .values({
      id: newId(),
      networkId: network.id,
      listId: list.id,
      personId: ben.id,
      address: ben.email,
      kind: 'given',
      at: community.now(),
      wording: 'Yes',
      source: 'page',
    })
    .execute()
  await sql`insert into person_tag (network_id, person_id, tag, tagged_at) values (${network.id}, ${ben.id}, 'board', now())`.execute(db)

  await sql`delete from person where id = ${ben.id}`.execute(db)

  for (const table of ['person_tag', 'segment_person', 'subscription'])
    expect((await sql`select from ${sql.table(table)} where person_id = ${ben.id}`.execute(db)).rows).toEqual([])
  const kept = await db.selectFrom('consent').select(['personId', 'address', 'kind']).where('listId', '=', list.id).execute()
  expect(kept).toContainEqual({ personId: null, address: null, kind: 'given' })
  expect(kept.filter(({ personId }) => personId === ben.id)).toEqual([])
})
