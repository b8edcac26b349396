import type { Db } from '#database'
import { listEventsById, type Event } from '#events'
import { calendarText, type CalendarEntry } from '#platform/calendar'
import { languages, type Language } from '#platform/text'
import { findRhythm, findRhythmById, listRhythmDates, type Rhythm } from '#rhythms'
import type { Hall } from './hall.ts'
import { listSeriesGuests, type SeriesGuest } from './series.data.ts'
import { seriesEntries, type Plan } from './series-entry.ts'

type Where = Pick<Hall, 'baseUrl'> & { network: { id: string } }

/** A series with all its dates, read once for many guests. */
export async function planOf(db: Db, { network, baseUrl }: Where, which: { slug: string } | { id: string }): Promise<Plan | null> {
  const rhythm = await ('slug' in which ? findRhythm(db, network.id, which.slug) : findRhythmById(db, network.id, which.id))
  return rhythm ? { rhythm, baseUrl, ...(await datesOf(db, network.id, rhythm)) } : null
}

async function datesOf(db: Db, networkId: string, rhythm: Rhythm) {
  const dates = await listRhythmDates(db, rhythm.id)
  const ids = dates.flatMap(({ eventId }) => eventId ?? [])
  const events = {} as Plan['events']
  for (const language of languages) {
    const whole: Event[] = await listEventsById(db, { networkId, language, withCall: true }, ids)
    events[language] = new Map(whole.map((event) => [event.id, event]))
  }
  return { dates, events }
}

type Person = { id: string; language: Language }

/** For each of these people the entry of the series in their calendar; of those alone for whom this date is part of it, if one is named. */
export async function entriesOfSeries(db: Db, plan: Plan, people: Person[], dateId?: string): Promise<Map<string, CalendarEntry[]>> {
  const ids = people.map(({ id }) => id)
  const guests = await listSeriesGuests(db, plan.rhythm.id, ids)
  const isPart = ({ answers }: SeriesGuest) => !dateId || answers.some(({ eventId, inSeries }) => eventId === dateId && inSeries)
  return new Map(
    guests.filter(isPart).map((guest) => {
      const language = people.find(({ id }) => id === guest.personId)?.language ?? 'en'
      return [guest.personId, seriesEntries(plan, guest, language)]
    }),
  )
}

/** The same for guests of one date, where that is a date of a series. */
export async function entriesAround(db: Db, where: Where, event: Pick<Event, 'id' | 'rhythm'>, people: Person[]) {
  const plan = event.rhythm && people.length > 0 ? await planOf(db, where, { slug: event.rhythm }) : null
  return plan ? entriesOfSeries(db, plan, people, event.id) : new Map<string, CalendarEntry[]>()
}

/** The entry as a file of its own, for the calendar of one guest; null when the date stands in an entry of its own. */
export async function seriesFile(
  db: Db,
  where: Where,
  event: Pick<Event, 'id' | 'rhythm' | 'changedAt'>,
  person: Person | null,
): Promise<string | null> {
  const entries = person && (await entriesAround(db, where, event, [person])).get(person.id)
  return entries ? calendarText({ method: 'PUBLISH', entries, now: event.changedAt }) : null
}
