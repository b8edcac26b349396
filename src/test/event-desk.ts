import ICAL from 'ical.js'
import type { Browser } from './browser.ts'
import { fieldsIn } from './editions.ts'

/** What stands in the form of an event, boxes with a tick included, so that a test can change some and send it. */
export async function eventFields(browser: Browser, slug = 'spring-call'): Promise<Record<string, string>> {
  const page = await browser.get(`/events/${slug}/edit`)
  const ticked = [...page.matchAll(/<input [^>]*type="checkbox"[^>]*>/g)].map(([box]) => box).filter((box) => / checked/.test(box))
  const boxes = ticked.map((box) => [/ name="([^"]*)"/.exec(box)?.[1] ?? '', 'yes'])
  return { ...fieldsIn(page), ...(Object.fromEntries(boxes) as Record<string, string>) }
}

/** Opens the form of an event as a steward, changes some fields and saves; gives the page that follows. */
export async function editEvent(browser: Browser, changes: Record<string, string>, slug = 'spring-call'): Promise<string> {
  return browser.post(`/events/${slug}`, { ...(await eventFields(browser, slug)), ...changes })
}

export type ReadEntry = {
  id: string
  sequence: number
  title: string
  description: string
  place: string
  status: string
  startsAt: string
  endsAt: string
  guest: string
  answer: string
}

/** Reads a calendar file as a calendar program does. */
export function readCalendar(text: string | null | undefined): { method: string; entries: ReadEntry[] } {
  const calendar = new ICAL.Component(ICAL.parse(text ?? '') as unknown[])
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  const entries = calendar.getAllSubcomponents('vevent').map((component) => entryOf(new ICAL.Event(component)))
  return { method: String(calendar.getFirstPropertyValue('method')), entries }
}

function entryOf(event: ICAL.Event): ReadEntry {
  const [guest] = event.attendees
  return {
    id: event.uid,
    sequence: event.sequence,
    title: event.summary,
    description: event.description,
    place: event.location,
    status: String(event.component.getFirstPropertyValue('status')),
    startsAt: moment(event.startDate),
    endsAt: moment(event.endDate),
    guest: String(guest?.getFirstValue() ?? '').replace(/^mailto:/i, ''),
    answer: String(guest?.getParameter('partstat') ?? ''),
  }
}

const moment = (time: ICAL.Time) => Temporal.Instant.fromEpochMilliseconds(time.toJSDate().getTime()).toString()

/** The dates that a calendar program shows for the one entry of a series: when each begins, and its title where it waits or is told apart. */
export function datesInSeries(text: string | null | undefined, most = 8): { id: string; sequence: number; rule: string; dates: string[] } {
  const calendar = new ICAL.Component(ICAL.parse(text ?? '') as unknown[])
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  const [apart, [whole]] = partsOf(calendar)
  const master = new ICAL.Event(whole)
  for (const part of apart) master.relateException(new ICAL.Event(part))
  const { id, sequence, status } = entryOf(master)
  const rule = String(master.component.getFirstPropertyValue('rrule') ?? '')
  return { id, sequence, rule, dates: status === 'CANCELLED' ? [] : occurrencesOf(master, most) }
}

function occurrencesOf(series: ICAL.Event, most: number): string[] {
  const found: string[] = []
  const dates = series.iterator()
  for (let next = dates.next(); next && found.length < most; next = dates.next()) {
    const { item, startDate } = series.getOccurrenceDetails(next)
    const waits = item.component.getFirstPropertyValue('status') === 'TENTATIVE' ? ' waits' : ''
    found.push(`${moment(startDate).slice(0, 16)}${waits}`)
  }
  return found
}

/** The parts for single dates, and the one for the series. */
const partsOf = (calendar: ICAL.Component) =>
  [true, false].map((isApart) =>
    calendar.getAllSubcomponents('vevent').filter((part) => part.hasProperty('recurrence-id') === isApart),
  ) as [ICAL.Component[], ICAL.Component[]]

/** What stands in the form that changes the series of the spring call from one of its dates on. */
export async function seriesFields(browser: Browser, date: string): Promise<Record<string, string>> {
  const page = await browser.get(seriesForm(date))
  const chosen = /<option value="(week|weekday|last-weekday|day|year)" selected/.exec(page)?.[1] ?? ''
  const boxes = Object.fromEntries(['remindWeek', 'remindDay', 'remindHour'].map((name) => [name, 'yes']))
  const rotation = /name="rotation"[^>]*>([^<]*)</.exec(page)?.[1] ?? ''
  return { ...fieldsIn(page), ...boxes, kind: 'office-hours', timeZone: 'America/Chicago', rotation, pattern: chosen }
}

export const seriesForm = (date: string) => `/events/rhythms/spring-call/edit?from=${date}`

/** Changes the series as its form would send it. */
export const changeSeries = async (browser: Browser, { date, changes }: { date: string; changes: Record<string, string> }) =>
  browser.request('POST', seriesForm(date), { fields: { ...(await seriesFields(browser, date)), ...changes } })
