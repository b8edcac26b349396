import { transaction, type Db } from '#database'
import { freeSlug } from '#platform/text'
import { lockLists, saveClosed, saveList, saveNewLists, saveOrder, type ListWords } from './list.data.ts'
import { movedIn, type Direction } from './list.rules.ts'

/** Begins a list at the end of the others, at an address made of its English name. */
export function beginList(db: Db, networkId: string, words: ListWords, now: Temporal.Instant): Promise<string> {
  return transaction(db, async (tx) => {
    const there = await lockLists(tx, networkId)
    const slug = freeSlug(words.name.en, ['new', 'people', ...there.map((list) => list.slug)])
    const made = await saveNewLists(tx, [{ ...words, networkId, slug, position: there.length }], now)
    // The very first two may be begun in the same moment, when there is no row to hold.
    return made === 1 ? slug : beginList(tx, networkId, words, now)
  })
}

/** Gives a list other words, or opens it to all or to the invited alone. Its address stays. */
export const changeList = (db: Db, list: { id: string }, words: ListWords) => saveList(db, list.id, words)

/** Moves a list one place up or down among the others. */
export function moveList(db: Db, networkId: string, id: string, direction: Direction): Promise<void> {
  return transaction(db, async (tx) => {
    const ids = (await lockLists(tx, networkId)).map((list) => list.id)
    await saveOrder(tx, movedIn(ids, id, direction))
  })
}

/** Closes a list: nobody joins, nothing is sent. Who is on it stays, should it open again. */
export const closeList = (db: Db, list: { id: string }, now: Temporal.Instant) => saveClosed(db, list.id, now)

export const reopenList = (db: Db, list: { id: string }) => saveClosed(db, list.id, null)
