import type { Db } from '#database'
import type { Log } from '#platform/http'
import { announceRefusal, type ReadyMail, type RefusalListener } from '#platform/mail'
import { statusOf, type Outcome } from './answers.rules.ts'
import { saveResult, type Result } from './ledger.data.ts'
import type { Ledger } from './ledger.ts'

export type Settling = {
  db: Db
  log: Log
  now: () => Temporal.Instant
  senderId: () => string
  onRefused: RefusalListener[]
  ledger: Ledger
  /** What came of it is kept. */
  letGo: (mail: ReadyMail) => void
}

/** A result is kept with the next round, and the mail held until then; a refused address is told at once, with its result. */
export async function settle({ ledger, letGo, ...told }: Settling, mail: ReadyMail, outcome: Outcome): Promise<void> {
  const result = resultOf(mail, outcome, told.now())
  if (outcome.state === 'failed' && outcome.isAddressAtFault && (await tellRefusal(told, mail, result))) {
    ledger.close(mail.id)
    letGo(mail)
  } else {
    void ledger.record(result).then(() => letGo(mail))
  }
}

function resultOf({ id }: ReadyMail, outcome: Outcome, now: Temporal.Instant): Result {
  const { state, answer } = outcome
  if (state !== 'waiting') return { id, state, answer, isTry: true }
  const { wait, isInDoubt } = outcome
  return { id, state, answer, isInDoubt, isTry: wait !== null, dueAt: wait ? now.add(wait) : undefined }
}

/** Keeps the failure and tells those who listen, both or neither. False when somebody broke. */
async function tellRefusal(
  { db, log, now, senderId, onRefused }: Omit<Settling, 'ledger' | 'letGo'>,
  mail: ReadyMail,
  result: Result,
): Promise<boolean> {
  const { id: mailId, networkId, personId, toAddress: address } = mail
  const refusal = { mailId, networkId, personId, address, answer: result.answer, status: statusOf(result.answer) }
  try {
    await announceRefusal(db, { fail: (tx) => saveResult(tx, senderId(), result, now()), listeners: onRefused, refusal, now: now() })
    return true
  } catch (error) {
    log.error({ err: error }, 'nobody could be told of a refused address')
    return false
  }
}
