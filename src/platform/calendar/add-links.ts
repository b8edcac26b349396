import type { CalendarEntry } from './calendar-text.ts'

export type LinkEntry = Pick<CalendarEntry, 'startsAt' | 'endsAt' | 'title' | 'description' | 'place'>

/** Opens Google Calendar with the entry filled in. */
export const googleLink = ({ startsAt, endsAt, title, description, place }: LinkEntry): string =>
  address('https://calendar.google.com/calendar/render', {
    action: 'TEMPLATE',
    text: title,
    dates: `${compact(startsAt)}/${compact(endsAt)}`,
    details: description,
    location: place,
  })

/** Opens Outlook on the web with the entry filled in. */
export const outlookLink = ({ startsAt, endsAt, title, description, place }: LinkEntry): string =>
  address('https://outlook.office.com/calendar/0/deeplink/compose', {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: whole(startsAt),
    enddt: whole(endsAt),
    body: description,
    location: place,
  })

/** Addresses beyond some 2,000 characters are cut by mail programs; an entry's text is the first to go. */
function address(base: string, fields: Record<string, string>): string {
  const query = new URLSearchParams(Object.entries(fields).filter(([, value]) => value))
  return `${base}?${query.toString()}`
}

const whole = (moment: Temporal.Instant) => moment.round('second').toString()

const compact = (moment: Temporal.Instant) => whole(moment).replaceAll(/[-:]/g, '')
