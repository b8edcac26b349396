import { createServer, type AddressInfo, type Socket } from 'node:net'

export const phases = ['banner', 'EHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'end of data'] as const
export type Phase = (typeof phases)[number]

/** What it does in a phase: says a line, or several, as bytes; breaks off; or says it slowly, a byte at a time, for ever. */
export type Cruelty = { says: string } | 'breaks off' | 'trickles'

export type CruelOptions = {
  /** Asked in each phase of each conversation; null lets it go as it should. */
  cruelty: (phase: Phase, conversation: number) => Cruelty | null
  offers?: ('STARTTLS' | 'AUTH' | 'PIPELINING')[]
}

/** A mail server by hand, line by line, which can be wrong in ways that a proper library never is. */
export type CruelServer = { url: string; port: number; taken: string[]; conversations: () => number; close: () => Promise<void> }

export async function startCruelServer(options: CruelOptions): Promise<CruelServer> {
  const taken: string[] = []
  const sockets = new Set<Socket>()
  let conversations = 0
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => undefined))
    converse(socket, { ...options, conversation: conversations++, taken })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    taken,
    conversations: () => conversations,
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

type Conversation = CruelOptions & { conversation: number; taken: string[] }

const proper: Record<Phase, string> = {
  banner: '220 cruel.example ESMTP',
  EHLO: '250 cruel.example',
  STARTTLS: '220 Go ahead',
  AUTH: '235 Welcome',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 Go ahead',
  'end of data': '250 Taken',
}

function converse(socket: Socket, { cruelty, offers = [], conversation, taken }: Conversation) {
  let unread = ''
  let isLetter = false

  /** Gives whether it went as it should. */
  function answer(phase: Phase, line = proper[phase]): boolean {
    const cruel = cruelty(phase, conversation)
    if (cruel === 'breaks off') socket.destroy()
    else if (cruel === 'trickles') trickle(socket)
    else socket.write(`${cruel ? cruel.says : line}\r\n`, 'latin1')
    return cruel === null
  }
  function hear(line: string) {
    const phase = phaseOf[line.slice(0, 4).toUpperCase()]
    if (!phase) return socket.write(line === 'QUIT' ? '221 Bye\r\n' : '250 ok\r\n')
    const isAsItShould = answer(phase, phase === 'EHLO' ? greeting(offers) : undefined)
    isLetter = phase === 'DATA' && isAsItShould
    return isLetter
  }
  function read(part: string) {
    if (!isLetter) return hear(part)
    isLetter = false
    return answer('end of data') && taken.push(part)
  }
  socket.on('data', (chunk: Buffer) => {
    unread += chunk.toString('latin1')
    for (let end = endOf(unread, isLetter); end; end = endOf(unread, isLetter)) {
      const part = unread.slice(0, unread.indexOf(end))
      unread = unread.slice(part.length + end.length)
      read(part)
    }
  })
  answer('banner')
}

const phaseOf: Record<string, Phase> = {
  EHLO: 'EHLO',
  HELO: 'EHLO',
  STAR: 'STARTTLS',
  AUTH: 'AUTH',
  MAIL: 'MAIL',
  RCPT: 'RCPT',
  DATA: 'DATA',
}

const greeting = (offers: string[]) =>
  [...offers.map((offer) => `250-${offer === 'AUTH' ? 'AUTH PLAIN' : offer}`), proper.EHLO].join('\r\n')

/** By what the part that is being read ends, if its end has come. */
function endOf(text: string, isLetter: boolean): string | null {
  const end = isLetter ? '\r\n.\r\n' : '\r\n'
  return text.includes(end) ? end : null
}

/** One byte of a line that never ends, again and again: never silent, and never done. */
function trickle(socket: Socket) {
  const timer = setInterval(() => socket.write('2'), 20)
  socket.on('close', () => clearInterval(timer))
}
