import type { SuppressionReason } from './suppressions.tables.ts'

/** A complaint is undone by the owner alone: mail to someone who reported us can get all our mail refused. */
export const mayEnd = (reader: { isSteward: boolean; isOwner: boolean }, { reason }: { reason: SuppressionReason }): boolean =>
  reason === 'complained' ? reader.isOwner : reader.isSteward || reader.isOwner
