import { connect as connectPlain, isIP, type Socket } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'

/** How the mail server keeps a conversation private. */
export type TlsSeen = { protocol: string; isTrusted: boolean; complaint: string; validTo: string }

/** none: it offers no privacy. Null: it did not answer. */
export type ReadTls = (server: { host: string; port: number; isTls: boolean }) => Promise<TlsSeen | 'none' | null>

const patience = 8000

/** Greets the mail server and asks for privacy as a sender does (RFC 3207); nothing is sent. */
export const readTls: ReadTls = async ({ host, port, isTls }) => {
  const ending = AbortSignal.timeout(patience)
  const opened: Socket[] = []
  try {
    if (isTls) return await seen(keep(connectTls({ host, port, ...naming(host), rejectUnauthorized: false })), ending)
    const socket = keep(connectPlain({ host, port }))
    if (!(await offersPrivacy(socket, ending))) return 'none'
    return await seen(keep(connectTls({ socket, ...naming(host), rejectUnauthorized: false })), ending)
  } catch {
    return null
  } finally {
    for (const socket of opened) socket.destroy()
  }

  function keep<S extends Socket>(socket: S): S {
    opened.push(socket)
    // Errors come back through the waits; an event without a listener would end the process.
    socket.on('error', () => undefined)
    return socket
  }
}

const naming = (host: string) => (isIP(host) ? {} : { servername: host })

async function offersPrivacy(socket: Socket, ending: AbortSignal): Promise<boolean> {
  const answers = readAnswers(socket, ending)
  await answers()
  socket.write('EHLO guildhall.invalid\r\n')
  if (!/^250[ -]STARTTLS\s*$/im.test(await answers())) return false
  socket.write('STARTTLS\r\n')
  const answer = await answers()
  socket.removeAllListeners('data')
  return answer.startsWith('220')
}

const longestAnswer = 64_000

/** Whole answers, one after the other: the last line of each has a space behind its number. */
function readAnswers(socket: Socket, ending: AbortSignal): () => Promise<string> {
  let buffer = ''
  let look: () => void = () => undefined
  socket.on('data', (chunk: Buffer) => {
    buffer = (buffer + chunk.toString('latin1')).slice(0, longestAnswer)
    look()
  })
  return () =>
    until(socket, ending, (done) => {
      look = () => {
        const whole = /^(?:\d{3}-[^\n]*\n)*\d{3}(?: [^\n]*)?\n/.exec(buffer)?.[0]
        if (whole === undefined) return
        buffer = buffer.slice(whole.length)
        done(whole)
      }
      look()
    })
}

async function seen(socket: TLSSocket, ending: AbortSignal): Promise<TlsSeen> {
  await until<void>(socket, ending, (done) => socket.once('secureConnect', () => done()))
  const certificate = socket.getPeerCertificate()
  return {
    protocol: socket.getProtocol() ?? '',
    isTrusted: socket.authorized,
    complaint: socket.authorizationError instanceof Error ? socket.authorizationError.message : String(socket.authorizationError ?? ''),
    validTo: certificate.valid_to ?? '',
  }
}

const until = <T>(socket: Socket, ending: AbortSignal, begin: (done: (value: T) => void) => void) =>
  new Promise<T>((resolve, reject) => {
    const fail = () => reject(new Error('The mail server fell silent.'))
    ending.addEventListener('abort', fail, { once: true })
    socket.once('error', fail)
    socket.once('close', fail)
    begin(resolve)
  })
