import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { mayTry, networkOf, type Log } from '#platform/http'
import type { Certificate } from './certificate.ts'
import { answers, type SmtpAnswer } from './receive.answers.ts'
import { findRoute, largest, takeMail, type Taking } from './take.ts'

export type Receiving = Taking & {
  log: Log
  certificate: Certificate
  /** How long one conversation may take in all, in milliseconds. */
  patience: number
}

const rate = { name: 'mail-in', tries: 600, window: Temporal.Duration.from({ minutes: 1 }) }
const rateInAll = { name: 'mail-in in all', tries: 3000, window: Temporal.Duration.from({ minutes: 1 }) }
const mostConnections = 50
const mostFromOne = 10
const mostRefused = 20

/** Speaks without sign-in: it takes mail for our own addresses and passes none on. */
export function newReceiver(receiving: Receiving): SMTPServer {
  const { config, certificate, log } = receiving
  /** Recipients that one conversation has asked for in vain. */
  const refused = new Map<string, number>()
  const server: SMTPServer = new SMTPServer({
    name: config.mailDomain,
    banner: 'Guildhall',
    size: largest,
    disabledCommands: ['AUTH'],
    ...certificate.current(),
    logger: false,
    maxClients: mostConnections,
    disableReverseLookup: true,
    socketTimeout: 60_000,
    closeTimeout: 5000,
    onConnect(session, done) {
      const next = certificate.ifChanged(log)
      if (next) server.updateSecureContext(next)
      limitTime(server, session, receiving.patience)
      done(connectionsFrom(server, session.remoteAddress) > mostFromOne ? answers.tooMany : null)
    },
    onMailFrom: (_, session, done) => void answer(receiving, done, () => findTooFast(receiving, session)),
    onRcptTo: (address, session, done) =>
      void answer(receiving, done, async () => {
        const refusal = await refusalOf(address, session, receiving)
        if (!refusal) return null
        refused.set(session.id, (refused.get(session.id) ?? 0) + 1)
        return (refused.get(session.id) ?? 0) > mostRefused ? answers.guessing : refusal
      }),
    onData: (stream, session, done) => void answer(receiving, done, () => receive(stream, session, receiving)),
    onClose: ({ id }) => void refused.delete(id),
  })
  return server
}

/** Who sends a byte a minute is not silent, and would hold a connection for ever. */
function limitTime(server: SMTPServer, { id }: SMTPServerSession, patience: number) {
  const connection = [...server.connections].find(({ session }) => session.id === id)
  if (!connection) return
  const timer = setTimeout(() => {
    connection.send(421, '4.4.2 This takes too long. Try again later.')
    connection.close()
  }, patience)
  connection.once('close', () => clearTimeout(timer))
  timer.unref()
}

const connectionsFrom = (server: SMTPServer, address: string) =>
  [...server.connections].filter(({ remoteAddress }) => networkOf(remoteAddress) === networkOf(address)).length

async function findTooFast({ db, now }: Receiving, { remoteAddress }: SMTPServerSession): Promise<SmtpAnswer | null> {
  const mayOne = await mayTry(db, rate, networkOf(remoteAddress), now())
  return mayOne && (await mayTry(db, rateInAll, 'all', now())) ? null : answers.tooFast
}

async function refusalOf({ address }: SMTPServerAddress, { envelope }: SMTPServerSession, receiving: Receiving) {
  if (envelope.rcptTo.length > 0) return answers.oneAtATime
  return (await findRoute(address, receiving)) ? null : answers.unknown
}

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

async function receive(stream: SMTPServerDataStream, { envelope }: SMTPServerSession, receiving: Receiving): Promise<SmtpAnswer | null> {
  const raw = await readWhole(stream)
  if (raw === null) return answers.tooLarge
  const to = envelope.rcptTo[0]?.address ?? ''
  const from = envelope.mailFrom ? envelope.mailFrom.address : ''
  return (await takeMail(receiving, { to, from, raw })) === 'taken' ? null : answers.unknown
}

/** Null for what is larger than we take; the rest of it is read and forgotten. */
export async function readWhole(stream: AsyncIterable<unknown>): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= largest) chunks.push(chunk)
    else chunks.length = 0
  }
  return length <= largest ? Buffer.concat(chunks) : null
}
