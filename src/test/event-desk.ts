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
