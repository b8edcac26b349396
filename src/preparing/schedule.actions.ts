import { transaction, type Db } from '#database'
import { findRootNetwork } from '#networks'
import { addJob, removeJob } from '#platform/jobs'
import { listZonesOfReaders } from '#mailing'
import { lockEdition, mayEdit, toMend, updateEdition, type ToMend } from '#editions'
import { isForNobody } from './audience.actions.ts'
import { localClock, type LocalClock } from './local-hour.rules.ts'

type Which = { networkId: string; slug: string }
export type SendRefusal = { refused: 'gone' | 'sent' | 'nobody' } | { refused: 'to-mend'; toMend: ToMend[] }

const jobKey = (editionId: string) => `send-edition:${editionId}`

/** Sends the edition at this moment, which may be now. A later call puts the new moment in place of the old. */
export function scheduleEdition(
  db: Db,
  which: Which,
  at: Temporal.Instant,
  scheduledLocal: string | null = null,
): Promise<{ scheduledFor: Temporal.Instant } | SendRefusal> {
  return transaction(db, async (tx) => {
    const edition = await lockEdition(tx, which)
    if (!edition) return { refused: 'gone' as const }
    if (!mayEdit(edition)) return { refused: 'sent' as const }
    const mend = toMend(edition)
    if (mend.length > 0) return { refused: 'to-mend' as const, toMend: mend }
    const network = await findRootNetwork(tx)
    if (network && (await isForNobody(tx, edition, network))) return { refused: 'nobody' as const }
    await updateEdition(tx, edition.id, { scheduledFor: at, scheduledLocal })
    await addJob(tx, 'send-edition', { editionId: edition.id }, { runAt: at, key: jobKey(edition.id) })
    return { scheduledFor: at }
  })
}

/** Takes the moment back, if the sending has not begun. */
export function unscheduleEdition(db: Db, which: Which): Promise<boolean> {
  return transaction(db, async (tx) => {
    const edition = await lockEdition(tx, which)
    if (!edition || !mayEdit(edition)) return false
    await removeJob(tx, jobKey(edition.id))
    await updateEdition(tx, edition.id, { scheduledFor: null, scheduledLocal: null })
    return true
  })
}

/** When an hour on readers' own clocks comes, for the readers that the list has now. */
export const clockOfReaders = async (
  db: Db,
  { listId, local, usual }: { listId: string; local: string; usual: string },
  now: Temporal.Instant,
): Promise<LocalClock> => localClock(local, { timeZones: await listZonesOfReaders(db, listId), usual }, now)
