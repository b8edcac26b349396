import type { Db } from '#database'
import { announceRefusal, type RefusalListener, isBounceToken, mailOfToken } from '#platform/mail'
import { readBounce } from './bounce.rules.ts'
import { findBounced, saveBounced } from './bounces.data.ts'
import type { MailRoute } from './take.ts'

/** Servers give up after five days; some let a report wait. What comes later than this was kept to be played again. */
const tokenCounts = Temporal.Duration.from({ hours: 24 * 21 })

/**
 * Takes bounces of the mails we sent. Only the servers a mail went through know its token, so a stranger's bounce does
 * nothing; what a verified one says of a failure is told like a refusal.
 */
export const bounceRoute =
  (listeners: RefusalListener[]): MailRoute =>
  async ({ db, token, mail, now }) => {
    const bounced = await findByToken(db, token)
    if (!bounced) return 'unknown'
    const bounce = readBounce(mail)
    const isLate = !bounced.sentAt || Temporal.Instant.compare(bounced.sentAt.add(tokenCounts), now) < 0
    if (typeof bounce === 'string' || isLate) return 'taken'
    const { id, networkId, personId, toAddress: address } = bounced
    const { failure, status } = bounce
    const answer = bounce.answer || status
    const refusal = { mailId: id, networkId, personId, address, answer, status: status || null, failure }
    await announceRefusal(db, { fail: (tx) => saveBounced(tx, id, answer), listeners, refusal, now })
    return 'taken'
  }

/** The mail that a token speaks of, when our own hand signed it. */
export async function findByToken(db: Db, token: string) {
  const mailId = mailOfToken(token)
  const bounced = mailId === null ? undefined : await findBounced(db, mailId)
  return bounced && isBounceToken(bounced.secret, token) ? bounced : undefined
}
