import type { Db, Tx } from '#database'

/** These and whatever was merged into them, held in one order to the end of the transaction: two hosts do not merge each into the other. */
export const lockTogether = (tx: Tx, networkId: string, ids: string[]) =>
  tx
    .selectFrom('question')
    .select(['id', 'mergedInto', 'answerId', 'withdrawnAt', 'confirmedAt'])
    .where('networkId', '=', networkId)
    .where((is) => is.or([is('id', 'in', ids), is('mergedInto', 'in', ids)]))
    .orderBy('id')
    .forUpdate()
    .execute()

/** This one and all that were merged into it point there from now on. */
export const saveMerged = (tx: Tx, id: string, into: string) =>
  tx
    .updateTable('question')
    .set({ mergedInto: into })
    .where((is) => is.or([is('id', '=', id), is('mergedInto', '=', id)]))
    .execute()

/** Each waits for an answer of its own again. */
export const releaseMerged = (tx: Tx, from: string) =>
  tx.updateTable('question').set({ mergedInto: null }).where('mergedInto', '=', from).execute()

/** They get its answer. */
export const saveAnswerOfMerged = (tx: Tx, id: string, answerId: string) =>
  tx.updateTable('question').set({ answerId }).where('mergedInto', '=', id).execute()

export type MergedQuestion = Awaited<ReturnType<typeof listMerged>>[number]

/** For hosts: what was merged into it and still stands. */
export const listMerged = (db: Db, id: string) =>
  db
    .selectFrom('question')
    .innerJoin('person', 'person.id', 'question.personId')
    .select(['question.id', 'happened', 'person.email', 'answerId'])
    .where('mergedInto', '=', id)
    .where('withdrawnAt', 'is', null)
    .orderBy('askedAt')
    .orderBy('question.id')
    .limit(200)
    .execute()
