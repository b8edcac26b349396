import { findRootNetwork } from '#networks'
import type { MailRoute } from '#platform/mail-in'
import { leaveList } from './leave.actions.ts'
import { readLeaveToken } from './links.paths.ts'

/** Leaving a list by mail (RFC 2369), as some mail programs do for their reader: the signed token is the subject. */
export const leaveByMail: MailRoute = async ({ db, mail, now }) => {
  const network = await findRootNetwork(db)
  const link = network && readLeaveToken(network, (mail.subject ?? '').trim())
  if (!network || !link) return 'unknown'
  const outcome = await leaveList(db, network, { ...link, wording: 'List-Unsubscribe by mail', source: 'mail program' }, now)
  return outcome === 'left' ? 'taken' : 'unknown'
}
