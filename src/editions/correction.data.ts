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

/** What someone mended in editions that had left, and how they read before. */
export const listCorrectionsBy = (db: Db, personId: string) =>
  db
    .selectFrom('editionCorrection')
    .innerJoin('edition', 'edition.id', 'editionCorrection.editionId')
    .select(['edition.slug as edition', 'correctedAt', 'note', 'lettersBefore'])
    .where('correctedBy', '=', personId)
    .orderBy('correctedAt')
    .orderBy('editionCorrection.id')
    .execute()
