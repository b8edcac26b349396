import type { Config } from '#config'
import type { Db } from '#database'
import { confirmMailbox } from '#joining'
import { leaveAfterComplaint, leaveMailbox, readerByLeaveToken } from '#mailing'
import { findRootNetwork } from '#networks'
import { questionMailbox, questionReply } from '#office-hours'
import { confirmByMail, leaveOrLetter, letterToUs } from '#replies'
import { noteBounce, noteEditionComplaint } from '#sending'
import { noteComplaint, noteRefusal } from '#suppressions'
import type { ComplaintListener, RefusalListener } from '#platform/mail'
import { bounceRoute, complaintRoute, type MailRoutes } from '#platform/mail-in'

/** Who is told that an address does not take mail. */
export const refusalListeners: RefusalListener[] = [noteRefusal, noteBounce]

/** Who is told that somebody reported our mail as unwanted. */
const complaintListeners: ComplaintListener[] = [noteComplaint, leaveAfterComplaint, noteEditionComplaint]

/** Who takes mail that comes in, by the word that its address begins with; the address we write from is one of them. */
export function mailRoutesFor(config: Config): MailRoutes {
  const otherwise = letterToUs(config)
  const complaints = complaintRoute({ finders: [readerByLeaveToken], listeners: complaintListeners, otherwise })
  const [sender = '', domain = ''] = config.mailFrom.toLowerCase().split('@')
  return {
    ...(domain === config.mailDomain.toLowerCase() ? { [sender]: complaints } : {}),
    postmaster: complaints,
    abuse: complaints,
    complaints,
    bounces: bounceRoute(refusalListeners),
    [leaveMailbox]: leaveOrLetter(config),
    [confirmMailbox]: confirmByMail(config),
    [questionMailbox]: questionReply(config, otherwise),
  }
}

/** The community's contact address, where it is one of ours, is read like that. */
export const findOtherMailRoute = (config: Config) => async (db: Db, address: string) =>
  (await findRootNetwork(db))?.contactEmail.toLowerCase() === address ? letterToUs(config) : null
