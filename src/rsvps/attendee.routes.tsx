import { eventPaths, findForSteward } from '#events'
import { newRoutes, notFound, pageAsked, pagesFor, steward, type Asked } from '#platform/http'
import { listAnswered } from '#rsvp-forms'
import { countAnswers, findAttendee, listAttendees, type Attendee } from './attendee.data.ts'
import { attendeesFile } from './attendee.file.ts'
import { AttendeeRemovalPage, AttendeesPage } from './attendee.pages.tsx'
import { hallOf } from './hall.ts'
import { removeGuest } from './rsvp.actions.ts'

const pageSize = 250

/** Who comes: for stewards. */
export const attendeeRoutes = newRoutes()
  .get('/events/:slug/attendees', steward, async (c) => {
    const event = await findForSteward(c)
    const counts = await countAnswers(c.var.db, event.id)
    const pages = pagesFor(counts.all, pageSize)
    const page = Math.min(pages, pageAsked(c))
    const attendees = await listAttendees(c.var.db, event.id, { limit: pageSize, offset: (page - 1) * pageSize })
    const asked = await answersOf(c, event.id, attendees)
    return c.var.page(<AttendeesPage {...{ event, attendees, asked, counts, page, pages }} />)
  })
  .get('/events/:slug/attendees.csv', steward, async (c) => {
    const event = await findForSteward(c)
    const attendees = await listAttendees(c.var.db, event.id)
    const asked = await answersOf(c, event.id, attendees)
    return c.body(attendeesFile({ attendees, asked, timeZone: event.timeZone }, c.var.language), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${event.slug}.csv"`,
      'cache-control': 'no-store',
    })
  })
  .get('/events/:slug/attendees/:personId/removal', steward, async (c) => {
    const { event, person } = await attendee(c)
    return c.var.page(<AttendeeRemovalPage event={event} name={person.name || person.email} personId={person.id} />)
  })
  .post('/events/:slug/attendees/:personId/removal', steward, async (c) => {
    const { event, person } = await attendee(c)
    await removeGuest(c.var.db, hallOf(c), { eventId: event.id, personId: person.id }, c.var.now)
    return c.redirect(eventPaths.attendees(event.slug), 303)
  })

/** What they answered to what the hosts ask. */
const answersOf = (c: Asked, eventId: string, attendees: Attendee[]) =>
  listAnswered(
    c.var.db,
    eventId,
    attendees.map(({ id }) => id),
  )

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function attendee(c: Asked) {
  const personId = c.req.param('personId') ?? ''
  const event = await findForSteward(c)
  const person = (uuid.test(personId) && (await findAttendee(c.var.db, event.id, personId))) || notFound()
  return { event, person }
}
