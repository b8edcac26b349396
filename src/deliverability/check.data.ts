import type { Db, Tx } from '#database'
import type { Finding } from './finding.rules.ts'

export const findCheck = (db: Db, networkId: string) =>
  db.selectFrom('deliverabilityCheck').select(['checkedAt', 'findings']).where('networkId', '=', networkId).executeTakeFirst()

/** The newest takes the place of the one before. */
export const saveCheck = (tx: Tx, { networkId, findings }: { networkId: string; findings: Finding[] }, checkedAt: Temporal.Instant) =>
  tx
    .insertInto('deliverabilityCheck')
    .values({ networkId, checkedAt, findings: JSON.stringify(findings) })
    .onConflict((same) => same.column('networkId').doUpdateSet({ checkedAt, findings: JSON.stringify(findings) }))
    .execute()
