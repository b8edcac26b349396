import type { Db } from '#database'

/** A mail of ours by its id, if it went to this person. */
export const findMailTo = (db: Db, ids: string[], personId: string) =>
  db.selectFrom('mail').select('id').where('id', 'in', ids).where('personId', '=', personId).limit(1).executeTakeFirst()

/** Who looks after the community, to be written to. */
export const listStewards = (db: Db, networkId: string) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select(['person.id', 'person.email', 'person.language'])
    .where('membership.networkId', '=', networkId)
    .where('membership.role', 'in', ['owner', 'steward'])
    .orderBy('person.id')
    .execute()
