import type { Log } from '#platform/http'
import { newLane, type Lane, type Post } from './lane.ts'

/** The connections of a sender. */
export type Crew = {
  /** Puts up to so many idle ones to work. */
  call: (count: number) => void
  /** Resolves when none is at work. */
  rested: () => Promise<unknown>
  dismiss: () => void
}

export function newCrew(post: Post, { connections, log, onIdle }: { connections: number; log: Log; onIdle: () => void }): Crew {
  const idle = Array.from({ length: connections }, () => newLane(post))
  const working = new Set<Promise<void>>()

  async function work(lane: Lane) {
    await lane.work().catch((error: unknown) => log.error({ err: error }, 'a connection broke off'))
    idle.push(lane)
    onIdle()
  }
  return {
    call(count) {
      for (const lane of idle.splice(0, count)) {
        const task = work(lane).finally(() => working.delete(task))
        working.add(task)
      }
    },
    rested: () => Promise.all(working),
    dismiss() {
      for (const lane of idle) lane.close()
    },
  }
}
