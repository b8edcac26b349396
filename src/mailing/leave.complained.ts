import { findRootNetwork } from '#networks'
import { findPersonByEmail } from '#people'
import type { ComplaintListener } from '#platform/mail'
import { leave } from './leave.actions.ts'

/** Whoever reported our mail as unwanted is taken off every list. */
export const leaveAfterComplaint: ComplaintListener = async (tx, { address, detail }, now) => {
  const [network, person] = [await findRootNetwork(tx), await findPersonByEmail(tx, address.toLowerCase())]
  if (network && person) await leave(tx, { network, person, lists: 'all', wording: detail, source: 'complaint' }, now)
}
