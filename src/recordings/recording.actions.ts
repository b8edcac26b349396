import { afterCommit, transaction, type Db } from '#database'
import { removeLarge } from '#platform/files'
import { removeKept, saveCaptionsDue } from './recording.data.ts'
import type { Purpose } from './recordings.tables.ts'

/** Takes the file away for good. */
export const dropKept = (db: Db, dataDir: string, webinarId: string, purpose: Purpose): Promise<void> =>
  transaction(db, async (tx) => {
    const file = await removeKept(tx, webinarId, purpose)
    if (file) afterCommit(tx, () => void removeLarge(dataDir, file))
  })

const farthest = 90

/** Shows a recording before its captions are there: they are promised for a day soon. */
export async function promiseCaptions(
  db: Db,
  { webinarId, due, zone }: { webinarId: string; due: Temporal.PlainDate; zone: string },
  now: Temporal.Instant,
): Promise<'promised' | 'not-that-day'> {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const { days } = today.until(due, { largestUnit: 'day' })
  if (days < 1 || days > farthest) return 'not-that-day'
  await saveCaptionsDue(db, webinarId, due)
  return 'promised'
}
