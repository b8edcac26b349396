import { findEvent, listForCalendar, listMyEvents, readerOf } from '#events'
import { findPerson } from '#people'
import { calendarText, type CalendarEntry } from '#platform/calendar'
import { anyone, languageAsked, newRoutes, notFound, signedIn, type Asked } from '#platform/http'
import { answerCalendar } from './calendar-answer.ts'
import { findFeedVersion, renewFeed } from './feed.data.ts'
import { readFeedToken } from './feed-token.ts'
import { seriesFile } from './series.actions.ts'
import { guestEntry, heldOf, publicEntry } from './invitation.ts'

const kept = { hours: 24 * 365 }

/** Calendars to subscribe to, and single entries. */
export const calendarRoutes = newRoutes()
  .get('/calendar.ics', anyone, async (c) => {
    const { db, network, now, config } = c.var
    const events = await listForCalendar(db, { networkId: network.id, language: languageAsked(c) }, now.subtract(kept))
    const entries = events.flatMap((event) => heldOf(event) ?? []).map((event) => publicEntry(event, config.baseUrl))
    return answerFeed(c, network.name, entries, events)
  })
  .get('/events/:slug/calendar.ics', anyone, async (c) => {
    const event = (await findEvent(c.var.db, readerOf(c), { slug: c.req.param('slug') })) ?? notFound()
    const held = heldOf(event) ?? notFound()
    const place = { baseUrl: c.var.config.baseUrl, language: c.var.language }
    const series = await seriesFile(c.var.db, { ...place, network: c.var.network }, event, c.var.person && { ...c.var.person, ...place })
    if (series) return answerCalendar(c, series, `${event.slug}.ics`)
    const mine = event.mine && event.mine.answer !== 'declined' ? event.mine : null
    const entry = mine ? guestEntry(held, event.call, mine, place) : publicEntry(held, place.baseUrl)
    return answerCalendar(c, calendarText({ method: 'PUBLISH', entries: [entry], now: event.changedAt }), `${event.slug}.ics`)
  })
  .get('/me/calendar/:file', anyone, async (c) => {
    const { db, network, now, config } = c.var
    const feed = readFeedToken(network.secret, c.req.param('file').replace(/\.ics$/, '')) ?? notFound()
    const person = (await findPerson(db, feed.personId)) ?? notFound()
    if ((await findFeedVersion(db, person.id)) !== feed.version) notFound()
    const language = person.language ?? network.language
    const events = await listMyEvents(db, { networkId: network.id, language, personId: person.id }, now.subtract(kept))
    const entries = events.flatMap((event) => {
      const held = heldOf(event)
      return held && event.mine ? guestEntry(held, event.call, event.mine, { baseUrl: config.baseUrl, language }) : []
    })
    return answerFeed(c, network.name, entries, events)
  })
  .post('/me/calendar/renewal', signedIn, async (c) => {
    await renewFeed(c.var.db, c.var.person.id, c.var.now)
    return c.redirect('/me', 303)
  })

/** Stamped with the last change, so that the same entries are the same bytes. */
function answerFeed(c: Asked, name: string, entries: CalendarEntry[], events: { changedAt: Temporal.Instant }[]) {
  const changedAt =
    events
      .map((event) => event.changedAt)
      .toSorted(Temporal.Instant.compare)
      .at(-1) ?? Temporal.Instant.fromEpochMilliseconds(0)
  return answerCalendar(c, calendarText({ method: 'PUBLISH', name, entries, now: changedAt }), 'calendar.ics')
}
