import { eventPaths, findEvent, readerOf } from '#events'
import { anyone, newRoutes, notFound, steward, type Asked } from '#platform/http'
import { findOpened, saveOpened } from './door.data.ts'
import { isOpen } from './door.rules.ts'

/** The door of a call: whether it is open, for pages that wait before it; and a host opens it before its hour. */
export const doorRoutes = newRoutes()
  .get('/events/:slug/call/door', anyone, async (c) => {
    const event = await eventAsked(c)
    const door = { startsAt: event.startsAt, openedAt: await findOpened(c.var.db, event.id) }
    return c.json({ isOpen: isOpen(door, c.var.now) }, 200, { 'cache-control': 'no-store' })
  })
  .post('/events/:slug/call/door', steward, async (c) => {
    const event = await eventAsked(c)
    await saveOpened(c.var.db, { eventId: event.id, openedAt: c.var.now, openedBy: c.var.person.id })
    return c.redirect(eventPaths.call(event.slug), 303)
  })

async function eventAsked(c: Asked) {
  const event = (await findEvent(c.var.db, readerOf(c), { slug: c.req.param('slug') ?? '' })) ?? notFound()
  return event.isCall && !event.cancelledAt ? event : notFound()
}
