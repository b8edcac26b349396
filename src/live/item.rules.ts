import type { ItemState, Sharing } from './live.tables.ts'

export type Standing = { id: string; state: ItemState; sharing: Sharing; place: number; begunAt: Temporal.Instant | null }
export const moves = ['now', 'done', 'back', 'up', 'show', 'hide'] as const
export type Move = (typeof moves)[number]
export type Change = {
  id: string
  state?: ItemState
  place?: number
  shownAt?: Temporal.Instant | null
  begunAt?: Temporal.Instant | null
  endedAt?: Temporal.Instant | null
}
export type Outcome = { changes: Change[] } | { refused: 'gone' | 'private' }

/** What a host's move changes, in this order; one question at a time is talked about. */
export function move(items: Standing[], id: string, how: Move, now: Temporal.Instant): Outcome {
  const item = items.find((one) => one.id === id)
  if (!item) return { refused: 'gone' }
  if (how === 'show' && item.sharing === 'not-at-all') return { refused: 'private' }
  if (how === 'now') return { changes: takeUp(items, item, now) }
  if (how === 'up') return { changes: raise(items, item) }
  const change: Omit<Change, 'id'> = {
    done: { state: 'done', endedAt: now } as const,
    back: { state: 'waiting', endedAt: null } as const,
    show: { shownAt: now },
    hide: { shownAt: null },
  }[how]
  return { changes: [{ id, ...change }] }
}

/** The first that waits is taken up; without one, what is talked about is done. */
export function turn(items: Standing[], now: Temporal.Instant): Change[] {
  const next = items.find(({ state }) => state === 'waiting')
  return next ? takeUp(items, next, now) : finish(items, now)
}

function takeUp(items: Standing[], item: Standing, now: Temporal.Instant): Change[] {
  if (item.state === 'now') return []
  return [...finish(items, now), { id: item.id, state: 'now', begunAt: now, endedAt: null }]
}

const finish = (items: Standing[], now: Temporal.Instant): Change[] =>
  items.filter(({ state }) => state === 'now').map(({ id }) => ({ id, state: 'done', endedAt: now }))

/** All that wait are numbered anew, so that equal places do not hold it back. */
function raise(items: Standing[], item: Standing): Change[] {
  const waiting = items.filter(({ state }) => state === 'waiting')
  const at = waiting.indexOf(item)
  if (at < 1) return []
  const order = waiting.toSpliced(at, 1).toSpliced(at - 1, 0, item)
  return order.map(({ id }, place) => ({ id, place: place + 1 }))
}
