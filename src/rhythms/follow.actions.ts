import type { Tx } from '#database'
import {
  cancelEvent,
  listEventTexts,
  saveEvent,
  saveEventText,
  stateOf,
  type Desk,
  type Event,
  type EventInput,
  type EventNews,
} from '#events'
import { addJob } from '#platform/jobs'
import { findDate, givenFor, inputOf } from './date.actions.ts'
import { follow, keep, ownParts } from './own.rules.ts'
import { plannedDays, type Planned } from './recurrence.rules.ts'
import { lockDates, saveRhythmDate, type Rhythm, type RhythmDate } from './rhythm.data.ts'
import type { OtherWords } from './rhythms.tables.ts'

type Now = Temporal.Instant

/** A series has changed, told as one: which of its dates are other than they were, and which it has no more. */
export type RhythmNews = {
  rhythmId: string
  sequence: number
  isRuleChanged: boolean
  changed: EventNews['event-changed'][]
  cancelled: string[]
}

type Moving = { before: Rhythm; rhythm: Rhythm; dates: RhythmDate[]; from: number }

/** Moves each of these dates to where its series has it now. What is to be told is noted: whoever comes to several hears of all at once. */
export async function moveAllAlong(tx: Tx, desk: Desk, { before, rhythm, dates, from }: Moving, now: Now): Promise<RhythmNews> {
  await lockDates(
    tx,
    dates.flatMap(({ eventId }) => eventId ?? []),
  )
  const inAll = (dates.at(-1)?.number ?? from) - from + 1
  const planned = new Map([...plannedDays(rhythm).take(inAll)].map((date) => [date.number, date]))
  const { id, sequence } = rhythm
  const news: RhythmNews = { rhythmId: id, sequence, isRuleChanged: isOtherRule(before, rhythm), changed: [], cancelled: [] }
  for (const date of dates) await moveAlong(tx, desk, { before, rhythm, date, planned: planned.get(date.number), news }, now)
  return news
}

/** One announcement for all of it; none when no calendar shows it. */
export async function tellTogether(tx: Tx, news: RhythmNews): Promise<void> {
  if (news.isRuleChanged || news.changed.length + news.cancelled.length > 0) await addJob(tx, 'rhythm-changed', news)
}

/** What calendars would repeat otherwise than before. */
const isOtherRule = (before: Rhythm, now: Rhythm) => {
  const ruleIn = (rhythm: Rhythm) => {
    const { unit, every, week, timeZone, localTime, minutes, lastDay, mostDates } = rhythm
    return String([unit, every, week, timeZone, localTime, minutes, lastDay, mostDates])
  }
  return ruleIn(before) !== ruleIn(now)
}

type Following = { before: Rhythm; rhythm: Rhythm; date: RhythmDate; planned: Planned | undefined; news: RhythmNews }

async function moveAlong(tx: Tx, desk: Desk, { before, rhythm, date, planned, news }: Following, now: Now) {
  const event = date.eventId ? await findDate(tx, desk, date.eventId) : undefined
  const isAhead = event !== undefined && ['draft', 'upcoming', 'to-be-announced'].includes(stateOf(event, now))
  if (!planned) {
    if (isAhead && (await cancelEvent(tx, desk, { slug: event.slug, reason: '', isToldTogether: true }, now))) news.cancelled.push(event.id)
    return
  }
  const next = givenFor(rhythm, planned)
  if (isAhead) {
    const told = await saveDate(tx, desk, { event, next: follow(date.given, inputOf(event), next) }, now)
    if (told) news.changed.push(told)
    await followWords(tx, event.id, { before: before.texts, next: rhythm.texts })
  }
  await saveRhythmDate(tx, { ...date, day: planned.day, given: JSON.stringify(keep(next)) })
}

/** Words in other languages follow their series, too, where they are still those that it gave. */
async function followWords(tx: Tx, eventId: string, { before, next }: { before: OtherWords[]; next: OtherWords[] }) {
  const texts = await listEventTexts(tx, eventId)
  for (const words of next) {
    const [own, given] = [texts, before].map((all) => all.find(({ language }) => language === words.language))
    if (!own || isGiven(own, given)) await saveEventText(tx, { eventId, ...words })
  }
}

const isGiven = (own: OtherWords, given: OtherWords | undefined) =>
  given !== undefined && own.title === given.title && own.summary === given.summary && own.description === given.description

/** Nobody is asked to stand up: where more people are seated than there would be seats, they keep theirs. */
async function saveDate(tx: Tx, desk: Desk, { event, next }: { event: Event; next: EventInput }, now: Now) {
  const capacity = next.capacity === null ? null : Math.max(next.capacity, event.seated)
  const input = { ...next, capacity }
  if (ownParts(keep(inputOf(event)), input).length === 0) return null
  const saved = await saveEvent(tx, desk, { slug: event.slug, seen: event.changedAt.toString(), input, isToldTogether: true }, now)
  if ('refused' in saved) throw new Error(`A date of a series could not follow it: ${saved.refused}.`)
  return saved.news
}
