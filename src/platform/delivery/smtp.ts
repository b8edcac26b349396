import { Readable } from 'node:stream'
import SMTPConnection, { type SMTPConnectionOptions, type SMTPConnectionAuth } from 'nodemailer/lib/smtp-connection'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import type { Message } from '#platform/mail'
import type { Answer } from './answers.rules.ts'

/** One conversation with the mail server; a message at a time. */
export type Connection = {
  isOpen: () => boolean
  /** How many messages it has taken an answer for. */
  answered: () => number
  /** The server hears for whom it is at once, and gets the letter itself when it may leave; when it may not, the conversation ends there. */
  send: (message: Message, mayLeave: Promise<boolean>) => Promise<Answer>
  close: () => void
}

export type SmtpServer = { options: SMTPConnectionOptions; auth: SMTPConnectionAuth | null; patience: number }

/** Reads `SMTP_URL`. Patience, in milliseconds, is how long the server may be silent. */
export function smtpServer(url: string, patience: number): SmtpServer {
  const { auth, ...options } = parseConnectionUrl(url)
  const timeouts = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience, dnsTimeout: patience }
  return { options: { ...options, ...timeouts }, auth: auth?.user ? auth : null, patience }
}

/** The code in what a server answered when it did not let us in. */
export const codeOf = (error: unknown): number | null => (error as SmtpError | undefined)?.responseCode ?? null

/** Connects and signs in. Throws what the server or the network answered. */
export async function openConnection(server: SmtpServer): Promise<Connection> {
  const connection = new SMTPConnection(server.options)
  // Errors come back through the calls; an event without a listener would end the process.
  connection.on('error', () => undefined)
  try {
    await connected(connection, server.auth)
  } catch (error) {
    connection.close()
    throw error
  }
  return conversation(connection, server.patience)
}

function connected(connection: SMTPConnection, auth: SMTPConnectionAuth | null) {
  return new Promise<void>((resolve, reject) => {
    const finish = (error?: Error | null) => (error ? reject(error) : resolve())
    connection.once('error', reject)
    connection.once('end', () => reject(new Error('The mail server closed the connection.')))
    connection.connect((error) => (!error && auth ? connection.login({ ...auth }, finish) : finish(error)))
  })
}

function conversation(connection: SMTPConnection, patience: number): Connection {
  let answered = 0
  return {
    isOpen: () => !connection.destroyed,
    answered: () => answered,
    close: () => (connection.destroyed ? undefined : connection.quit()),
    async send({ from, to, bytes }, mayLeave) {
      const source = new MessageSource(bytes, mayLeave)
      const answer = await withDeadline(connection, patience * 5, source, () => given(connection, { from, to, size: bytes.length }, source))
      if (answer.kind !== 'lost') answered++
      else connection.close()
      if (answer.kind === 'refused' && !connection.destroyed) await reset(connection)
      return answer
    },
  }
}

/** The bytes of a message, from when it may leave on, and whether they went. */
class MessageSource extends Readable {
  left = false
  private readonly bytes: Buffer
  private readonly mayLeave: Promise<boolean>
  constructor(bytes: Buffer, mayLeave: Promise<boolean>) {
    super()
    this.bytes = bytes
    this.mayLeave = mayLeave
  }
  override _read() {
    void this.mayLeave.then((may) => (may ? this.leave() : this.destroy(new Error('The letter may not leave any more.'))))
  }
  private leave() {
    if (this.left || this.destroyed) return
    this.left = true
    this.push(this.bytes)
    this.push(null)
  }
}

type SmtpError = Error & { code?: string; responseCode?: number | undefined; response?: string | undefined; command?: string | undefined }

const given = (connection: SMTPConnection, envelope: { from: string; to: string; size: number }, source: MessageSource) =>
  new Promise<Answer>((resolve) =>
    connection.send(envelope, source, (error, info) =>
      resolve(error ? answerFrom(error, source) : { kind: 'accepted', answer: info?.response ?? '' }),
    ),
  )

function answerFrom(error: SmtpError, source: MessageSource): Answer {
  const { responseCode, response, command } = error
  const answer = response ?? error.message
  const refusal = refusalIn(error)
  if (refusal !== null) return { kind: 'refused', code: refusal, answer, isRecipient: command === 'RCPT TO' }
  return { kind: 'lost', code: responseCode ?? null, answer, isInDoubt: source.left && !isRefusal(responseCode) }
}

/** The code by which the message was refused; null when the answer is none, or speaks of something else. */
function refusalIn({ code, responseCode, response }: SmtpError): number | null {
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return null
  // What nodemailer refuses by itself, such as an address that is none, has no answer of a server.
  if (response === undefined) return 554
  return responseCode !== undefined && isAboutMessage(responseCode) ? responseCode : null
}

const isRefusal = (code: number | undefined) => code !== undefined && code >= 400 && code < 600

/** 421 says that the server is leaving, 503 that we lost each other, 530 to 538 that it wants us to sign in: none speaks of the message. */
const isAboutMessage = (code: number) => isRefusal(code) && ![421, 503, 530, 534, 535, 538].includes(code)

const reset = (connection: SMTPConnection) =>
  new Promise<void>((resolve) => {
    const finish = (error?: Error | null) => {
      connection.off('end', finish)
      if (error) connection.close()
      resolve()
    }
    connection.once('end', finish)
    connection.reset(finish)
  })

/** A server that trickles its answers is never silent, and still must come to an end. */
async function withDeadline(
  connection: SMTPConnection,
  longest: number,
  source: MessageSource,
  send: () => Promise<Answer>,
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => {
      resolve({ kind: 'lost', code: null, answer: 'The mail server did not come to an end.', isInDoubt: source.left })
      connection.close()
    }, longest)
  })
  return Promise.race([send(), tooLong]).finally(() => clearTimeout(timer))
}
