import type { Message, ReadyMail } from '#platform/mail'
import { outcomeOf, type Outcome } from './answers.rules.ts'
import type { Backlog } from './backlog.ts'
import type { Gate } from './gate.ts'
import type { Ledger } from './ledger.ts'
import type { Connection } from './smtp.ts'

/** What the connections of a sender share. */
export type Post = {
  backlog: Backlog
  gate: Gate
  ledger: Ledger
  compose: (mail: ReadyMail) => Promise<Message>
  connect: () => Promise<Connection>
  /** Keeps what came of it; resolves when the next mail may follow. */
  settle: (mail: ReadyMail, outcome: Outcome) => Promise<void>
  /** It is not ours to send any more. */
  letGo: (mail: ReadyMail) => void
  isStopped: () => boolean
  /** Told how many mails are left whenever one is taken. */
  runsLow: (left: number) => void
}

export type Lane = { work: () => Promise<void>; close: () => void }

const mostOnOneConnection = 100
const idle = 20_000

/** Sends one mail after the other over a connection of its own. The next is marked only when the answer to the last was seen. */
export function newLane(post: Post): Lane {
  let connection: Connection | null = null
  let leaving: NodeJS.Timeout | undefined

  function close() {
    clearTimeout(leaving)
    connection?.close()
    connection = null
  }
  async function connected(): Promise<Connection | null> {
    if (connection?.isOpen() && connection.answered() < mostOnOneConnection) return connection
    close()
    connection = await connectThroughGate(post)
    return connection
  }
  async function work() {
    clearTimeout(leaving)
    while (!post.isStopped() && post.backlog.size() > 0) {
      const line = await connected()
      const mail = line && post.backlog.next()
      post.runsLow(post.backlog.size())
      if (line && mail) await sendOne(post, line, mail)
      else if (line) post.gate.open()
    }
    leaving = setTimeout(close, idle)
    leaving.unref()
  }
  return { work, close }
}

async function connectThroughGate({ gate, connect }: Post): Promise<Connection | null> {
  if (!(await gate.pass())) return null
  try {
    return await connect()
  } catch (error) {
    gate.close(sentenceOf(error))
    return null
  }
}

async function sendOne({ compose, ledger, gate, settle, letGo }: Post, line: Connection, mail: ReadyMail) {
  const message = await compose(mail).catch(sentenceOf)
  if (typeof message === 'string') return settle(mail, { state: 'failed', answer: message, isAddressAtFault: false })
  if (!(await ledger.mark(mail.id))) return letGo(mail)
  const answer = await line.send(message)
  if (answer.kind !== 'lost') gate.open()
  else if (line.answered() === 0) gate.close(answer.answer)
  await settle(mail, outcomeOf(answer, mail.tries))
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
