import type { JSONColumnType } from 'kysely'
import type { Finding } from './finding.rules.ts'

export type DeliverabilityCheckTable = {
  networkId: string
  checkedAt: Temporal.Instant
  findings: JSONColumnType<Finding[]>
}

export type DeliverabilityTables = { deliverabilityCheck: DeliverabilityCheckTable }
