import { transaction, type Db } from '#database'
import { readStarter, type Language, type StarterText } from '#platform/text'
import { beginEvent, type EventInput } from './event.actions.ts'
import { publishEvent } from './event-state.actions.ts'
import { isKind } from './event.rules.ts'
import { saveEventText } from './event-write.data.ts'
import { dayOfMonth } from './rhythm.rules.ts'

type Network = { id: string; language: Language }

/** Puts the starter events in: office hours on the third Wednesdays to come, and what has no date yet. */
export async function seedEvents(db: Db, network: Network, now: Temporal.Instant): Promise<void> {
  for (const { slug, english, texts } of readStarter('events')) {
    const begun = await beginEvent(db, { networkId: network.id, language: 'en' }, { slug, ...inputOf(english, now) }, now)
    for (const { language, key, body } of texts)
      await transaction(db, (tx) =>
        saveEventText(tx, { eventId: begun.id, language, title: key('title'), summary: key('summary'), description: body }),
      )
    await publishEvent(db, { networkId: network.id }, begun.slug, now)
  }
}

function inputOf({ key, body }: StarterText, now: Temporal.Instant): EventInput {
  const kind = key('kind')
  if (!isKind(kind)) throw new Error(`An event of content/events is of no kind we know: ${kind}`)
  return {
    kind,
    title: key('title'),
    summary: key('summary'),
    description: body,
    hosts: key('hosts')
      .split(',')
      .map((host) => host.trim())
      .filter(Boolean),
    timeZone: key('timeZone'),
    ...spanOf(key, now),
    place: '',
    call: { joinUrl: key('joinUrl'), dialIn: key('dialIn'), meetingId: key('meetingId'), passcode: key('passcode') },
    capacity: Number(key('capacity')) || null,
    rsvpOpensAt: null,
    rsvpClosesAt: null,
    reminders: ['week', 'day', 'hour'],
  }
}

const thirdWednesday = { week: 3, dayOfWeek: 3 }

/** At least two days ahead, so that whoever starts a community can look around before the first one. */
function spanOf(key: StarterText['key'], now: Temporal.Instant): Pick<EventInput, 'startsAt' | 'endsAt'> {
  if (key('dateToBeAnnounced')) return { startsAt: null, endsAt: null }
  const soonest = now.add({ hours: 48 })
  const month = now.toZonedDateTimeISO(key('timeZone')).toPlainDate().toPlainYearMonth()
  const startIn = (months: number) =>
    dayOfMonth(month.add({ months }), thirdWednesday)
      .toZonedDateTime({ timeZone: key('timeZone'), plainTime: Temporal.PlainTime.from(key('localTime')) })
      .toInstant()
  const first = Temporal.Instant.compare(startIn(0), soonest) > 0 ? 0 : 1
  const startsAt = startIn(first + Number(key('monthsAhead')))
  return { startsAt, endsAt: startsAt.add({ minutes: Number(key('minutes')) }) }
}
