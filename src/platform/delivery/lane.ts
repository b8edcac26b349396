import type { Message, ReadyMail } from '#platform/mail'
import { asksForLess, lessonOf, outcomeOf, type Answer, type Outcome } from './answers.rules.ts'
import type { Backlog } from './backlog.ts'
import { domainOfAddress, type Domains, type Turn } from './domains.ts'
import type { Gate } from './gate.ts'
import type { Ledger } from './ledger.ts'
import type { Heard } from './pace.rules.ts'
import { codeOf, type Connection } from './smtp.ts'

/** What the connections of a sender share. */
export type Post = {
  backlog: Backlog
  gate: Gate
  ledger: Ledger
  domains: Domains
  compose: (mail: ReadyMail) => Promise<Message>
  connect: () => Promise<Connection>
  /** Keeps what came of it; resolves when the next mail may follow. */
  settle: (mail: ReadyMail, outcome: Outcome) => Promise<void>
  /** It is not ours to send any more. */
  letGo: (mail: ReadyMail) => void
  /** There is a letter that may leave, and nothing speaks against one more connection at work. */
  goesOn: () => boolean
  /** More connections are at work than the server wants. */
  isCrowded: () => boolean
  /** Others have a conversation with the server just now. */
  areOthersIn: () => boolean
  /** Resolves when the next letter may leave. */
  turn: () => Promise<unknown>
  /** How many letters may go over one connection. */
  batch: () => number
  /** What the server's answers say of our pace. */
  hear: (heard: Heard) => void
  /** Told how many mails are left whenever one is taken. */
  runsLow: (left: number) => void
}

export type Lane = { work: () => Promise<void>; isIn: () => boolean; close: () => void }

const idle = 20_000

/** Sends one mail after the other over a connection of its own. The next is marked only when the answer to the last was seen. */
export function newLane(post: Post): Lane {
  let connection: Connection | null = null
  let leaving: NodeJS.Timeout | undefined

  const isIn = () => connection?.isOpen() ?? false
  function close() {
    clearTimeout(leaving)
    connection?.close()
    connection = null
  }
  async function connected(): Promise<Connection | 'no' | null> {
    if (connection?.isOpen() && connection.answered() < post.batch()) return connection
    close()
    const tried = await connectThroughGate(post)
    connection = tried === 'no' ? null : tried
    return tried
  }
  async function work() {
    clearTimeout(leaving)
    while (post.goesOn()) {
      await post.turn()
      const line = await connected()
      if (line === 'no') return
      if (line) await sendNext(post, line)
    }
    if (post.isCrowded()) return close()
    leaving = setTimeout(close, idle)
    leaving.unref()
  }
  return { work, isIn, close }
}

/** Null while the gate is closed; `no` when the server has enough of us and others are in: then this one leaves it be. */
async function connectThroughGate({ gate, connect, hear, areOthersIn }: Post): Promise<Connection | 'no' | null> {
  if (!(await gate.pass())) return null
  try {
    return await connect()
  } catch (error) {
    const isLess = asksForLess(codeOf(error), sentenceOf(error))
    if (isLess) hear('less')
    if (isLess && areOthersIn()) return 'no'
    gate.close(sentenceOf(error))
    return null
  }
}

async function sendNext(post: Post, line: Connection) {
  const mail = post.backlog.next()
  post.runsLow(post.backlog.size())
  if (mail) await sendOne(post, line, mail)
  else post.gate.open()
}

async function sendOne(post: Post, line: Connection, mail: ReadyMail) {
  const domain = domainOfAddress(mail.toAddress)
  const turn = post.domains.begin(domain)
  const answer = await given(post, line, mail, turn)
  turn.ends(typeof answer === 'object' ? learn(post, { answer, line, domain }) : null)
  if (answer === 'not ours') return post.letGo(mail)
  if (typeof answer === 'string') return post.settle(mail, { state: 'failed', answer, isAddressAtFault: false })
  await post.settle(mail, outcomeOf(answer, mail.tries))
}

/**
 * Composes the letter, and marks it while the server is told for whom it is: the letter itself follows when the mark is durable. A sentence
 * when it cannot be composed.
 */
async function given({ compose, ledger }: Post, line: Connection, mail: ReadyMail, turn: Turn): Promise<Answer | string> {
  const message = await compose(mail).catch(sentenceOf)
  if (typeof message === 'string') return message
  const isOurs = ledger.mark(mail.id)
  turn.leaves()
  const answer = await line.send(message, isOurs)
  return (await isOurs) ? answer : 'not ours'
}

/** What an answer says of the server goes to the gate and the pace; what it says of the domain is given. */
function learn({ gate, hear }: Post, { answer, line, domain }: { answer: Answer; line: Connection; domain: string }): Heard | null {
  const lesson = lessonOf(answer, { domain, letters: line.answered() })
  if (answer.kind !== 'lost') gate.open()
  else if (line.answered() === 0) gate.close(answer.answer)
  if (lesson.server) hear(lesson.server)
  return lesson.domain
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
