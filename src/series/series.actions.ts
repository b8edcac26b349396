import type { Config } from '#config'
import { transaction, type Db, type Tx } from '#database'
import { findListById, listLists } from '#mailing'
import type { Here } from '#platform/http'
import { queueBulk } from '#platform/mail'
import { wordsFor, type Language } from '#platform/text'
import { passOverConveners, readersAmong, saveContentOfStep } from './passage.data.ts'
import {
  findSeries,
  insertSeries,
  insertStep,
  listSteps,
  lockSeries,
  removeSeries,
  removeStep,
  updateSeries,
  updateStep,
  type Series,
  type Step,
  type Which,
} from './series.data.ts'
import { mayGoOn, type BeginsWith, type StopsWith } from './series.rules.ts'
import { stepContent } from './step-content.ts'

/** Begins a series for the community's first list, switched off and without steps. Null when there is no list. */
export async function beginSeries(db: Db, networkId: string, name: string, now: Temporal.Instant): Promise<string | null> {
  const [list] = await listLists(db, networkId)
  return list ? insertSeries(db, { networkId, listId: list.id, name, beginsWith: 'joined', stopsWith: null }, now) : null
}

export type SeriesInput = { name: string; list: string; beginsWith: BeginsWith; stopsWith: StopsWith | null }
export type SeriesSaved = { saved: true } | { refused: 'gone' | 'no-list' | 'is-on' }

/** Keeps what a series is for. While it is on, its list and its beginning stay: people are on their way through it. */
export function saveSeries(db: Db, which: Which, { list, ...input }: SeriesInput, now: Temporal.Instant): Promise<SeriesSaved> {
  return transaction(db, async (tx) => {
    const series = await lockSeries(tx, which)
    if (!series) return { refused: 'gone' as const }
    const listId = (await listLists(tx, which.networkId)).find(({ slug }) => slug === list)?.id
    if (!listId) return { refused: 'no-list' as const }
    if (series.onSince && (listId !== series.listId || input.beginsWith !== series.beginsWith)) return { refused: 'is-on' as const }
    await updateSeries(tx, series.id, { ...input, listId, changedAt: now })
    return { saved: true as const }
  })
}

export type Switched = { switched: true } | { refused: 'gone' | 'unfinished' }

/** On: whoever comes from now on enters. Off: nobody enters, and nobody on their way gets more until it is on again. */
export function switchSeries(db: Db, which: Which, isOn: boolean, now: Temporal.Instant): Promise<Switched> {
  return transaction(db, async (tx) => {
    const series = await lockSeries(tx, which)
    if (!series) return { refused: 'gone' as const }
    if (isOn && !mayGoOn(await listSteps(tx, series.id))) return { refused: 'unfinished' as const }
    if (isOn === (series.onSince !== null)) return { switched: true as const }
    if (isOn) await passOverThose(tx, series, now)
    const since = isOn ? now : null
    await updateSeries(tx, series.id, { onSince: since, lookedUntil: since })
    return { switched: true as const }
  })
}

/** Of whom it is true already: for them it never begins. */
const passOverThose = async (tx: Tx, { id, beginsWith }: Series, now: Temporal.Instant) => {
  if (beginsWith === 'convener') await passOverConveners(tx, id, now)
}

/** Removes a series with its steps and figures; what waits to be sent of it is not sent. */
export const dropSeries = (db: Db, which: Which): Promise<boolean> =>
  transaction(db, async (tx) => {
    const series = await lockSeries(tx, which)
    if (series) await removeSeries(tx, series.id)
    return series !== undefined
  })

/** Adds an empty step, three days after the one before. Null when the series is on, since nothing unwritten may be sent, or gone. */
export const addStep = (db: Db, which: Which, now: Temporal.Instant): Promise<string | null> =>
  transaction(db, async (tx) => {
    const series = await lockSeries(tx, which)
    if (!series || series.onSince) return null
    return insertStep(tx, { seriesId: series.id, afterDays: 3, atHour: 9, subject: {}, body: {} }, now)
  })

export type StepInput = { language: Language; subject: string; body: string; afterDays: number; atHour: number | null; seen: string }
export type StepSaved = { saved: true } | { refused: 'gone' } | { refused: 'unfinished' } | { refused: 'changed-meanwhile'; current: Step }

/** Keeps one language's words of a step, and when it comes. While the series is on it keeps some words. */
export function saveStep(db: Db, which: Which & { step: string }, input: StepInput, now: Temporal.Instant): Promise<StepSaved> {
  const { language, seen, ...delay } = input
  return transaction(db, async (tx) => {
    const series = await lockSeries(tx, which)
    const step = series && (await listSteps(tx, series.id)).find(({ id }) => id === which.step)
    if (!step) return { refused: 'gone' as const }
    if (step.changedAt.toString() !== seen) return { refused: 'changed-meanwhile' as const, current: step }
    const subject = { ...step.subject, [language]: delay.subject }
    const body = { ...step.body, [language]: delay.body }
    if (series.onSince && !mayGoOn([{ subject, body }])) return { refused: 'unfinished' as const }
    await updateStep(tx, step.id, { ...delay, subject, body }, now)
    return { saved: true as const }
  })
}

/** Takes a step out; the last one stays while the series is on. */
export const dropStep = (db: Db, which: Which & { step: string }): Promise<'removed' | 'last' | 'gone'> =>
  transaction(db, async (tx) => {
    const series = await lockSeries(tx, which)
    if (!series) return 'gone'
    if (series.onSince && (await listSteps(tx, series.id)).length < 2) return 'last'
    await removeStep(tx, series.id, which.step)
    return 'removed'
  })

export type StepTest = Which & { step: string; personId: string; language: Language; network: Here; config: Config }

/** Sends a step to one steward alone, as readers would get it. False when it is gone. */
export function testStep(
  db: Db,
  { step, personId, language, network, config, ...which }: StepTest,
  now: Temporal.Instant,
): Promise<boolean> {
  return transaction(db, async (tx) => {
    const series = await findSeries(tx, which)
    const [list, found] = series
      ? [await findListById(tx, which.networkId, series.listId), (await listSteps(tx, series.id)).find(({ id }) => id === step)]
      : []
    if (!list || !found) return false
    const content = stepContent(found, { network, config, list }, language)
    const subject = wordsFor(language)('Test: {{subject}}', { subject: content.subject })
    const readers = readersAmong(tx, [personId])
    const { contentId } = await queueBulk(tx, { ...content, subject, onceKey: `series-test:${crypto.randomUUID()}` }, readers, now)
    await saveContentOfStep(tx, { contentId, stepId: step, isTest: true })
    return true
  })
}
