import { eventPaths, type Call, type Event } from '#events'
import type { CalendarEntry } from '#platform/calendar'
import { wordsFor, type Language } from '#platform/text'
import { besideRule, calendarRule, plannedDays, spanOn, type Planned, type Rhythm, type RhythmDate } from '#rhythms'
import { callLines, guestEntry, heldOf } from './invitation.ts'
import type { DateAnswer, SeriesGuest } from './series.data.ts'

/** A series with its dates, in each language, with their calls. */
export type Plan = { rhythm: Rhythm; dates: RhythmDate[]; events: Record<Language, Map<string, Event>>; baseUrl: string }

type Dated = Planned & {
  /** When it begins by the rule. */
  slot: Temporal.Instant
  /** It was made: there is an event, or its draft was thrown away. */
  isMade: boolean
  event: Event | undefined
  /** The guest's answer, where it stands in this entry. */
  mine: DateAnswer | undefined
}

const mostAhead = 60

/**
 * The one entry of a series in a guest's calendar (RFC 5545, 3.8.5): the rule, the dates that are left out, and one part for each date
 * that is otherwise than the rule has it. It is counted from the guest's first date on.
 */
export function seriesEntries(plan: Plan, guest: SeriesGuest, language: Language): CalendarEntry[] {
  const { rhythm } = plan
  const dates = datesFor(plan, guest, language)
  const first = dates.find((date) => isMine(date, guest))
  const sequence = sequenceOf(plan, guest)
  if (!first) return [{ ...masterOf(plan, language, null), sequence, ...spanOf(rhythm, rhythm.firstDay), status: 'cancelled' }]
  const until = lastOf(rhythm, dates, guest)
  const within = dates.filter(({ number, slot }) => number >= first.number && (!until || Temporal.Instant.compare(slot, until) <= 0))
  const except = within.filter((date) => date.isMade && !isMine(date, guest)).map(({ slot }) => slot)
  const beside = besideRule(
    rhythm,
    within.filter((date) => date !== first && isMine(date, guest)).map(({ day }) => day),
  )
  const also = beside.map((day) => spanOn(day, rhythm).startsAt)
  const hasSeat = !dates.some(({ mine }) => mine) || dates.some(({ mine }) => mine?.answer === 'seated')
  const master = masterOf(plan, language, hasSeat ? rhythm.given.call : null)
  return [
    { ...master, sequence, ...spanOf(rhythm, first.day), repeats: { rule: calendarRule(rhythm, until), except, also } },
    ...within.flatMap((date) => otherwise(plan, { date, master, language }) ?? []).map((entry) => ({ ...entry, sequence })),
  ]
}

/** The dates of the rhythm as it is now, and those it plans next. */
function datesFor({ rhythm, dates, events }: Plan, guest: SeriesGuest, language: Language): Dated[] {
  const made = new Map(dates.map((date) => [date.number, date]))
  const most = Math.max(0, ...made.keys()) - rhythm.firstNumber + 1 + mostAhead
  return [...plannedDays(rhythm).take(most)].map(({ number, day }) => {
    const eventId = made.get(number)?.eventId ?? ''
    return {
      number,
      day,
      slot: spanOn(day, rhythm).startsAt,
      isMade: made.has(number),
      event: events[language].get(eventId),
      mine: guest.answers.find((answer) => answer.eventId === eventId && answer.inSeries && answer.answer !== 'declined'),
    }
  })
}

/** What was made is theirs by their answer; what is still to be made, as long as they come to all. */
function isMine({ slot, isMade, event, mine }: Dated, guest: SeriesGuest): boolean {
  if (isMade) return mine !== undefined && event?.startsAt !== null && event?.startsAt !== undefined && !event.cancelledAt
  return guest.endedAt === null && Temporal.Instant.compare(slot, Temporal.Instant.from(guest.since)) > 0
}

/** When the last date begins: of theirs, once they have stopped; of the series, where it ends; null when it goes on. */
function lastOf(rhythm: Rhythm, dates: Dated[], guest: SeriesGuest): Temporal.Instant | null {
  if (guest.endedAt !== null) return dates.findLast((date) => isMine(date, guest))?.slot ?? null
  if (!rhythm.lastDay && rhythm.mostDates === null) return null
  return [...plannedDays(rhythm)].map(({ day }) => spanOn(day, rhythm).startsAt).at(-1) ?? null
}

/** Rises with every change of the series, of its dates and of the guest's answers; none of them ever falls. */
function sequenceOf({ rhythm, events }: Plan, guest: SeriesGuest): number {
  const ofDates = [...events.en.values()].reduce((sum, event) => sum + event.sequence, 0)
  return rhythm.sequence + guest.sequence + ofDates + guest.answers.reduce((sum, answer) => sum + answer.sequence, 0)
}

const spanOf = (rhythm: Rhythm, day: Temporal.PlainDate) => ({ ...spanOn(day, rhythm), timeZone: rhythm.timeZone })

type Master = Omit<CalendarEntry, 'sequence' | 'startsAt' | 'endsAt' | 'timeZone'> & { call: Call | null; summary: string }

/** The words of the series, with the way into the call for whoever has a seat. */
function masterOf({ rhythm, baseUrl }: Plan, language: Language, call: Call | null): Master {
  const { title, summary } = rhythm.texts.find((text) => text.language === language) ?? rhythm.given
  const url = baseUrl + eventPaths.rhythm(rhythm.slug)
  const lines = callLines(call, wordsFor(language))
  const place = rhythm.given.place || call?.joinUrl || ''
  return {
    id: rhythm.id,
    title,
    summary,
    call,
    place,
    url,
    description: [...lines, `${summary}\n\n${url}`].join('\n'),
    status: 'confirmed',
  }
}

/** The part for a date that is not as the rule and the words of the series have it; null when it is. */
function otherwise({ rhythm, baseUrl }: Plan, { date, master, language }: { date: Dated; master: Master; language: Language }) {
  const { event, mine, slot, day } = date
  const held = event && heldOf(event)
  if (!held || !mine || held.cancelledAt) return null
  const span = spanOf(rhythm, day)
  const isAsGiven =
    mine.answer === 'seated' &&
    String([held.title, held.summary, held.place, held.startsAt, held.endsAt, facts(event.call)]) ===
      String([master.title, master.summary, rhythm.given.place, span.startsAt, span.endsAt, facts(master.call)])
  if (isAsGiven) return null
  const entry = guestEntry(held, mine.answer === 'seated' ? event.call : null, mine, { baseUrl, language })
  return { ...entry, id: rhythm.id, timeZone: rhythm.timeZone, dateOf: slot }
}

const facts = (call: Call | null) => [call?.joinUrl, call?.dialIn, call?.meetingId, call?.passcode].map((fact) => fact ?? '').join('\n')
