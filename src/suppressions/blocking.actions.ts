import { transaction, type Db, type Tx } from '#database'
import { addJob } from '#platform/jobs'
import { queueMails } from '#platform/mail'
import { blockingMail } from './blocking.mails.tsx'
import { listStewards } from './returned.data.ts'

export type Blocking = { networkId: string; answer: string }

/** A server turned us away: stewards are told, once a day however many mails it concerns. */
export const tellOfBlocking = (tx: Tx, { networkId, answer }: Blocking, now: Temporal.Instant): Promise<void> =>
  addJob(tx, 'tell-of-blocking', { networkId, answer: answer.slice(0, 500) }, { key: `blocking ${networkId}`, runAt: now })

type Place = { baseUrl: string; language: 'en' | 'es' }

export const tellStewardsOfBlocking = (
  db: Db,
  { baseUrl, language, ...blocking }: Blocking & Place,
  now: Temporal.Instant,
): Promise<void> =>
  transaction(db, async (tx) => {
    const stewards = await listStewards(tx, blocking.networkId)
    const day = now.toString().slice(0, 10)
    const mails = stewards.map((steward) => blockingMail({ ...blocking, steward, language: steward.language ?? language, baseUrl, day }))
    if (mails.length > 0) await queueMails(tx, mails, now)
  })
