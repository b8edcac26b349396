import type { Db } from '#database'

/** Each time that someone asked for a second word or gave it; the note is told to whoever wrote it. */
export const listApprovalsBy = (db: Db, personId: string) =>
  db
    .selectFrom('editionApproval')
    .innerJoin('edition', 'edition.id', 'editionApproval.editionId')
    .select((of) => [
      'edition.slug as edition',
      of.case().when('askedBy', '=', personId).then(of.ref('askedAt')).end().as('askedAt'),
      of.case().when('decidedBy', '=', personId).then(of.ref('decidedAt')).end().as('decidedAt'),
      of.case().when('decidedBy', '=', personId).then(of.ref('verdict')).end().as('verdict'),
      of.case().when('decidedBy', '=', personId).then(of.ref('note')).end().as('note'),
    ])
    .where((of) => of.or([of('askedBy', '=', personId), of('decidedBy', '=', personId)]))
    .orderBy('editionApproval.askedAt')
    .orderBy('editionApproval.id')
    .execute()

/** Editions for a segment that someone was in, and got in their digest. */
export const listForDigestOf = (db: Db, personId: string) =>
  db
    .selectFrom('editionForDigest')
    .innerJoin('edition', 'edition.id', 'editionId')
    .select(['slug as edition', 'sendingBeganAt as sentAt'])
    .where('personId', '=', personId)
    .orderBy('sendingBeganAt')
    .orderBy('edition.id')
    .execute()

export const listOverridesBy = (db: Db, personId: string) =>
  db
    .selectFrom('editionOverride')
    .innerJoin('edition', 'edition.id', 'editionOverride.editionId')
    .select(['edition.slug as edition', 'saidAt', 'reason', 'heldBy'])
    .where('saidBy', '=', personId)
    .orderBy('saidAt')
    .orderBy('editionOverride.id')
    .execute()
