import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'

export type Letter = { from: string; to: string; raw: string; messageId: string }

/** What a mail server does with a letter: takes it, answers otherwise, breaks off in the middle, or falls silent. */
export type Treatment = 'take' | 'break off' | 'fall silent' | { code: number; answer: string }

export type SinkOptions = {
  port?: number
  /** Takes letters only from who signs in with it. */
  password?: string
  /** Of the address, before the letter is sent. */
  recipient?: (to: string) => 'take' | { code: number; answer: string }
  /** Of the letter itself. */
  letter?: (letter: Letter) => Treatment | Promise<Treatment>
}

/** A mail server at the far end of a real SMTP conversation, which remembers what it took. */
export type Sink = { url: string; port: number; taken: Letter[]; connections: () => number; close: () => Promise<void> }

export async function startSink({ port = 0, password, recipient = () => 'take', letter = () => 'take' }: SinkOptions = {}): Promise<Sink> {
  const taken: Letter[] = []
  const server = new SMTPServer({
    disabledCommands: password === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) => done(auth.password === password ? null : new Error('Wrong password'), { user: 'guildhall' }),
    logger: false,
    closeTimeout: 100,
    onRcptTo(address, _session, done) {
      const treatment = recipient(address.address)
      done(treatment === 'take' ? null : answerOf(treatment))
    },
    onData(stream, session, done) {
      receive(stream, session, done).catch(() => undefined)
    },
  })
  /** What comes to an end in the middle was never a letter. */
  async function receive(stream: SMTPServerDataStream, session: SMTPServerSession, done: (error?: Error | null) => void) {
    const read = await readLetter(stream, session)
    const treatment = await letter(read)
    if (treatment === 'take') taken.push(read)
    if (treatment === 'break off') breakOff(server, session)
    else if (treatment !== 'fall silent') done(treatment === 'take' ? null : answerOf(treatment))
  }
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  const { port: open } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${open}`,
    port: open,
    taken,
    connections: () => server.connections.size,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

async function readLetter(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<Letter> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  const raw = Buffer.concat(chunks).toString()
  const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
  return { from, to: envelope.rcptTo[0]?.address ?? '', raw, messageId: /^message-id: <(.+)>/im.exec(raw)?.[1] ?? '' }
}

const answerOf = ({ code, answer }: { code: number; answer: string }) => Object.assign(new Error(answer), { responseCode: code })

function breakOff(server: SMTPServer, { id }: SMTPServerSession) {
  for (const connection of server.connections) if (connection.session.id === id) connection['_socket'].destroy()
}
