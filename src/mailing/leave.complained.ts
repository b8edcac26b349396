import { findRootNetwork } from '#networks'
import { findPerson, findPersonByEmail } from '#people'
import type { ComplaintListener } from '#platform/mail'
import type { ProofFinder } from '#platform/mail-in'
import { leave } from './leave.actions.ts'
import { readLeaveToken } from './links.paths.ts'

/** Whoever reported our mail as unwanted is taken off every list. */
export const leaveAfterComplaint: ComplaintListener = async (tx, { address, detail }, now) => {
  const [network, person] = [await findRootNetwork(tx), await findPersonByEmail(tx, address.toLowerCase())]
  if (network && person) await leave(tx, { network, person, lists: 'all', wording: detail, source: 'complaint' }, now)
}

/** Whose mail a report speaks of, by the signed token in its List-Unsubscribe: mail services that hide names leave it in. */
export const readerByLeaveToken: ProofFinder = async (db, words) => {
  const network = await findRootNetwork(db)
  for (const [, token = ''] of [...words.matchAll(/\/unsubscribe\/([\w-]{20,200}\.[\w-]{20,60})/g)].slice(0, 5)) {
    const link = network && readLeaveToken(network, token)
    const person = link && (await findPerson(db, link.personId))
    if (network && person) return { mailId: null, networkId: network.id, address: person.email }
  }
  return null
}
