import type { Db } from '#database'

/** What is kept about the person themselves. */
export const findProfileKept = (db: Db, personId: string) =>
  db
    .selectFrom('person')
    .select([
      'email as address',
      'emailProvedAt as addressProvedAt',
      'firstName',
      'lastName',
      'organisation as organization',
      'organisationKind as kindOfOrganization',
      'job',
      'state',
      'timeZone',
      'language',
      'shown as membersMaySee',
      'beganAt',
    ])
    .where('id', '=', personId)
    .executeTakeFirst()

export const listMembershipsKept = (db: Db, personId: string) =>
  db
    .selectFrom('membership')
    .innerJoin('network', 'network.id', 'membership.networkId')
    .select(['network.name as network', 'role', 'beganAt'])
    .where('personId', '=', personId)
    .orderBy('beganAt')
    .execute()

export const listRoleChangesKept = (db: Db, personId: string) =>
  db.selectFrom('roleChange').select(['fromRole', 'toRole', 'changedAt']).where('personId', '=', personId).orderBy('changedAt').execute()
