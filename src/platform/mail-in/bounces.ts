import type { ParsedMail } from 'mailparser'
import { announceRefusal, type RefusalListener, isBounceToken, mailOfToken } from '#platform/mail'
import { findHardBounce, reportsIn, type Reported } from './bounce.rules.ts'
import { findBounced, saveBounced } from './bounces.data.ts'
import type { MailRoute } from './receive.ts'

/**
 * Takes bounces of the mails we sent. Only the servers a mail went through know its token, so a stranger's bounce does
 * nothing; a verified one that speaks of a lasting failure is told like a refusal.
 */
export const bounceRoute =
  (listeners: RefusalListener[]): MailRoute =>
  async (received) => {
    const { db, token, now } = received
    const mailId = mailOfToken(token)
    const bounced = mailId === null ? undefined : await findBounced(db, mailId)
    if (!bounced || !isBounceToken(bounced.secret, token)) return 'unknown'
    const hard = findHardBounce(reportsIn(reportedBy(received.mail)))
    if (!hard) return 'taken'
    const { id, networkId, personId, toAddress: address } = bounced
    const answer = hard.diagnostic || hard.status
    const refusal = { mailId: id, networkId, personId, address, answer, status: hard.status }
    await announceRefusal(db, { fail: (tx) => saveBounced(tx, id, answer), listeners, refusal, now })
    return 'taken'
  }

/** What of a mail may be a report. */
export function reportedBy(mail: ParsedMail): Reported {
  const type = mail.headers.get('content-type') as { value: string; params: Record<string, string> } | undefined
  return { contentType: type?.value ?? '', reportType: type?.params['report-type'] ?? '', text: mail.text ?? '' }
}
