import { newId, type Db, type Tx } from '#database'

/** The last time that somebody asked for the word of a second steward, with the names of both. */
export const findLastApproval = (db: Db, editionId: string) =>
  db
    .selectFrom('editionApproval')
    .leftJoin('person as asker', 'asker.id', 'editionApproval.askedBy')
    .leftJoin('person as decider', 'decider.id', 'editionApproval.decidedBy')
    .select(['editionApproval.id', 'wordsOf', 'askedBy', 'askedAt', 'verdict', 'note', 'decidedAt'])
    .select([
      'asker.email as askerEmail',
      'asker.firstName as askerFirstName',
      'asker.lastName as askerLastName',
      'asker.language as askerLanguage',
    ])
    .select(['decider.firstName as deciderFirstName', 'decider.lastName as deciderLastName'])
    .where('editionId', '=', editionId)
    .orderBy('askedAt', 'desc')
    .orderBy('editionApproval.id', 'desc')
    .limit(1)
    .executeTakeFirst()

export type NewApproval = { editionId: string; wordsOf: Temporal.Instant; askedBy: string }

export const saveApproval = (tx: Tx, approval: NewApproval, now: Temporal.Instant) =>
  tx
    .insertInto('editionApproval')
    .values({ id: newId(), ...approval, askedAt: now, decidedBy: null, decidedAt: null, verdict: null })
    .execute()

export type Verdict = { verdict: 'approved' | 'sent-back'; note: string }

export const saveVerdict = (tx: Tx, id: string, verdict: Verdict & { decidedBy: string; decidedAt: Temporal.Instant }) =>
  tx.updateTable('editionApproval').set(verdict).where('id', '=', id).execute()

/** Who else could approve: all who look after the community. */
export const listOtherStewards = (db: Db, networkId: string, personId: string) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select(['person.id', 'person.email', 'person.language'])
    .where('networkId', '=', networkId)
    .where('role', 'in', ['steward', 'owner'])
    .where('person.id', '!=', personId)
    .orderBy('person.id')
    .execute()
