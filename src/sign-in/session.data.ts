import { compiledOnce, newId, type Db } from '#database'

type Sought = { tokenHash: Buffer; networkId: string; now: Temporal.Instant }

const find = compiledOnce(['tokenHash', 'networkId', 'now'], (db, { tokenHash, networkId, now }: Sought) =>
  db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.personId')
    .leftJoin('membership', (join) => join.onRef('membership.personId', '=', 'person.id').on('membership.networkId', '=', networkId))
    .select(['person.id', 'person.email', 'person.firstName', 'person.lastName', 'person.language', 'person.timeZone', 'membership.role'])
    .select(['session.id as sessionId', 'session.seenAt'])
    .where('session.tokenHash', '=', tokenHash)
    .where('session.endsAt', '>', now),
)

/** Who holds this session, and as what in this network: the one query that signed-in pages make of us. */
export const findSession = async (db: Db, tokenHash: Buffer, networkId: string, now: Temporal.Instant) =>
  (await find(db, { tokenHash, networkId, now }))[0]

type NewSession = { personId: string; tokenHash: Buffer; browser: string; system: string; endsAt: Temporal.Instant }

export const saveSession = (db: Db, session: NewSession, now: Temporal.Instant) =>
  db
    .insertInto('session')
    .values({ id: newId(), ...session, beganAt: now, seenAt: now })
    .execute()

export const saveSessionSeen = (db: Db, id: string, now: Temporal.Instant) =>
  db.updateTable('session').set({ seenAt: now }).where('id', '=', id).execute()

export const listSessions = (db: Db, personId: string, now: Temporal.Instant) =>
  db
    .selectFrom('session')
    .select(['id', 'browser', 'system', 'beganAt', 'seenAt', 'endsAt'])
    .where('personId', '=', personId)
    .where('endsAt', '>', now)
    .orderBy('seenAt', 'desc')
    .orderBy('id', 'desc')
    .execute()

export const removeSession = (db: Db, personId: string, id: string) =>
  db.deleteFrom('session').where('personId', '=', personId).where('id', '=', id).execute()

export const removeOtherSessions = (db: Db, personId: string, keptId: string) =>
  db.deleteFrom('session').where('personId', '=', personId).where('id', '!=', keptId).execute()

export const removeSessionOfToken = (db: Db, tokenHash: Buffer) => db.deleteFrom('session').where('tokenHash', '=', tokenHash).execute()

export const removeEndedSessions = (db: Db, now: Temporal.Instant) => db.deleteFrom('session').where('endsAt', '<=', now).execute()
