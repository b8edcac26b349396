import { newId, transaction, type Db } from '#database'
import { addChallenges, addItem, changeItem, lockItems, type Item } from './item.data.ts'
import { move, turn, type Move } from './item.rules.ts'
import type { Sharing } from './live.tables.ts'

type Call = { id: string; networkId: string }
type Asked = { question: string; sharing: Sharing; personId: string | null }

/** Somebody asks from the call: hosts see it, and show it to all when its time has come. */
export const askLive = (db: Db, call: Call, asked: Asked, now: Temporal.Instant) =>
  transaction(db, (tx) => addItem(tx, { ...rowOf(call, asked, now), shownAt: null }))

/** A host writes down what is to be talked about: shown at once, unless it stays among hosts. */
export const noteItem = (db: Db, call: Call, asked: Asked, now: Temporal.Instant) =>
  transaction(db, (tx) => addItem(tx, { ...rowOf(call, asked, now), shownAt: asked.sharing === 'not-at-all' ? null : now }))

const rowOf = ({ id: eventId, networkId }: Call, asked: Asked, now: Temporal.Instant) => ({
  id: newId(),
  networkId,
  eventId,
  ...asked,
  askedAt: now,
  begunAt: null,
  endedAt: null,
  questionId: null,
})

/** The challenges that wait for this call, or for the next, join its queue in their order; each once, however often it is asked. */
export const bringChallenges = (db: Db, call: Call, now: Temporal.Instant) =>
  transaction(db, async (tx) => {
    await lockItems(tx, call.id)
    await addChallenges(tx, call, now)
  })

/** A host moves one question. */
export const moveItem = (db: Db, call: Call, { id, how }: { id: string; how: Move }, now: Temporal.Instant) =>
  transaction(db, async (tx) => {
    const outcome = move(inOrder(await lockItems(tx, call.id)), id, how, now)
    if ('changes' in outcome) for (const { id: which, ...change } of outcome.changes) await changeItem(tx, which, change)
    return outcome
  })

/** The next question, please. */
export const takeTurn = (db: Db, call: Call, now: Temporal.Instant) =>
  transaction(db, async (tx) => {
    for (const { id, ...change } of turn(inOrder(await lockItems(tx, call.id)), now)) await changeItem(tx, id, change)
  })

const inOrder = (items: Item[]) => items.toSorted((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1))
