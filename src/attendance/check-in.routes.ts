import { eventPaths, findForSteward } from '#events'
import { newRoutes, notFound, steward, type Asked } from '#platform/http'
import { checkIn, checkOut } from './attendance.actions.ts'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Hosts note who was there, on the list of those who come. */
export const checkInRoutes = newRoutes()
  .post('/events/:slug/attendees/:personId/attendance', steward, async (c) => {
    const { event, personId } = await noted(c)
    if (!(await checkIn(c.var.db, { event, personId, by: c.var.person.id }, c.var.now))) notFound()
    return c.redirect(eventPaths.attendees(event.slug), 303)
  })
  .post('/events/:slug/attendees/:personId/attendance/removal', steward, async (c) => {
    const { event, personId } = await noted(c)
    await checkOut(c.var.db, { eventId: event.id, personId })
    return c.redirect(eventPaths.attendees(event.slug), 303)
  })

async function noted(c: Asked) {
  const personId = c.req.param('personId') ?? ''
  const event = await findForSteward(c)
  return uuid.test(personId) ? { event, personId } : notFound()
}
