import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Db } from '#database'
import type { Log } from '#platform/http'
import { newPreparer, type BulkKinds, type MailConfig, type RefusalListener, onWake } from '#platform/mail'
import { claimBulk, claimSingles } from './claim.data.ts'
import { saveFirstHome, stopWhereQuiet } from './home.data.ts'
import { listenToNotices } from './notices.ts'
import { outboxDelivery } from './outbox-delivery.ts'
import type { DomainLimits } from './domains.ts'
import { newSmtpDelivery, type Delivery, type SmtpOptions } from './smtp-delivery.ts'
import type { Place } from './place.ts'
import { startPump, type Pump, type PumpParts } from './pump.ts'
import { beginSender } from './sender.data.ts'
import { startRegistration, type Registration } from './registration.ts'
import { stillWanted } from './still-wanted.ts'

export type SenderOptions = {
  db: Db
  config: MailConfig
  log: Log
  /** The kinds of editions, by name. Those that are not named here wait for a sender that knows them. */
  kinds?: BulkKinds
  onRefused?: RefusalListener[]
  /** This process is known to be the only one: what another had in hand is taken over without waiting to see whether it lives. */
  takeOver?: boolean
  /** Where this program runs: from another place than the last, mail does not leave. */
  place?: Place
  /** The database's address, to hear at once who leaves, and of editions that another process queues; without it, within ten seconds and one. */
  listenOn?: pg.ClientConfig
  connections?: number
  /** What receiving domains are given at most: without it, half the connections each. */
  limits?: DomainLimits
  /** The first pause, in milliseconds, between letters when the server asks for less than one connection. */
  firstGap?: number
  /** How long, in milliseconds, the mail server may be silent. */
  patience?: number
  /** The first wait, in milliseconds, after the mail server could not be reached; it doubles up to a minute. */
  firstWait?: number
  /** How long, in milliseconds, it holds that a reader wanted an edition: then the rooms are asked anew. */
  freshFor?: number
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
  const { db, log, takeOver = false, now = Temporal.Now.instant } = options
  const registration = startRegistration({
    db,
    log,
    now,
    isAlone: takeOver,
    beginHere: () => beginHere(options),
    trouble: () => delivery.trouble(),
    onLost: () => delivery.drop(),
  })
  const delivery = newDelivery(options, {
    senderId: registration.id,
    more: wake,
    onLost: () => void registration.renew().catch(() => undefined),
  })
  const pumps = startPumps(options, registration, delivery)
  const stopListening = onWake(wake)
  const notices = options.listenOn && listenToNotices(options.listenOn, { reader_left: delivery.dropOf, mail_waits: wake })

  function wake() {
    for (const pump of pumps) pump.wake()
  }
  async function finish() {
    await Promise.all(pumps.map((pump) => pump.stop()))
    await delivery.stop()
  }
  return {
    wake,
    async stop() {
      stopListening()
      await notices?.stop()
      await Promise.race([finish(), pause(longestGoodbye, undefined, { ref: false })])
      await registration.end()
    },
  }
}

/** Whoever sends for the first time is at home; the outbox reaches nobody, so it settles nothing. */
async function beginHere({ db, config, place, now = Temporal.Now.instant }: SenderOptions): Promise<string> {
  if (place && config.smtpUrl !== null) await saveFirstHome(db, place, now())
  return beginSender(db, place ?? null)
}

function newDelivery(options: SenderOptions, ties: Pick<SmtpOptions, 'senderId' | 'more' | 'onLost'>): Delivery {
  const { config, ...all } = { ...usual, ...options }
  const { smtpUrl } = config
  return smtpUrl === null ? outboxDelivery(all.db, all.now) : newSmtpDelivery({ ...all, config: { ...config, smtpUrl }, ...ties })
}

const usual = {
  onRefused: [],
  limits: {},
  connections: 20,
  patience: 60_000,
  firstWait: 1000,
  firstGap: 500,
  freshFor: 10_000,
  now: Temporal.Now.instant,
}

/** Mails of their own and editions are fetched apart: neither waits for trouble with the other. */
function startPumps(options: SenderOptions, { id, begun }: Registration, delivery: Delivery): Pump[] {
  const { db, log, kinds = {}, place = null, now = Temporal.Now.instant } = options
  const preparer = newPreparer({ ...options, kinds })
  const { take } = delivery
  const claim = (limit: number) => ({ senderId: id(), holding: delivery.holding(), place, limit, now: now() })
  const singles = startPump({
    log,
    begun,
    take,
    room: () => delivery.room('singles'),
    claim: (limit) => claimSingles(db, claim(limit)),
    prepare: (mails) => Promise.all(mails.map((mail) => preparer.ready(mail))),
  })
  const bulk = startPump({
    log,
    begun,
    take,
    room: () => delivery.room('bulk'),
    claim: (limit) => claimBulk(db, Object.keys(kinds), claim(limit)),
    prepare: (mails) => stillWanted(db, preparer, mails),
  })
  return place ? [singles, bulk, startQuiet({ log, begun, claim: () => stopWhereQuiet(db, place, now()) })] : [singles, bulk]
}

/** In a copy that is to send nothing, keeps what is due in the outbox. */
const startQuiet = ({ log, begun, claim }: Pick<PumpParts, 'log' | 'begun'> & { claim: () => Promise<unknown> }): Pump =>
  startPump({
    log,
    begun,
    room: () => 1,
    claim: () => claim().then(() => []),
    prepare: () => Promise.resolve([]),
    take: () => Promise.resolve(),
  })
