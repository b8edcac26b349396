import { eventPaths, findEvent, guestOf, readerOf, type Call, type Event } from '#events'
import { anyone, newRoutes, notFound, signedIn, type Asked, type RequestContext } from '#platform/http'
import { goIntoCall } from './attendance.actions.ts'
import { CallPage } from './call.pages.tsx'
import { findOpened } from './door.data.ts'
import { isOpen } from './door.rules.ts'

/** The way into a call, for whoever has a seat. Opening the page notes nothing; its button does. */
export const callRoutes = newRoutes()
  .get('/events/:slug/call', signedIn, async (c) => show(c, await mine(c)))
  .post('/events/:slug/call', signedIn, async (c) => enter(c, await mine(c)))
  .get('/rsvp/:token/call', anyone, async (c) => show(c, await linked(c)))
  .post('/rsvp/:token/call', anyone, async (c) => enter(c, await linked(c)))

type Shown = Asked & Pick<RequestContext, 'header'>

type Entering = { event: Event; call: Call; personId: string; path: string }

async function mine(c: Asked): Promise<Entering> {
  const event = (await findEvent(c.var.db, readerOf(c), { slug: c.req.param('slug') ?? '' })) ?? notFound()
  return entering(event, c.var.person?.id ?? notFound(), eventPaths.call(event.slug))
}

async function linked(c: RequestContext): Promise<Entering> {
  const { guest, person, token } = await guestOf(c, 'rsvp')
  const reader = { networkId: c.var.network.id, language: c.var.language, personId: person.id }
  const event = (await findEvent(c.var.db, reader, { id: guest.eventId })) ?? notFound()
  return entering(event, person.id, `${eventPaths.rsvpLink(token)}/call`)
}

/** There is no way in without a seat, without a call, or once it has been called off. */
function entering(event: Event, personId: string, path: string): Entering {
  const { call } = event
  return call && event.isCall && !event.cancelledAt ? { event, call, personId, path } : notFound()
}

const isOpenNow = async (c: Asked, { id, startsAt }: Event) => isOpen({ startsAt, openedAt: await findOpened(c.var.db, id) }, c.var.now)

/** Browsers refuse to send a form on to another site, so the page that follows it does. */
async function show(c: Shown, { event, call, path }: Entering) {
  const isDoorOpen = await isOpenNow(c, event)
  const opening = isDoorOpen && c.req.query('done') === 'opening' && call.joinUrl !== ''
  if (opening) c.header('refresh', `0; url=${new URL(call.joinUrl).href}`)
  return c.var.page(<CallPage event={event} call={call} action={path} opening={opening} isOpen={isDoorOpen} />)
}

async function enter(c: Shown, { event, personId, path }: Entering) {
  if (!(await isOpenNow(c, event))) return c.redirect(path, 303)
  await goIntoCall(c.var.db, { event, personId, language: c.var.language }, c.var.now)
  return c.redirect(`${path}?done=opening`, 303)
}
