import type { Log } from '#platform/http'

export type Gate = {
  /** Resolves when it is worth connecting: at once, or after a wait while the server cannot be reached. False when stopped. Who passes says how it went. */
  pass: () => Promise<boolean>
  /** The server answers. */
  open: () => void
  /** The server cannot be reached, or does not let us in; the next try comes after a growing wait. */
  close: (why: string) => void
  trouble: () => string | null
  stop: () => void
}

const longest = 60_000

/** Keeps all connections from knocking at a server that is away: after a wait one may try, and the others follow when it is let in. */
export function newGate(log: Log, first = 1000): Gate {
  const line = newLine()
  let state: 'open' | 'resting' | 'free to try' | 'trying' | 'stopped' = 'open'
  let trouble: string | null = null
  let failures = 0
  let timer: NodeJS.Timeout | undefined

  function become(next: 'open' | 'stopped') {
    clearTimeout(timer)
    state = next
    trouble = null
    failures = 0
    line.release(next === 'open')
  }
  function letOneTry() {
    state = line.length() > 0 ? 'trying' : 'free to try'
    line.release(true, 1)
  }
  return {
    pass() {
      if (state === 'open' || state === 'stopped') return Promise.resolve(state === 'open')
      if (state !== 'free to try') return line.join()
      state = 'trying'
      return Promise.resolve(true)
    },
    open() {
      if (state === 'open' || state === 'stopped') return
      log.info('the mail server answers again')
      become('open')
    },
    close(why) {
      if (state === 'resting' || state === 'stopped') return
      if (trouble === null) log.warn({ answer: why }, 'mail cannot be sent just now; it waits')
      state = 'resting'
      trouble = why
      timer = setTimeout(letOneTry, Math.min(first * 2 ** failures++, longest))
    },
    trouble: () => trouble,
    stop: () => become('stopped'),
  }
}

/** Those who wait at the gate. */
function newLine() {
  const waiting: ((goOn: boolean) => void)[] = []
  return {
    length: () => waiting.length,
    join: () => new Promise<boolean>((resolve) => waiting.push(resolve)),
    release(goOn: boolean, count = waiting.length) {
      for (const go of waiting.splice(0, count)) go(goOn)
    },
  }
}
