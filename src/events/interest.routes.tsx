import { z } from 'zod'
import { honeypotName } from '#platform/html'
import { placeOf, savePerson } from '#people'
import { anyone, emailInput, lineInput, mayTry, networkOf, newRoutes, notFound, readForm, type RequestContext } from '#platform/http'
import { findEvent } from './event.data.ts'
import { stateOf } from './event.rules.ts'
import { guestToken } from './event-links.ts'
import { eventPaths } from './events.paths.ts'
import { readerOf } from './events.routes.tsx'
import { guestOf } from './guest.routes.ts'
import { askForDate, stopWaitingForDate, waitForDate } from './interest.actions.ts'
import { findInterest } from './interest.data.ts'
import { AskAgainPage, InterestConfirmPage, InterestPage } from './interest.pages.tsx'

const interestForm = z.object({ interestEmail: emailInput, [honeypotName]: lineInput(200) })
const perAddress = { name: 'ask for a date, address', tries: 3, window: Temporal.Duration.from({ hours: 1 }) }
const perClient = { name: 'ask for a date, client', tries: 30, window: Temporal.Duration.from({ hours: 1 }) }

/** Being told a date that is not set yet. */
export const interestRoutes = newRoutes()
  .post('/events/:slug/interest', anyone, async (c) => {
    const { db, now, person, language } = c.var
    const event = (await findEvent(db, readerOf(c), { slug: c.req.param('slug') })) ?? notFound()
    if (stateOf(event, now) !== 'to-be-announced') return c.redirect(eventPaths.event(event.slug), 303)
    if (person) {
      await waitForDate(db, { eventId: event.id, personId: person.id }, now)
      const token = guestToken(c.var.network.secret, 'interest', { eventId: event.id, personId: person.id })
      return c.redirect(event.kind === 'academy' ? eventPaths.interestTeam(token) : `${eventPaths.event(event.slug)}?done=interest`, 303)
    }
    const { values, form } = await readForm(c, interestForm)
    if (!values) return c.var.page(<AskAgainPage event={event} form={form} />, 422)
    if (!values[honeypotName] && (await mayAsk(c, values.interestEmail)))
      await askForDate(db, placeOf(c), { event, email: values.interestEmail, language }, now)
    return c.redirect(`${eventPaths.event(event.slug)}?done=interest-asked`, 303)
  })
  .get('/interest/:token', anyone, async (c) => {
    const { event, guest, token } = await linked(c)
    const interest = await findInterest(c.var.db, guest)
    if (stateOf(event, c.var.now) !== 'to-be-announced') return c.redirect(eventPaths.event(event.slug), 303)
    return c.var.page(
      interest?.confirmedAt ? <InterestPage event={event} token={token} /> : <InterestConfirmPage event={event} token={token} />,
    )
  })
  .post('/interest/:token', anyone, async (c) => {
    const { event, guest, person, token } = await linked(c)
    if (!person.emailProvedAt) await savePerson(c.var.db, person.id, { emailProvedAt: c.var.now })
    await waitForDate(c.var.db, guest, c.var.now)
    return c.redirect(event.kind === 'academy' ? eventPaths.interestTeam(token) : eventPaths.interestLink(token), 303)
  })
  .post('/interest/:token/end', anyone, async (c) => {
    const { guest, event } = await linked(c)
    await stopWaitingForDate(c.var.db, guest)
    return c.redirect(`${eventPaths.event(event.slug)}?done=interest-ended`, 303)
  })

async function mayAsk(c: RequestContext, email: string): Promise<boolean> {
  const { db, now, clientAddress } = c.var
  return (await mayTry(db, perClient, networkOf(clientAddress), now)) && (await mayTry(db, perAddress, email, now))
}

async function linked(c: RequestContext) {
  const { guest, person, token } = await guestOf(c, 'interest')
  const event =
    (await findEvent(c.var.db, { ...readerOf(c), personId: guest.personId, steward: false }, { id: guest.eventId })) ?? notFound()
  return { event, guest, person, token }
}
