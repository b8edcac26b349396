import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from '#database'
import type { Log } from '#platform/http'
import { claimBulk, claimSingles, saveKept } from './claim.data.ts'
import { newPreparer } from './compose.ts'
import { newSmtpDelivery, type Delivery, type SmtpOptions } from './delivery.ts'
import type { BulkKinds, MailConfig } from './kinds.ts'
import { startPump } from './pump.ts'
import type { RefusalListener } from './refusal.ts'
import { startRegistration } from './registration.ts'
import { stillWanted } from './still-wanted.ts'
import { onWake } from './wake.ts'

export type SenderOptions = {
  db: Db
  config: MailConfig
  log: Log
  /** The kinds of editions, by name. Those that are not named here wait for a sender that knows them. */
  kinds?: BulkKinds
  onRefused?: RefusalListener[]
  /** This process is known to be the only one: what another had in hand is taken over without waiting to see whether it lives. */
  takeOver?: boolean
  connections?: number
  /** How long, in milliseconds, the mail server may be silent. */
  patience?: number
  /** The first wait, in milliseconds, after the mail server could not be reached; it doubles up to a minute. */
  firstWait?: number
  now?: () => Temporal.Instant
}

export type Sender = {
  /** Finishes what is in hand and gives the rest back. */
  stop: () => Promise<void>
  /** Looks at once for mail that waits. */
  wake: () => void
}

const longestGoodbye = 10_000

/**
 * Sends the mail that waits, mails of their own before editions. Any number of senders may run on one database. A mail
 * is marked durably before a server gets it, so after a crash at most one message for each connection is in doubt:
 * it is sent once more, with the same Message-ID, and marked.
 */
export function startSender(options: SenderOptions): Sender {
  const { db, log, kinds = {}, now = Temporal.Now.instant } = options
  const registration = startRegistration({ db, log, now, isAlone: options.takeOver ?? false, trouble: () => delivery.trouble(), onLost: () => delivery.drop() })
  const delivery = newDelivery(options, { senderId: registration.id, more: wake, onLost: () => void registration.renew().catch(() => undefined) })
  const preparer = newPreparer({ ...options, kinds })
  const claim = (limit: number) => ({ senderId: registration.id(), holding: delivery.holding(), limit, now: now() })

  const pumps = [
    startPump({
      log, begun: registration.begun, room: () => delivery.room('singles'), take: delivery.take,
      claim: (limit) => claimSingles(db, claim(limit)),
      prepare: (mails) => Promise.all(mails.map((mail) => preparer.ready(mail))),
    }),
    startPump({
      log, begun: registration.begun, room: () => delivery.room('bulk'), take: delivery.take,
      claim: (limit) => claimBulk(db, Object.keys(kinds), claim(limit)),
      prepare: (mails) => stillWanted(db, preparer, mails),
    }),
  ]
  function wake() {
    for (const pump of pumps) pump.wake()
  }
  const stopListening = onWake(wake)
  return {
    wake,
    async stop() {
      stopListening()
      await Promise.race([stopAll(), pause(longestGoodbye, undefined, { ref: false })])
      await registration.end()
    },
  }
  async function stopAll() {
    await Promise.all(pumps.map((pump) => pump.stop()))
    await delivery.stop()
  }
}

function newDelivery(options: SenderOptions, ties: Pick<SmtpOptions, 'senderId' | 'more' | 'onLost'>): Delivery {
  const { db, config, log, onRefused = [], connections = 20, patience = 60_000, firstWait = 1000, now = Temporal.Now.instant } = options
  const { smtpUrl } = config
  return smtpUrl === null
    ? outboxDelivery(db, now)
    : newSmtpDelivery({ db, config: { ...config, smtpUrl }, log, now, onRefused, connections, patience, firstWait, ...ties })
}

/** Without a mail server, mail is kept to be read at /outbox. */
const outboxDelivery = (db: Db, now: () => Temporal.Instant): Delivery => ({
  take: async (mails) => void (mails.length && (await saveKept(db, mails.map(({ id }) => id), now()))),
  room: () => 1000,
  holding: () => [],
  drop: () => undefined,
  trouble: () => null,
  stop: () => Promise.resolve(),
})
