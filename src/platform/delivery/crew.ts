import type { Log } from '#platform/http'
import { newLane, type Lane, type Post } from './lane.ts'

/** The connections of a sender. */
export type Crew = {
  /** Puts up to so many idle ones to work, as far as the server wants more of us. */
  call: (count: number) => void
  atWork: () => number
  /** How many are in a conversation with the server. */
  areIn: () => number
  /** Resolves when none is at work. */
  rested: () => Promise<unknown>
  dismiss: () => void
}

export type CrewParts = { connections: number; wanted: () => number; log: Log; onIdle: () => void }

export function newCrew(post: Post, { connections, wanted, log, onIdle }: CrewParts): Crew {
  const lanes = Array.from({ length: connections }, () => newLane(post))
  const idle = [...lanes]
  const working = new Set<Promise<void>>()

  async function work(lane: Lane) {
    await lane.work().catch((error: unknown) => log.error({ err: error }, 'a connection broke off'))
    idle.push(lane)
  }
  return {
    call(count) {
      for (const lane of idle.splice(0, Math.max(0, Math.min(count, wanted() - working.size)))) {
        const task = work(lane).finally(() => {
          working.delete(task)
          onIdle()
        })
        working.add(task)
      }
    },
    atWork: () => working.size,
    areIn: () => lanes.filter((lane) => lane.isIn()).length,
    rested: () => Promise.all(working),
    dismiss() {
      for (const lane of idle) lane.close()
    },
  }
}
