import { findRootNetwork } from '#networks'
import { fieldOf, wordsOf, type MailRoute, type ReceivedMail } from '#platform/mail-in'
import { leaveList } from './leave.actions.ts'
import { readLeaveToken } from './links.paths.ts'

/**
 * Leaving a list by mail (RFC 2369), as some mail programs do for their reader: the signed token is the subject. Some put a
 * word before it, encode it once more, or write it into the mail instead.
 */
export const leaveByMail: MailRoute = async (received) => {
  const { db, now } = received
  const network = await findRootNetwork(db)
  for (const token of tokensIn(received)) {
    const link = network && readLeaveToken(network, token)
    if (!network || !link) continue
    const outcome = await leaveList(db, network, { ...link, wording: 'List-Unsubscribe by mail', source: 'mail program' }, now)
    return outcome === 'left' ? 'taken' : 'unknown'
  }
  return 'unknown'
}

const tokensIn = ({ mail }: ReceivedMail): string[] => {
  const places = [fieldOf(mail, 'subject').replace(/%2e/gi, '.').replace(/\s+/g, ' '), wordsOf(mail).slice(0, 2000)]
  return places.flatMap((place) => place.match(/[\w-]{20,200}\.[\w-]{20,60}(?![\w.-])/g) ?? []).slice(0, 5)
}
