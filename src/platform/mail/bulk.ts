import { afterCommit, transaction, type Db, type Tx } from '#database'
import {
  countByState,
  findBulk,
  listContents,
  saveCancelled,
  saveContent,
  saveMailsTo,
  savePaused,
  saveWaitingAs,
  saveWaitingAsStopped,
  tellMailWaits,
  type DueBy,
  type NewContent,
  type Readers,
} from './bulk.data.ts'
import { checkHeaders } from './headers.rules.ts'
import { mailStates, type MailState } from './mail.tables.ts'
import { saveFailedAsWaiting } from './queue.data.ts'
import { wakeSender } from './wake.ts'

/**
 * Queues one content to all the readers that a query gives, in one statement: a hundred thousand take seconds. It
 * leaves once the transaction is kept, or at each reader's own moment.
 */
export async function queueBulk(
  tx: Tx,
  { due, ...content }: NewContent & { due?: DueBy | undefined },
  readers: Readers,
  now: Temporal.Instant,
): Promise<{ contentId: string; count: number }> {
  checkHeaders(content.headers)
  const contentId = await saveContent(tx, content, now)
  const count = await saveMailsTo(tx, { contentId, readers, due: due ?? { zones: [], otherwise: now } }, now)
  await wakeSenders(tx)
  return { contentId, count }
}

/** Queues a content that is there already to readers who do not have it yet. */
export async function queueFurther(tx: Tx, contentId: string, readers: Readers, now: Temporal.Instant): Promise<number> {
  const count = await saveMailsTo(tx, { contentId, readers, due: { zones: [], otherwise: now } }, now)
  await wakeSenders(tx)
  return count
}

/** Nothing more of it is handed to a server until it is resumed; at most one message for each connection is on its way. */
export const pauseBulk = (db: Db, contentIds: string[], now: Temporal.Instant) => savePaused(db, contentIds, now)

export async function resumeBulk(tx: Tx, contentIds: string[]): Promise<void> {
  await savePaused(tx, contentIds, null)
  await wakeSenders(tx)
}

/** Stops for good what has not been sent. Gives how many readers will not get it. */
export const cancelBulk = (db: Db, contentIds: string[], now: Temporal.Instant): Promise<number> =>
  transaction(db, async (tx) => {
    await saveCancelled(tx, contentIds, now)
    return saveWaitingAsStopped(tx, { contentIds })
  })

/** For whoever unsubscribes: of these editions, or of all, nothing more leaves to them. */
export const stopMailsTo = (tx: Tx, personId: string, contentIds?: string[]): Promise<number> =>
  saveWaitingAsStopped(tx, { personId, contentIds })

/** Tries anew whatever failed. */
export async function sendFailedAgain(tx: Tx, contentIds: string[], now: Temporal.Instant): Promise<void> {
  await saveFailedAsWaiting(tx, { contentIds }, now)
  await wakeSenders(tx)
}

export type Mending = { from: string; words: Pick<NewContent, 'subject' | 'html' | 'text' | 'onceKey'> }

/** Whoever waits for a content that is paused gets these words instead. Gives the new content. */
export async function mendBulk(tx: Tx, { from, words }: Mending, now: Temporal.Instant): Promise<string> {
  const { networkId, kind, language, headers } = await findBulk(tx, from)
  const to = await saveContent(tx, { networkId, kind, language, headers, ...words }, now)
  await saveWaitingAs(tx, { from, to })
  await wakeSenders(tx)
  return to
}

/** What was being handed over while a content was mended, and came back, gets the new words too. */
export const mendStragglers = (tx: Tx, which: { from: string; to: string }): Promise<number> => saveWaitingAs(tx, which)

export type BulkProgress = Record<MailState, number> & { total: number; isPaused: boolean; isCancelled: boolean; isDone: boolean }

/** How far an edition has come, in all its languages together. `current` are those that go out still: what was mended stays paused. */
export async function bulkProgress(db: Db, contentIds: string[], current = contentIds): Promise<BulkProgress> {
  const [counts, contents] = [await countByState(db, contentIds), await listContents(db, current)]
  const count = Object.fromEntries(mailStates.map((state) => [state, counts.find((row) => row.state === state)?.count ?? 0])) as Record<
    MailState,
    number
  >
  return {
    ...count,
    total: Object.values(count).reduce((sum, one) => sum + one, 0),
    isPaused: contents.some(({ pausedAt }) => pausedAt !== null),
    isCancelled: contents.some(({ cancelledAt }) => cancelledAt !== null),
    isDone: count.waiting === 0,
  }
}

/** Once this is kept: the sender of this process, and those of others. */
async function wakeSenders(tx: Tx) {
  await tellMailWaits(tx)
  afterCommit(tx, wakeSender)
}
