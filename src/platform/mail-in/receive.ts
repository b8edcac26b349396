import type { ParsedMail } from 'mailparser'
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Config } from '#config'
import type { Db } from '#database'
import { mayTry, type Log } from '#platform/http'
import { answers, type SmtpAnswer } from './receive.answers.ts'

/** A mail that came in, for the room whose address it was sent to. */
export type ReceivedMail = {
  db: Db
  /** What stands in the address after the room's word: `bounces+token@…`. */
  token: string
  /** Who sent it, as the servers say it; empty for a bounce. */
  from: string
  mail: ParsedMail
  now: Temporal.Instant
}

/** Acts on a mail. `unknown`: there is nobody behind this token; the sender's server is told so. When it throws, the mail comes again later. */
export type MailRoute = (received: ReceivedMail) => Promise<'taken' | 'unknown'>

/** The words before `+` or `.` in our addresses, and who acts on them; site.ts lists them. */
export type MailRoutes = Record<string, MailRoute>

export type Receiving = {
  config: Pick<Config, 'mailDomain'>
  db: Db
  log: Log
  routes: MailRoutes
  now: () => Temporal.Instant
}

const largest = 1024 * 1024
const rate = { name: 'mail-in', tries: 600, window: Temporal.Duration.from({ minutes: 1 }) }
const mostConnections = 50
const mostFromOne = 10

/** Speaks without sign-in and without STARTTLS: who wants it encrypted puts a mail server with a certificate in front. */
export function newReceiver(receiving: Receiving): SMTPServer {
  const { config, db, now } = receiving
  const server: SMTPServer = new SMTPServer({
    name: config.mailDomain,
    banner: 'Guildhall',
    size: largest,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    maxClients: mostConnections,
    disableReverseLookup: true,
    socketTimeout: 60_000,
    closeTimeout: 5000,
    onConnect: ({ remoteAddress }, done) => done(connectionsFrom(server, remoteAddress) > mostFromOne ? answers.tooMany : null),
    onMailFrom: (_, { remoteAddress }, done) =>
      void answer(receiving, done, async () => ((await mayTry(db, rate, remoteAddress, now())) ? null : answers.tooFast)),
    onRcptTo: (address, { envelope }, done) =>
      done(envelope.rcptTo.length > 0 ? answers.oneAtATime : findRoute(address, receiving) ? null : answers.unknown),
    onData: (stream, session, done) => void answer(receiving, done, () => receive(stream, session, receiving)),
  })
  return server
}

const connectionsFrom = (server: SMTPServer, address: string) =>
  [...server.connections].filter(({ remoteAddress }) => remoteAddress === address).length

/** What breaks here is not the sender's fault: the mail is asked for again later. */
async function answer({ log }: Receiving, done: (refusal: SmtpAnswer | null) => void, find: () => Promise<SmtpAnswer | null>) {
  let refusal: SmtpAnswer | null = answers.later
  try {
    refusal = await find()
  } catch (error) {
    log.error({ err: error }, 'a mail that came in could not be taken; its sender tries again')
  }
  done(refusal)
}

function findRoute({ address }: SMTPServerAddress, { config, routes }: Receiving): { route: MailRoute; token: string } | null {
  const at = address.lastIndexOf('@')
  const [, name = '', token = ''] = /^([^+.]*)(?:[+.](.*))?$/s.exec(address.slice(0, at).toLowerCase()) ?? []
  const isOurs = address.slice(at + 1).toLowerCase() === config.mailDomain.toLowerCase()
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined
  return isOurs && route ? { route, token } : null
}

async function receive(stream: SMTPServerDataStream, { envelope }: SMTPServerSession, receiving: Receiving): Promise<SmtpAnswer | null> {
  const raw = await readWhole(stream)
  if (raw === null) return answers.tooLarge
  const to = envelope.rcptTo[0]
  const found = to ? findRoute(to, receiving) : null
  if (!found) return answers.unknown
  const from = envelope.mailFrom ? envelope.mailFrom.address : ''
  // Large, and not needed before the first mail comes.
  const { simpleParser } = await import('mailparser')
  const outcome = await found.route({ db: receiving.db, token: found.token, from, mail: await simpleParser(raw), now: receiving.now() })
  return outcome === 'taken' ? null : answers.unknown
}

/** Null for what is larger than we take; the rest of it is read and forgotten. */
async function readWhole(stream: SMTPServerDataStream): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= largest) chunks.push(chunk)
  }
  return length <= largest ? Buffer.concat(chunks) : null
}
