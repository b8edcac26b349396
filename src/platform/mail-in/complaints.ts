import { transaction, type Db } from '#database'
import type { Complaint, ComplaintListener } from '#platform/mail'
import { findByToken } from './bounces.ts'
import { readComplaint } from './complaint.rules.ts'
import type { MailRoute } from './take.ts'

/** Whose mail a signed token in these words was part of; rooms that sign tokens of their own add to this. */
export type ProofFinder = (db: Db, words: string) => Promise<Omit<Complaint, 'detail'> | null>

export type Complaining = { finders: ProofFinder[]; listeners: ComplaintListener[]; otherwise: MailRoute }

/**
 * Takes complaints about mails we sent. One is believed when a token that we signed stands in what came back: the mail
 * itself, or the sender of its envelope. Names and addresses prove nothing, and are hidden by most services anyway.
 */
export const complaintRoute =
  ({ finders, listeners, otherwise }: Complaining): MailRoute =>
  async (received) => {
    const report = readComplaint(received.mail)
    if (!report) return otherwise(received)
    const { db, now } = received
    for (const find of [byEnvelope, ...finders]) {
      const found = await find(db, report.proof)
      if (!found) continue
      await transaction(db, async (tx) => {
        for (const listener of listeners) await listener(tx, { ...found, detail: report.detail }, now)
      })
      break
    }
    return 'taken'
  }

const byEnvelope: ProofFinder = async (db, words) => {
  for (const [, token = ''] of [...words.matchAll(/bounces[+.]([0-9a-f]{52})@/gi)].slice(0, 5)) {
    const mail = await findByToken(db, token)
    if (mail) return { mailId: mail.id, networkId: mail.networkId, address: mail.toAddress }
  }
  return null
}
