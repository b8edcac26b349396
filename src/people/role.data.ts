import { newId, type Db, type Tx } from '#database'
import { sql } from 'kysely'
import type { Role } from './people.tables.ts'

export type Membership = { networkId: string; personId: string; role: Role }

/** Gives the person a role in the network, in place of any other. */
export const saveMembership = (db: Db, membership: Membership, now: Temporal.Instant) =>
  db
    .insertInto('membership')
    .values({ ...membership, beganAt: now })
    .onConflict((same) => same.columns(['networkId', 'personId']).doUpdateSet({ role: membership.role }))
    .execute()

/** Makes the person a member of the network, unless they are something there already. */
export const beginMembership = (db: Db, networkId: string, personId: string, now: Temporal.Instant) =>
  db
    .insertInto('membership')
    .values({ networkId, personId, role: 'member', beganAt: now })
    .onConflict((same) => same.columns(['networkId', 'personId']).doNothing())
    .execute()

export const findRole = async (db: Db, networkId: string, personId: string): Promise<Role | undefined> =>
  (await db.selectFrom('membership').select('role').where('networkId', '=', networkId).where('personId', '=', personId).executeTakeFirst())
    ?.role

/** Holds the owners to the end of the transaction: two who leave at once cannot both be the one before the last. */
export const lockOwners = (tx: Tx, networkId: string) =>
  tx
    .selectFrom('membership')
    .select(['networkId', 'personId'])
    .where('networkId', '=', networkId)
    .where('role', '=', 'owner')
    .orderBy('personId')
    .forUpdate()
    .execute()

/** The owners of every network that this person owns, alone or with others. */
export const listOwnersBeside = (db: Db, personId: string) => ownersBeside(db, personId).execute()

/** The same, held to the end of the transaction. */
export const lockOwnersBeside = (tx: Tx, personId: string) => ownersBeside(tx, personId).forUpdate().execute()

const ownersBeside = (db: Db, personId: string) =>
  db
    .selectFrom('membership')
    .select(['networkId', 'personId'])
    .where('role', '=', 'owner')
    .where('networkId', 'in', ({ selectFrom }) =>
      selectFrom('membership as mine').select('mine.networkId').where('mine.personId', '=', personId).where('mine.role', '=', 'owner'),
    )
    .orderBy('networkId')
    .orderBy('personId')

/** Whoever looks after the community: its stewards and owners. */
export const listStewards = (db: Db, networkId: string) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select(['person.id', 'person.email', 'person.language', 'person.timeZone'])
    .where('membership.networkId', '=', networkId)
    .where('role', 'in', ['steward', 'owner'])
    .orderBy('person.id')
    .execute()

export type NewRoleChange = { networkId: string; personId: string; changedBy: string | null; fromRole: Role | null; toRole: Role }

export const saveRoleChange = (tx: Tx, change: NewRoleChange, now: Temporal.Instant) =>
  tx
    .insertInto('roleChange')
    .values({ id: newId(), ...change, changedAt: now })
    .execute()

export const listRoleChanges = (db: Db, networkId: string, personId: string) =>
  db
    .selectFrom('roleChange')
    .leftJoin('person as hand', 'hand.id', 'roleChange.changedBy')
    .select(['roleChange.id', 'fromRole', 'toRole', 'changedAt', 'hand.firstName', 'hand.lastName', 'hand.email'])
    .where('roleChange.networkId', '=', networkId)
    .where('roleChange.personId', '=', personId)
    .orderBy('changedAt', 'desc')
    .orderBy('roleChange.id', 'desc')
    .limit(100)
    .execute()

export type Search = { words: string; role: Role | null; before: string | null }

/** People of the network, those who came last first. Every word asked for must stand in the name, the address or the organisation. */
export const listPeople = (db: Db, networkId: string, { words, role, before }: Search, limit: number) =>
  membersLike(db, networkId, { words, role })
    .select(['person.id', 'email', 'firstName', 'lastName', 'organisation', 'role', 'membership.beganAt'])
    .$if(before !== null, (query) => query.where('membership.personId', '<', before))
    .orderBy('membership.personId', 'desc')
    .limit(limit)
    .execute()

export const countPeople = async (db: Db, networkId: string, role: Role | null) =>
  (
    await membersOf(db, networkId, role)
      .select(({ fn }) => fn.countAll<number>().as('people'))
      .executeTakeFirstOrThrow()
  ).people

const membersOf = (db: Db, networkId: string, role: Role | null) =>
  db
    .selectFrom('membership')
    .where('membership.networkId', '=', networkId)
    .$if(role !== null, (query) => query.where('role', '=', role))

const membersLike = (db: Db, networkId: string, { words, role }: Omit<Search, 'before'>) =>
  wordsOf(words).reduce(
    (query, word) => query.where(described, 'ilike', `%${word}%`),
    membersOf(db, networkId, role).innerJoin('person', 'person.id', 'membership.personId'),
  )

const described = sql<string>`concat_ws(' ', first_name, last_name, email, organisation)`

const wordsOf = (words: string) =>
  words
    .split(' ')
    .filter(Boolean)
    .slice(0, 6)
    .map((word) => word.replace(/[\\%_]/g, String.raw`\$&`))

/** Someone of this network; whoever is in another only is not there. */
export const findMember = (db: Db, networkId: string, personId: string) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .selectAll('person')
    .select(['role', 'membership.beganAt as memberSince'])
    .where('membership.networkId', '=', networkId)
    .where('membership.personId', '=', personId)
    .executeTakeFirst()
