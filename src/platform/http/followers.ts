import type { Keeper } from './keeper.ts'

/** What is followed: its name is the same for all who see the same, `load` gives it as it is now. */
export type Followed = { name: string; tables: string[]; load: () => Promise<string> }
/** Null when as many follow as may. */
export type Follow = (followed: Followed, network: string) => Response | null

type Most = { inAll: number; perNetwork: number }
/** A whole conference may sit behind one address; each line costs some ten kilobytes. */
const mostFollowers: Most = { inAll: 4000, perNetwork: 1000 }

type Line = ReadableStreamDefaultController<Uint8Array>
type Gathering = { lines: Set<Line>; tables: string[]; tell: () => void; last: Uint8Array | null }

const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
const words = new TextEncoder()
/** A line that says nothing keeps proxies from closing it. */
const breath = words.encode(':\n\n')
const betweenBreaths = 25_000
/** Whoever reads so slowly that this much waits for them is let go; their browser comes back by itself. */
const mostWaiting = 256 * 1024

/**
 * Pages that follow what happens (server-sent events). However many follow, this process reads and writes what they see once for
 * each change: it hears of changes where the keeper does, on the one connection that listens.
 */
export function newFollowers(keeper: Keeper, most: Most = mostFollowers): Follow {
  const crowd = newCrowd(most)
  const gatherings = new Map<string, Gathering>()
  let isOver = false
  keeper.watch({
    changed(table) {
      for (const [name, { lines, tables, tell }] of gatherings)
        if (lines.size === 0) gatherings.delete(name)
        else if (table === null || tables.includes(table)) tell()
    },
    ended() {
      isOver = true
      for (const { lines } of gatherings.values()) for (const line of lines) hangUp(line)
      gatherings.clear()
    },
  })
  const breathing = setInterval(() => {
    for (const { lines } of gatherings.values()) for (const line of lines) say(lines, line, breath)
  }, betweenBreaths)
  breathing.unref()

  return (followed, network) => {
    if (!crowd.hasRoom(network)) return null
    let mine: Line
    const stream = new ReadableStream<Uint8Array>(
      {
        start(line) {
          mine = line
          crowd.enter(line, network)
          if (isOver) hangUp(line)
          else join(gatherings, followed, line)
        },
        cancel: () => leave(gatherings, followed.name, mine),
      },
      { highWaterMark: mostWaiting, size: (bytes) => bytes.byteLength },
    )
    return new Response(stream, { headers })
  }
}

/** What is to be done once a line has ended, by us or by the browser. */
const gone = new WeakMap<Line, () => void>()

/** Counts who follows, in all and from one household or office. */
function newCrowd({ inAll, perNetwork }: Most) {
  const here = new Map<Line, string>()
  const counts = new Map<string, number>()
  const leave = (line: Line) => {
    const network = here.get(line)
    if (network === undefined) return
    here.delete(line)
    const left = (counts.get(network) ?? 1) - 1
    if (left > 0) counts.set(network, left)
    else counts.delete(network)
  }
  return {
    hasRoom: (network: string) => here.size < inAll && (counts.get(network) ?? 0) < perNetwork,
    enter(line: Line, network: string) {
      here.set(line, network)
      counts.set(network, (counts.get(network) ?? 0) + 1)
      gone.set(line, () => leave(line))
    },
  }
}

function join(gatherings: Map<string, Gathering>, followed: Followed, line: Line) {
  const gathering = gatherings.get(followed.name) ?? newGathering(followed)
  gatherings.set(followed.name, gathering)
  gathering.lines.add(line)
  if (gathering.last) say(gathering.lines, line, gathering.last)
  else gathering.tell()
}

function leave(gatherings: Map<string, Gathering>, name: string, line: Line) {
  gone.get(line)?.()
  const gathering = gatherings.get(name)
  gathering?.lines.delete(line)
  if (gathering?.lines.size === 0) gatherings.delete(name)
}

/** Those who follow the same. Changes that come while one is being read are told together, after it. */
function newGathering({ tables, load }: Followed): Gathering {
  const gathering: Gathering = { lines: new Set(), tables, last: null, tell: () => void tell() }
  let [isReading, again] = [false, false]

  async function tell() {
    if (isReading) {
      again = true
      return
    }
    isReading = true
    do {
      again = false
      await read()
    } while (again)
    isReading = false
  }
  /** What cannot be read now is asked for anew by the browsers, which come back. */
  async function read() {
    const html = await load().catch(() => null)
    if (html !== null) return tellAll(messageOf(html))
    gathering.last = null
    for (const line of gathering.lines) letGo(gathering.lines, line)
  }
  function tellAll(message: Uint8Array) {
    if (gathering.last && Buffer.compare(gathering.last, message) === 0) return
    gathering.last = message
    for (const line of gathering.lines) say(gathering.lines, line, message)
  }
  return gathering
}

const messageOf = (html: string) => words.encode(`retry: 3000\ndata: ${JSON.stringify(html)}\n\n`)

function say(lines: Set<Line>, line: Line, message: Uint8Array) {
  if ((line.desiredSize ?? 0) < message.byteLength) letGo(lines, line)
  else line.enqueue(message)
}

function letGo(lines: Set<Line>, line: Line) {
  lines.delete(line)
  hangUp(line)
}

function hangUp(line: Line) {
  gone.get(line)?.()
  try {
    line.close()
  } catch {
    // It has hung up by itself.
  }
}
