import type { Db } from '#database'
import type { LinkCheckTable } from './links.tables.ts'

/** What is known of these addresses since that moment. */
export const listLinkChecks = (db: Db, networkId: string, addresses: string[], since: Temporal.Instant) =>
  addresses.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('linkCheck')
        .select(['address', 'outcome', 'detail', 'checkedAt'])
        .where('networkId', '=', networkId)
        .where('address', 'in', addresses)
        .where('checkedAt', '>=', since)
        .execute()

export const saveLinkCheck = (db: Db, check: LinkCheckTable) =>
  db
    .insertInto('linkCheck')
    .values(check)
    .onConflict((same) => same.columns(['networkId', 'address']).doUpdateSet(check))
    .execute()

export const removeOldChecks = (db: Db, before: Temporal.Instant) => db.deleteFrom('linkCheck').where('checkedAt', '<', before).execute()
