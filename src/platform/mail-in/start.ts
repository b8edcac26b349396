import type { AddressInfo } from 'node:net'
import type { Config } from '#config'
import type { Db } from '#database'
import type { Log } from '#platform/http'
import { StartupProblem } from '#problem'
import { newCertificate } from './certificate.ts'
import { newReceiver } from './receive.ts'
import type { MailRoutes, Taking } from './take.ts'

export type MailInParts = {
  config: Pick<Config, 'host' | 'mailInPort' | 'mailDomain' | 'mailInTlsKey' | 'mailInTlsCert'>
  db: Db
  log: Log
  routes: MailRoutes
  findOther?: Taking['findOther']
  /** How long one conversation may take in all. */
  patience?: Temporal.Duration
  now?: () => Temporal.Instant
}

export type MailIn = {
  /** Null when no port is set: then nothing listens. */
  port: number | null
  stop: () => Promise<void>
}

const fiveMinutes = Temporal.Duration.from({ minutes: 5 })

/** Listens for mail at MAIL_IN_PORT, if that is set, and takes it for known addresses at MAIL_DOMAIN. */
export async function startMailIn({ config, now = Temporal.Now.instant, patience = fiveMinutes, ...parts }: MailInParts): Promise<MailIn> {
  const { mailInPort, host } = config
  if (mailInPort === null) return { port: null, stop: () => Promise.resolve() }
  const receiver = newReceiver({
    ...parts,
    config,
    now,
    certificate: newCertificate(config),
    patience: patience.total('milliseconds'),
  })
  await new Promise<void>((resolve, reject) => {
    receiver.once('error', (error: NodeJS.ErrnoException) => reject(problemOf(error, mailInPort)))
    receiver.listen(mailInPort, host, () => resolve())
  })
  receiver.on('error', (error) => parts.log.debug({ err: error }, 'a conversation with a mail server broke off'))
  const { port } = receiver.server.address() as AddressInfo
  return { port, stop: () => new Promise((resolve) => receiver.close(resolve)) }
}

function problemOf(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new StartupProblem(`Port ${port} for mail is taken by another program. Stop it, or choose another port with MAIL_IN_PORT.`)
  if (error.code === 'EACCES')
    return new StartupProblem(
      `Port ${port} for mail may not be opened by this user. Set MAIL_IN_PORT above 1023, and let a mail server pass mail on to it.`,
    )
  return error
}
