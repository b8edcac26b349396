import type { DataOf } from '#people'
import { say } from '#platform/text'
import { listApprovalsBy, listForDigestOf, listOverridesBy } from './my-data.data.ts'

/**
 * What someone said before editions left: a second word asked for or given, and why one left although the check list held it;
 * and which were sent to a part of the list that they are in, for their digest.
 */
export const preparingData: DataOf = async (db, personId) => ({
  approvalsOfEditions: await listApprovalsBy(db, personId),
  editionsSentAllTheSame: await listOverridesBy(db, personId),
  editionsForYourDigest: await listForDigestOf(db, personId),
})

/**
 * The keys above, as the page of my data says them.
 * @public
 */
export const preparingDataWords = [
  say('Approvals of editions'),
  say('Editions sent all the same'),
  say('Editions for your digest'),
  say('Decided at'),
  say('Verdict'),
  say('Note'),
  say('Said at'),
  say('Reason'),
  say('Held by'),
]
