import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'

export type Letter = { from: string; to: string; raw: string; messageId: string }

type Refusing = { code: number; answer: string }

/** What a mail server does with a letter: takes it, answers otherwise, breaks off in the middle, or falls silent. */
export type Treatment = 'take' | 'break off' | 'fall silent' | Refusing

export type SinkOptions = {
  port?: number
  /** Takes letters only from who signs in with it. */
  password?: string
  /** Greets whoever comes while so many are in with a 421. */
  most?: number
  /** Says 421 instead of taking a further letter in one conversation. */
  endsAfter?: number
  /** Of the sender's address, the first word of a letter. */
  sender?: () => 'take' | Refusing
  /** Of the address, before the letter is sent. */
  recipient?: (to: string) => 'take' | Refusing
  /** Of the letter itself. */
  letter?: (letter: Letter) => Treatment | Promise<Treatment>
}

/** A mail server at the far end of a real SMTP conversation, which remembers what it took. */
export type Sink = { url: string; port: number; taken: Letter[]; turnedAway: () => number; close: () => Promise<void> }

export async function startSink(options: SinkOptions = {}): Promise<Sink> {
  const { port = 0, password, recipient = () => 'take' } = options
  const [taken, counts, turnedAway] = [[] as Letter[], new Map<string, number>(), newTally()]
  const server: SMTPServer = new SMTPServer({
    disabledCommands: password === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    allowInsecureAuth: true,
    onConnect: (_session, done) => done(server.connections.size > (options.most ?? Infinity) ? turnedAway.one() : null),
    onAuth: (auth, _session, done) => done(auth.password === password ? null : new Error('Wrong password'), { user: 'guildhall' }),
    logger: false,
    closeTimeout: 100,
    onMailFrom: (_address, session, done) => done(answerTo(ofSender(options, counts, session))),
    onRcptTo: ({ address }, _session, done) => done(answerTo(recipient(address))),
    onData(stream, session, done) {
      receive({ server, options, taken }, { stream, session, done }).catch(() => undefined)
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  const { port: open } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${open}`,
    port: open,
    taken,
    turnedAway: turnedAway.count,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

type Receiving = { server: SMTPServer; options: SinkOptions; taken: Letter[] }
type Given = { stream: SMTPServerDataStream; session: SMTPServerSession; done: (error?: Error | null) => void }

/** What comes to an end in the middle was never a letter. */
async function receive({ server, options: { letter = () => 'take' }, taken }: Receiving, { stream, session, done }: Given) {
  const read = await readLetter(stream, session)
  const treatment = await letter(read)
  if (treatment === 'take') taken.push(read)
  if (treatment === 'break off') breakOff(server, session)
  else if (treatment !== 'fall silent') done(answerTo(treatment))
}

function newTally() {
  let count = 0
  return {
    count: () => count,
    one() {
      count++
      return answerTo({ code: 421, answer: '4.7.0 Too many connections' })
    },
  }
}

/** Counts the letters of a conversation. */
function ofSender({ sender = () => 'take', endsAfter = Infinity }: SinkOptions, counts: Map<string, number>, { id }: SMTPServerSession) {
  const count = counts.get(id) ?? 0
  if (count >= endsAfter) return { code: 421, answer: '4.7.0 Enough for one conversation' }
  counts.set(id, count + 1)
  return sender()
}

async function readLetter(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<Letter> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  const raw = Buffer.concat(chunks).toString()
  const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
  return { from, to: envelope.rcptTo[0]?.address ?? '', raw, messageId: /^message-id: <(.+)>/im.exec(raw)?.[1] ?? '' }
}

const answerTo = (treatment: 'take' | Refusing) =>
  treatment === 'take' ? null : Object.assign(new Error(treatment.answer), { responseCode: treatment.code })

function breakOff(server: SMTPServer, { id }: SMTPServerSession) {
  for (const connection of server.connections) if (connection.session.id === id) connection['_socket'].destroy()
}
