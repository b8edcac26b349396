import { transaction, type Db, type Tx } from '#database'
import { listClicks } from '#links'
import { findRootNetwork } from '#networks'
import type { Here } from '#platform/http'
import { addJob } from '#platform/jobs'
import { queueFurther } from '#platform/mail'
import { lockEdition, mayEdit, updateEdition, type Edition, type Variant } from '#editions'
import { audienceIn, segmentOf } from '#preparing'
import type { UsefulAct } from './trials.tables.ts'
import {
  countRsvps,
  countSent,
  findTrial,
  listVariants,
  removeTrial,
  saveTrial,
  saveTrialMoments,
  withoutMail,
  type TrialSetting,
} from './trial.data.ts'
import { betterSubject, type Arm } from './trial.rules.ts'

type Who = { networkId: string; slug: string; personId: string }

/** Has two subjects tried, or no longer when there is no setting. The words have changed by it, so an approval has to be asked for anew. */
export function setTrial(
  db: Db,
  { networkId, slug, personId }: Who,
  setting: TrialSetting | null,
  now: Temporal.Instant,
): Promise<boolean> {
  return transaction(db, async (tx) => {
    const edition = await lockEdition(tx, { networkId, slug })
    if (!edition || !mayEdit(edition)) return false
    if (setting) await saveTrial(tx, edition.id, setting, { setBy: personId, setAt: now })
    else await removeTrial(tx, edition.id)
    await updateEdition(tx, edition.id, { changedAt: now, changedBy: personId })
    return true
  })
}

/** From the moment it leaves, the hours run until the better subject goes to the rest. */
export async function startTrial(tx: Tx, editionId: string, hours: number, now: Temporal.Instant): Promise<void> {
  const decideAt = now.add({ hours })
  await saveTrialMoments(tx, editionId, { decideAt })
  await addJob(tx, 'decide-trial', { editionId }, { runAt: decideAt, key: `decide-trial:${editionId}` })
}

/** Sends the better subject to all who have neither. Nothing happens when it was decided or cancelled before. */
export function decideTrial(db: Db, editionId: string, now: Temporal.Instant): Promise<void> {
  return transaction(db, async (tx) => {
    const [edition, network] = [await lockEdition(tx, { id: editionId }), await findRootNetwork(tx)]
    const trial = await findTrial(tx, editionId)
    if (!edition || !network || edition.cancelledAt || !trial?.decideAt || trial.decidedAt) return
    const { a, b } = await countArms(tx, edition, trial.act, trial.decideAt)
    const winner = betterSubject(a, b)
    await saveTrialMoments(tx, editionId, { decidedAt: now, winner })
    await sendRest(tx, edition, { winner, network }, now)
  })
}

async function sendRest(tx: Tx, edition: Edition, { winner, network }: { winner: Variant; network: Here }, now: Temporal.Instant) {
  const segment = await segmentOf(tx, edition)
  for (const { contentId, language, variant, supersededBy } of await listVariants(tx, edition.id)) {
    const all = audienceIn(tx, edition, segment, { network, language })
    if (variant === winner && supersededBy === null) await queueFurther(tx, contentId, withoutMail(tx, all, edition.id), now)
  }
}

/** How many got each subject until that moment, and what useful came of it: totals of each, nothing of who. */
export async function countArms(
  db: Db,
  { id }: Pick<Edition, 'id'>,
  act: UsefulAct,
  until: Temporal.Instant,
): Promise<Record<Variant, Arm>> {
  const sent = await countSent(db, id, until)
  const acts = act === 'rsvp' ? await countRsvps(db, id, until) : await countReads(db, id)
  const arm = (variant: Variant): Arm => ({ sent: countOf(sent, variant), acts: countOf(acts, variant) })
  return { a: arm('a'), b: arm('b') }
}

type Counted = { variant: Variant | null; count: number }

const countOf = (rows: Counted[], variant: Variant) =>
  rows.filter((row) => row.variant === variant).reduce((sum, { count }) => sum + count, 0)

async function countReads(db: Db, editionId: string): Promise<Counted[]> {
  const variants = await listVariants(db, editionId)
  const clicks = await listClicks(
    db,
    variants.map(({ contentId }) => contentId),
  )
  return clicks.map(({ contentId, clicks: count }) => ({
    variant: variants.find((one) => one.contentId === contentId)?.variant ?? null,
    count,
  }))
}
