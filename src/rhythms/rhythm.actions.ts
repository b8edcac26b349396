import { transaction, type Db, type Tx } from '#database'
import { listEventTexts, type Desk, type Event, type EventInput } from '#events'
import { freeSlug, slugOf } from '#platform/text'
import { inputOf, makeDates, type Maker } from './date.actions.ts'
import { moveAllAlong, tellTogether } from './follow.actions.ts'
import { keep } from './own.rules.ts'
import { weekOf, type Ending, type Unit } from './recurrence.rules.ts'
import {
  findRhythm,
  insertFirstDate,
  insertRhythm,
  listRhythmDates,
  listRhythms,
  listRhythmSlugs,
  lockRhythm,
  removeRhythm,
  updateRhythm,
} from './rhythm.data.ts'

type Now = Temporal.Instant

export type Pattern = 'week' | 'weekday' | 'last-weekday' | 'day' | 'year'

/** How a steward says that something repeats; its day and hour are those of the event. */
export type Repeating = { pattern: Pattern; every: number; rotation: string[] } & Ending

export type Begun = { slug: string } | { refused: 'no-date' | 'draft' | 'in-series' }

/** Makes an event the first of a series, and the dates that follow. */
export const beginRhythm = (db: Db, desk: Desk, { event, repeating }: { event: Event; repeating: Repeating }, now: Now): Promise<Begun> =>
  transaction(db, async (tx) => {
    if (!event.startsAt || !event.endsAt) return { refused: 'no-date' }
    if (!event.publishedAt || event.cancelledAt) return { refused: 'draft' }
    const input = inputOf(event)
    const rhythm = await insertRhythm(tx, {
      networkId: desk.networkId,
      slug: await slugFor(tx, desk, event.title),
      ...ruleOf(input, repeating, 1),
      given: JSON.stringify(keep(input)),
      texts: JSON.stringify(await otherWords(tx, desk, event.id)),
      begunAt: now,
      changedAt: now,
    })
    const first = { rhythmId: rhythm.id, number: 1, day: rhythm.firstDay, eventId: event.id, given: JSON.stringify(keep(input)) }
    if (!(await insertFirstDate(tx, first))) {
      await removeRhythm(tx, rhythm.id)
      return { refused: 'in-series' }
    }
    await moveAllAlong(tx, desk, { before: rhythm, rhythm, dates: [{ ...first, given: keep(input) }], from: 1 }, now)
    await makeDates(tx, desk, rhythm, now)
    return { slug: rhythm.slug }
  })

async function slugFor(tx: Tx, { networkId }: Maker, title: string) {
  const name = slugOf(title)
  return freeSlug(name, await listRhythmSlugs(tx, networkId, name))
}

const otherWords = async (tx: Tx, { language }: Maker, eventId: string) =>
  (await listEventTexts(tx, eventId))
    .filter((text) => text.language !== language)
    .map((text) => ({ language: text.language, title: text.title, summary: text.summary, description: text.description }))

const units: Record<Pattern, Unit> = { week: 'week', weekday: 'month', 'last-weekday': 'month', day: 'month', year: 'year' }

function ruleOf(input: EventInput, { pattern, every, rotation, lastDay, mostDates }: Repeating, firstNumber: number) {
  const { startsAt, endsAt, timeZone } = input
  if (!startsAt || !endsAt) throw new Error('A date of a series has no hour.')
  const start = startsAt.toZonedDateTimeISO(timeZone)
  const firstDay = start.toPlainDate()
  return {
    unit: units[pattern],
    every,
    rotation,
    lastDay,
    mostDates,
    timeZone,
    firstDay,
    firstNumber,
    week: pattern === 'weekday' ? weekOf(firstDay) : pattern === 'last-weekday' ? -1 : null,
    localTime: start.toPlainTime().toString({ smallestUnit: 'minute' }),
    minutes: Math.round(startsAt.until(endsAt).total('minutes')),
  }
}

export type Change = { slug: string; from: number; seen: string; input: EventInput; repeating: Repeating }
export type Changed = { changed: number } | { refused: 'gone' | 'saved-by-another' }

/** Changes a series from one of its dates on. What was changed for a date alone stays; dates it has no more are called off. */
export const changeRhythm = (db: Db, desk: Desk, { slug, from, seen, input, repeating }: Change, now: Now): Promise<Changed> =>
  transaction(db, async (tx) => {
    const before = await lockRhythm(tx, desk.networkId, slug)
    if (!before) return { refused: 'gone' }
    if (before.changedAt.toString() !== seen) return { refused: 'saved-by-another' }
    const dates = (await listRhythmDates(tx, before.id)).filter(({ number }) => number >= from)
    const first = dates[0]?.eventId
    const rhythm = await updateRhythm(tx, before.id, {
      ...ruleOf(input, repeating, from),
      sequence: before.sequence + 1,
      given: JSON.stringify(keep(input)),
      ...(first && { texts: JSON.stringify(await otherWords(tx, desk, first)) }),
      changedAt: now,
    })
    const news = await moveAllAlong(tx, desk, { before, rhythm, dates, from }, now)
    await makeDates(tx, desk, rhythm, now)
    await tellTogether(tx, news)
    return { changed: dates.length }
  })

/** Makes dates as time goes on, each series in a transaction of its own. */
export async function makeDatesAhead(db: Db, maker: Maker, now: Now): Promise<void> {
  for (const { slug } of await listRhythms(db, maker.networkId))
    await transaction(db, async (tx) => {
      const rhythm = await lockRhythm(tx, maker.networkId, slug)
      if (rhythm) await makeDates(tx, maker, rhythm, now)
    })
}

/** A series with its dates, as its page shows it. */
export const findWithDates = async (db: Db, networkId: string, slug: string) => {
  const rhythm = await findRhythm(db, networkId, slug)
  return rhythm && { rhythm, dates: await listRhythmDates(db, rhythm.id) }
}
