import { newId, type Db, type Tx } from '#database'
import type { Letters } from '#letters'

export type NewCorrection = { editionId: string; note: string; lettersBefore: Letters; correctedBy: string }

export const saveCorrection = (tx: Tx, { lettersBefore, ...correction }: NewCorrection, now: Temporal.Instant) =>
  tx
    .insertInto('editionCorrection')
    .values({ id: newId(), ...correction, lettersBefore: JSON.stringify(lettersBefore), correctedAt: now })
    .execute()

export const listCorrections = (db: Db, editionId: string) =>
  db.selectFrom('editionCorrection').select(['note', 'correctedAt']).where('editionId', '=', editionId).orderBy('correctedAt').execute()
