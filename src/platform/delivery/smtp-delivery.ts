import type { Db } from '#database'
import { domainOf, newSigner } from '#platform/dkim'
import type { Log } from '#platform/http'
import { compose, type ReadyMail, type MailConfig, announceRefusal, type RefusalListener } from '#platform/mail'
import { statusOf, type Outcome } from './answers.rules.ts'
import { newBacklog } from './backlog.ts'
import { newGate } from './gate.ts'
import { newCrew } from './crew.ts'
import type { Post } from './lane.ts'
import { saveResult, type Result } from './ledger.data.ts'
import { newLedger, type Ledger } from './ledger.ts'
import { openConnection, smtpServer } from './smtp.ts'

/** Where claimed mails go: to an SMTP server, or to the built-in outbox. */
export type Delivery = {
  take: (mails: ReadyMail[]) => Promise<void>
  /** How many more it would take now. */
  room: (which: 'singles' | 'bulk') => number
  /** The ids of the mails it has. */
  holding: () => string[]
  /** The claims are lost: what was not handed over yet is not ours any more. */
  drop: () => void
  trouble: () => string | null
  /** Finishes what is in hand. */
  stop: () => Promise<void>
}

export type SmtpOptions = {
  db: Db
  config: MailConfig & { smtpUrl: string }
  log: Log
  now: () => Temporal.Instant
  senderId: () => string
  onRefused: RefusalListener[]
  connections: number
  /** How long, in milliseconds, the server may be silent. */
  patience: number
  /** The first wait, in milliseconds, after the server could not be reached. */
  firstWait: number
  /** How long, in milliseconds, it holds that a reader wanted an edition. */
  freshFor: number
  /** Called when there is room for more. */
  more: () => void
  /** Others took this sender for gone. */
  onLost: () => void
}

const most = { singles: 100, bulk: 500 }

/** Sends over up to so many connections to one server, each opened when there is work for it. */
export function newSmtpDelivery(options: SmtpOptions): Delivery {
  const { config, more } = options
  const server = smtpServer(config.smtpUrl, options.patience)
  const [backlog, gate, ledger] = [newBacklog(options.freshFor), newGate(options.log, options.firstWait), newLedger(options)]
  const sign = newSigner({ ...options, domain: domainOf(config) })
  const stopped = new AbortController()
  const letGo = (mail: ReadyMail) => backlog.letGo(mail)
  const post: Post = {
    backlog,
    gate,
    ledger,
    letGo,
    async compose(mail) {
      const message = await compose(mail, config)
      return { ...message, bytes: await sign(message.bytes) }
    },
    connect: () => openConnection(server),
    settle: (mail, outcome) => settle({ ...options, ledger, letGo }, mail, outcome),
    isStopped: () => stopped.signal.aborted,
    runsLow: (size) => void (size === most.bulk / 2 && more()),
  }
  const crew = newCrew(post, { ...options, onIdle: () => void (backlog.size() === 0 && more()) })
  return {
    async take(mails) {
      backlog.add(mails)
      crew.call(backlog.size())
    },
    room: (which) => most[which] - (which === 'singles' ? backlog.singles() : backlog.size()),
    holding: backlog.holding,
    drop: backlog.clear,
    trouble: gate.trouble,
    async stop() {
      stopped.abort()
      gate.stop()
      await crew.rested()
      await ledger.kept()
      crew.dismiss()
    },
  }
}

type Settling = Pick<SmtpOptions, 'db' | 'log' | 'now' | 'senderId' | 'onRefused'> & { ledger: Ledger; letGo: (mail: ReadyMail) => void }

/** A result is kept with the next round, and the mail held until then; a refused address is told at once, with its result. */
async function settle({ ledger, letGo, ...told }: Settling, mail: ReadyMail, outcome: Outcome): Promise<void> {
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
