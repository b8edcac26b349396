import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from '#database'
import { domainOf, newSigner } from '#platform/dkim'
import type { Log } from '#platform/http'
import { compose, type MailConfig, type ReadyMail, type RefusalListener } from '#platform/mail'
import { newBacklog, type Backlog } from './backlog.ts'
import { newGate } from './gate.ts'
import { savePutOff } from './claim.data.ts'
import { newCrew, type Crew } from './crew.ts'
import { newDomains, type DomainLimits } from './domains.ts'
import type { Post } from './lane.ts'
import { newLedger } from './ledger.ts'
import type { Bounds, Heard } from './pace.rules.ts'
import { settle } from './settle.ts'
import { newThrottle } from './throttle.ts'
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
  /** This person left a list: what was not handed over of editions to them is asked for anew. */
  dropOf: (personId: string) => void
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
  /** What receiving domains are given at most. */
  limits: DomainLimits
  /** The first pause, in milliseconds, between letters when a server asks for less than one connection. */
  firstGap: number
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

/** Over one connection go at most so many letters, since servers like to look anew at who speaks to them. */
const batch = 100

/** Sends over up to so many connections to one server, each opened when there is work for it, at a pace that its answers teach. */
export function newSmtpDelivery(options: SmtpOptions): Delivery {
  const { log, more, connections } = options
  const stopped = new AbortController()
  const shared = newShared(options)
  const { relay, domains, backlog, gate, ledger } = shared
  const post = newPost(options, { ...shared, signal: stopped.signal, crew: () => crew, hear })
  const crew = newCrew(post, { connections, wanted: () => relay.pace().connections, log, onIdle })

  function hear(heard: Heard) {
    if (relay.hear(heard)) crew.call(backlog.size())
    else if (heard === 'less') log.info(relay.pace(), 'the mail server asks for less')
  }
  function onIdle() {
    const wait = domains.soonest()
    if (backlog.size() === 0) more()
    else if (wait !== null) setTimeout(() => crew.call(backlog.size()), wait).unref()
  }
  return {
    async take(mails) {
      backlog.add(mails)
      await putOff(options, backlog)
      crew.call(backlog.size())
    },
    room: (which) => most[which] - (which === 'singles' ? backlog.singles() : backlog.size()),
    holding: backlog.holding,
    drop: backlog.clear,
    dropOf: backlog.giveUpOf,
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

type Shared = ReturnType<typeof newShared>

function newShared(options: SmtpOptions) {
  const { connections, firstGap, limits, freshFor, log, firstWait } = options
  const bounds: Bounds = { connections, batch, shortestGap: 0, firstGap, longestGap: 60_000, echo: firstGap * 4 }
  const domains = newDomains(limits, bounds)
  return {
    relay: newThrottle(bounds),
    domains,
    backlog: newBacklog(freshFor, domains, most.bulk / 2),
    gate: newGate(log, firstWait),
    ledger: newLedger(options),
  }
}

type Ties = Shared & { signal: AbortSignal; crew: () => Crew; hear: Post['hear'] }

function newPost(options: SmtpOptions, { relay, signal, crew, hear, ...shared }: Ties): Post {
  const { config, more } = options
  const { backlog, ledger } = shared
  const server = smtpServer(config.smtpUrl, options.patience)
  const sign = newSigner({ ...options, domain: domainOf(config) })
  const letGo = (mail: ReadyMail) => backlog.letGo(mail)
  const isCrowded = () => crew().atWork() > relay.pace().connections
  return {
    ...shared,
    letGo,
    hear,
    isCrowded,
    async compose(mail) {
      const message = await compose(mail, config)
      return { ...message, bytes: await sign(message.bytes) }
    },
    connect: () => openConnection(server),
    settle: (mail, outcome) => settle({ ...options, ledger, letGo }, mail, outcome),
    goesOn: () => !signal.aborted && !isCrowded() && backlog.hasNext(),
    areOthersIn: () => crew().areIn() > 0,
    turn: () => waitFor(relay.take(), signal),
    batch: () => relay.pace().batch,
    runsLow: (size) => void (size === most.bulk / 2 && more()),
  }
}

const waitFor = (milliseconds: number, signal: AbortSignal) =>
  milliseconds > 0 ? pause(milliseconds, undefined, { signal }).catch(() => undefined) : Promise.resolve()

/** What slow domains would keep waiting goes back to the queue until their turn comes, and makes room for others. */
async function putOff({ db, now, senderId, log }: SmtpOptions, backlog: Backlog): Promise<void> {
  const surplus = backlog.takeSurplus()
  if (surplus.length === 0) return
  const dueOf = (wait: number) => now().add({ milliseconds: Math.ceil(wait) })
  await savePutOff(
    db,
    senderId(),
    surplus.map(({ mail, wait }) => ({ id: mail.id, dueAt: dueOf(wait) })),
  ).catch((error: unknown) => log.error({ err: error }, 'mail of a slow domain could not be put off'))
  for (const { mail } of surplus) backlog.letGo(mail)
}
