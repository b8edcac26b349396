import type { Tx } from '#database'
import type { peopleOf } from '#segments'

/** Notes whoever of the list wants one mail a month, among these people. Whose mail is paused just now may want it by then. */
export const saveForDigest = (tx: Tx, { id, listId }: { id: string; listId: string }, people: ReturnType<typeof peopleOf>) =>
  tx
    .insertInto('editionForDigest')
    .columns(['editionId', 'personId'])
    .expression(
      tx
        .selectFrom('addressee')
        .select((of) => [of.val(id).as('editionId'), 'personId'])
        .where('listId', '=', listId)
        .where('frequency', '=', 'monthly')
        .where('personId', 'in', people),
    )
    .onConflict((same) => same.doNothing())
    .execute()
