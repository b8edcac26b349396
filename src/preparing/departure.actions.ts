import type { Db } from '#database'
import { mayEdit, toMend } from '#editions'
import { isApproved } from './approval.actions.ts'
import { heldBy, type Looking } from './checklist.actions.ts'

/** Whether the words as they stand have to wait: for something serious to be mended, or for a second steward. */
export async function isHeldBack(db: Db, looking: Looking): Promise<boolean> {
  const { edition, network } = looking
  if (!mayEdit(edition) || toMend(edition).length > 0) return false
  return !(await isApproved(db, network, edition)) || (await heldBy(db, looking)).length > 0
}
