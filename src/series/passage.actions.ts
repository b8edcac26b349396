import { createHash } from 'node:crypto'
import type { Config } from '#config'
import { transaction, type Db, type Tx } from '#database'
import { findListById } from '#mailing'
import { findRootNetwork } from '#networks'
import { queueBulk } from '#platform/mail'
import { languages } from '#platform/text'
import {
  enterNewcomers,
  hasStopped,
  readersAmong,
  saveContentOfStep,
  savePassed,
  saveQueued,
  takeDue,
  type Due,
  type Passed,
} from './passage.data.ts'
import { findSeries, listSeriesThatAreOn, listSteps, lockSeries, updateSeries, type Series, type Step } from './series.data.ts'
import { dueAt, isTooLate, justCame, turnOf } from './series.rules.ts'
import { stepContent, type Setting } from './step-content.ts'

const atOnce = 200

/** Lets newcomers in and sends each step that is due. Runs every few minutes; twice at once does no harm. */
export async function moveSeriesOn(db: Db, config: Config, now: Temporal.Instant): Promise<void> {
  for (const { id, networkId } of await listSeriesThatAreOn(db)) {
    await transaction(db, (tx) => letNewcomersIn(tx, { id, networkId }, now))
    // Each round moves all that it takes to a later moment or to their end, so it comes to an end.
    while ((await transaction(db, (tx) => moveSome(tx, { id, networkId }, config, now))) > 0);
  }
}

async function letNewcomersIn(tx: Tx, which: { id: string; networkId: string }, now: Temporal.Instant) {
  const series = await lockSeries(tx, which)
  if (!series?.onSince) return
  await enterNewcomers(tx, series, now)
  await updateSeries(tx, series.id, { lookedUntil: now })
}

async function moveSome(tx: Tx, which: { id: string; networkId: string }, config: Config, now: Temporal.Instant): Promise<number> {
  const [series, setting] = [await lockSeries(tx, which), await settingOf(tx, which, config)]
  if (!series?.onSince || !setting) return 0
  const [steps, due] = [await listSteps(tx, series.id), await takeDue(tx, series, now, atOnce)]
  if (due.length === 0) return 0
  const moves = due.map((person) => moveOf(person, { series, steps, usualZone: setting.network.timeZone, now }))
  for (const step of steps) {
    const readers = moves.filter((move) => move.sends === step.id).map(({ person }) => person)
    if (readers.length > 0) await sendStep(tx, step, readers, { setting, now })
  }
  await savePassed(
    tx,
    moves.map(({ passed }) => passed),
    now,
  )
  return due.length
}

async function settingOf(tx: Tx, which: { id: string; networkId: string }, config: Config): Promise<Setting | null> {
  const [series, network] = [await findSeries(tx, which), await findRootNetwork(tx)]
  const list = series && (await findListById(tx, series.networkId, series.listId))
  return network && list ? { network, config, list } : null
}

type Course = { series: Series; steps: Step[]; usualZone: string; now: Temporal.Instant }
type Move = { person: Due; sends: string | null; passed: Passed }

function moveOf(person: Due, { series, steps, usualZone, now }: Course): Move {
  const { id, passed, timeZone } = person
  const step = steps.find(({ position }) => position > passed)
  const waitFor = (next: Step | undefined, last: number): Passed =>
    next
      ? { id, passed: last, dueAt: dueAt(now, next, timeZone ?? usualZone), ended: null }
      : { id, passed: last, dueAt: null, ended: 'finished' }
  if (passed === justCame) return { person, sends: null, passed: waitFor(step, 0) }
  const turn = turnOf({
    standing: person.standing,
    hasStopped: hasStopped(series.stopsWith, person),
    isLate: isTooLate(person.dueAt, now),
    hasStep: step !== undefined,
  })
  if (turn === 'rest') return { person, sends: null, passed: { id, passed, dueAt: now.add({ hours: 24 }), ended: null } }
  if (turn !== 'send' || !step)
    return { person, sends: null, passed: { id, passed, dueAt: null, ended: turn === 'send' ? 'finished' : turn } }
  const after = steps.find(({ position }) => position > step.position)
  return { person, sends: step.id, passed: waitFor(after, step.position) }
}

/** Queues the step to those who do not have it, in their language. The words of a step that was changed meanwhile are new ones. */
async function sendStep(tx: Tx, step: Step, readers: Due[], { setting, now }: { setting: Setting; now: Temporal.Instant }) {
  const fresh = new Set(
    await saveQueued(
      tx,
      step.id,
      readers.map(({ id }) => id),
      now,
    ),
  )
  for (const language of languages) {
    const theirs = readers.filter((reader) => fresh.has(reader.id) && (reader.language ?? setting.network.language) === language)
    if (theirs.length === 0) continue
    const content = stepContent(step, setting, language)
    const words = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)
    const readersOf = readersAmong(
      tx,
      theirs.map(({ personId }) => personId),
    )
    const { contentId } = await queueBulk(tx, { ...content, onceKey: `series:${step.id}:${language}:${words}` }, readersOf, now)
    await saveContentOfStep(tx, { contentId, stepId: step.id, isTest: false })
  }
}
