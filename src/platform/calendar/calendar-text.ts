import ical, { escape, foldLines, ICalCalendarMethod, ICalEventStatus, type ICalCalendar } from 'ical-generator'
import { oneLine } from '#platform/text'
import { remembered } from '#platform/time'
import { timeZoneComponent } from './time-zone.ts'

export type CalendarEntry = {
  /** For ever the same: what a calendar knows the entry by (RFC 7986, 5.3). */
  id: string
  /** Rises with every change; a calendar ignores what is older than what it has. */
  sequence: number
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  timeZone: string
  title: string
  description: string
  place: string
  url: string
  status: 'confirmed' | 'tentative' | 'cancelled'
  /** How it repeats (RFC 5545, 3.3.10), counted from its beginning; the beginnings that are left out, and those beside the rule. */
  repeats?: { rule: string; except: Temporal.Instant[]; also: Temporal.Instant[] } | undefined
  /** It stands for one date of an entry that repeats: the beginning which the rule gives that date. */
  dateOf?: Temporal.Instant | undefined
}

type Mailbox = { name: string; email: string }

/** Who invites whom, and what the guest has answered already: their calendar asks nothing more. */
export type Invitation = { organizer: Mailbox; guest: Mailbox; answer: 'accepted' | 'tentative' | 'declined' }

export type CalendarFile = {
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH'
  /** The name of a feed. */
  name?: string | undefined
  entries: CalendarEntry[]
  invitation?: Invitation | undefined
  now: Temporal.Instant
}

/** The file as text. Line breaks, commas, semicolons and quotation marks in what people wrote stay what they are: words. */
export function calendarText({ invitation, now, ...entries }: CalendarFile): string {
  const file = { ...entries, now: now.round('second') }
  const key = JSON.stringify([file, invitation?.organizer])
  const text = invitation ? recent(key, () => textOf(file, invitation.organizer)) : textOf(file)
  return invitation ? withGuest(text, invitation, file.entries) : text
}

/** The guest stands in each part, with their answer to it: of a series they may wait for some dates. */
function withGuest(text: string, invitation: Invitation, entries: CalendarEntry[]): string {
  let part = 0
  return text.replaceAll('\r\nEND:VEVENT', () => {
    const waits = entries.length > 1 && entries[part++]?.status === 'tentative'
    return `\r\n${foldLines(guestLine(waits ? { ...invitation, answer: 'tentative' } : invitation))}\r\nEND:VEVENT`
  })
}

/** Many are invited to the same thing at the same time; only the line with the guest differs. */
const recent = remembered<string>(50)

function textOf({ method, name, entries, now }: Omit<CalendarFile, 'invitation'>, organizer?: Mailbox): string {
  const calendar = ical({ prodId: { company: 'Guildhall', product: 'Guildhall' }, method: ICalCalendarMethod[method] })
  calendar.timezone({ name: null, generator: (timeZone) => timeZoneComponent(timeZone, spanOf(entries)) })
  if (name) calendar.name(escaped(words(name))).ttl(3600)
  for (const entry of entries) addEntry(calendar, entry, { organizer, now })
  return `${calendar.toString()}\r\n`
}

function addEntry(
  calendar: ICalCalendar,
  entry: CalendarEntry,
  { organizer, now }: { organizer: Mailbox | undefined; now: Temporal.Instant },
) {
  const { id, sequence, url, status } = entry
  const timeZone = isInDoubt(entry) ? 'UTC' : entry.timeZone
  const event = calendar.createEvent({
    id,
    sequence,
    timezone: timeZone,
    stamp: now.toZonedDateTimeISO('UTC'),
    start: entry.startsAt.toZonedDateTimeISO(timeZone),
    end: entry.endsAt.toZonedDateTimeISO(timeZone),
    summary: words(entry.title),
    description: { plain: lines(entry.description) },
    location: entry.place ? words(entry.place) : null,
    url,
    status: statuses[status],
    repeating: entry.repeats ? repeatLines(entry.repeats, timeZone) : null,
    recurrenceId: entry.dateOf?.toZonedDateTimeISO(timeZone) ?? null,
  })
  if (organizer) event.organizer({ name: words(organizer.name), email: organizer.email })
}

const statuses = { confirmed: ICalEventStatus.CONFIRMED, tentative: ICalEventStatus.TENTATIVE, cancelled: ICalEventStatus.CANCELLED }

const repeatLines = ({ rule, except, also }: NonNullable<CalendarEntry['repeats']>, timeZone: string) =>
  [`RRULE:${rule}`, ...also.map((at) => `RDATE${onWall(at, timeZone)}`), ...except.map((at) => `EXDATE${onWall(at, timeZone)}`)].join('\n')

function onWall(at: Temporal.Instant, timeZone: string): string {
  const wall = at.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
  return timeZone === 'UTC' ? `:${wall}Z` : `;TZID=${timeZone}:${wall}`
}

/** What repeats does so by the hour on the wall. */
const isInDoubt = ({ startsAt, endsAt, timeZone, repeats, dateOf }: CalendarEntry) =>
  !repeats && !dateOf && (isSaidTwice(startsAt, timeZone) || isSaidTwice(endsAt, timeZone))

/** In the night the clocks go back an hour comes twice, and programs disagree on which is meant: UTC is never in doubt. */
function isSaidTwice(moment: Temporal.Instant, timeZone: string): boolean {
  const wall = moment.toZonedDateTimeISO(timeZone).toPlainDateTime()
  const [first, second] = (['earlier', 'later'] as const).map(
    (disambiguation) => wall.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds,
  )
  return first !== second
}

const standing = { accepted: 'ACCEPTED', tentative: 'TENTATIVE', declined: 'DECLINED' }

/** RFC 5545, 3.8.4.1; the name quoted as RFC 6868 has it. */
function guestLine({ guest, answer }: Invitation): string {
  const name = escape(words(guest.name) || guest.email, true)
  return `ATTENDEE;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;PARTSTAT=${standing[answer]};RSVP=FALSE;CN="${name}":mailto:${words(guest.email)}`
}

/** The stretch of time that the zones' rules must cover. */
function spanOf(entries: CalendarEntry[]) {
  const moments = entries
    .flatMap(({ startsAt, endsAt, repeats }) => [startsAt, repeats ? endsAt.add({ hours: 24 * 730 }) : endsAt])
    .toSorted(Temporal.Instant.compare)
  const now = Temporal.Instant.fromEpochMilliseconds(0)
  return { from: moments[0] ?? now, to: moments.at(-1) ?? now }
}

const words = (text: string) => oneLine(text).toWellFormed()

const lines = (text: string) =>
  text
    .split(/\r\n|[\r\n\u0085\u2028\u2029]/)
    .map(words)
    .join('\n')
    .trim()

/** The library escapes every text but the calendar's name. */
const escaped = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`)
