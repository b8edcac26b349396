import { fullPace, paceAfter, type Bounds, type Heard, type Pace } from './pace.rules.ts'

/** A pace that is learned from answers, and whose turn it is by it. */
export type Throttle = {
  pace: () => Pace
  /** True when it goes faster from now on. */
  hear: (heard: Heard) => boolean
  /** Milliseconds until the next letter may leave. */
  readyIn: () => number
  /** A letter leaves now, or as soon as it may; gives the milliseconds until then. */
  take: () => number
}

export function newThrottle(bounds: Bounds, clock: () => number = () => performance.now()): Throttle {
  let pace = fullPace(bounds)
  let next = 0
  const readyIn = () => Math.max(0, next - clock())
  return {
    pace: () => pace,
    hear(heard) {
      const before = pace
      pace = paceAfter(pace, heard, bounds, clock())
      return pace.connections > before.connections || pace.gap < before.gap
    },
    readyIn,
    take() {
      const wait = readyIn()
      next = clock() + wait + pace.gap
      return wait
    },
  }
}
