import { transaction, type Db, type Tx } from '#database'
import { addJob } from '#platform/jobs'
import { bulkProgress, cancelBulk, mendStragglers, pauseBulk, resumeBulk, sendFailedAgain, type BulkProgress } from '#platform/mail'
import { listContentIds, listContents, listCurrentContentIds, lockEdition, updateEdition, type Edition } from '#editions'
import { findTrial, isOpen } from '#trials'
import { saveStopEnded } from './stop.data.ts'

type Which = { networkId: string; slug: string } | { id: string }

/** How far the sending has come; null before it began. */
export async function editionProgress(db: Db, edition: Pick<Edition, 'id'>): Promise<BulkProgress | null> {
  const contentIds = await listContentIds(db, edition.id)
  if (contentIds.length === 0) return null
  const progress = await bulkProgress(db, contentIds, await listCurrentContentIds(db, edition.id))
  return { ...progress, isDone: progress.isDone && !isOpen(await findTrial(db, edition.id)) }
}

export const pauseSending = (db: Db, which: Which, now: Temporal.Instant) =>
  withContents(db, which, (tx, contentIds) => pauseBulk(tx, contentIds, now))

/** Goes on, whatever had stopped it. */
export const resumeSending = (db: Db, which: Which, by: string, now: Temporal.Instant) =>
  withContents(db, which, async (tx, _all, edition) => {
    await saveStopEnded(tx, edition.id, by, now)
    await resumeBulk(tx, await listCurrentContentIds(tx, edition.id))
  })

/** Whoever has not got it yet will not; those who have keep it, and the web copy stays. */
export const cancelSending = (db: Db, which: Which, now: Temporal.Instant) =>
  withContents(db, which, async (tx, contentIds, edition) => {
    if (edition.sentAt || edition.cancelledAt) return
    await cancelBulk(tx, contentIds, now)
    await updateEdition(tx, edition.id, { cancelledAt: now })
  })

/** Tries once more with those whose mail server refused. */
export const retryFailed = (db: Db, which: Which, now: Temporal.Instant) =>
  withContents(db, which, async (tx, contentIds, edition) => {
    if (edition.cancelledAt) return
    await sendFailedAgain(tx, contentIds, now)
    await updateEdition(tx, edition.id, { sentAt: null })
    await watchSending(tx, edition.id, now)
  })

/** False when there is no such edition, or its sending has not begun. */
export function withContents(
  db: Db,
  which: Which,
  act: (tx: Tx, contentIds: string[], edition: Edition) => Promise<unknown>,
): Promise<boolean> {
  return transaction(db, async (tx) => {
    const edition = await lockEdition(tx, which)
    const contentIds = edition ? await listContentIds(tx, edition.id) : []
    if (!edition || contentIds.length === 0) return false
    await act(tx, contentIds, edition)
    return true
  })
}

const betweenLooks = Temporal.Duration.from({ minutes: 1 })

/** Looks once a minute whether the last mail has left. */
export const watchSending = (tx: Tx, editionId: string, now: Temporal.Instant) =>
  addJob(tx, 'note-edition-sent', { editionId }, { runAt: now.add(betweenLooks), key: `note-edition-sent:${editionId}` })

/** Notes the moment at which nothing more is to be sent; until then, looks again later. */
export function noteSent(db: Db, editionId: string, now: Temporal.Instant): Promise<void> {
  return transaction(db, async (tx) => {
    const edition = await lockEdition(tx, { id: editionId })
    if (!edition || edition.sentAt || edition.cancelledAt) return
    await takeStragglers(tx, editionId)
    const progress = await editionProgress(tx, edition)
    if (progress?.isDone) await updateEdition(tx, editionId, { sentAt: now })
    else await watchSending(tx, editionId, now)
  })
}

/** What was being handed over when the edition was mended, and came back, gets the mended words. */
async function takeStragglers(tx: Tx, editionId: string) {
  for (const { contentId, supersededBy } of await listContents(tx, editionId))
    if (supersededBy) await mendStragglers(tx, { from: contentId, to: supersededBy })
}
