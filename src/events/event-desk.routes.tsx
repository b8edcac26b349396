import { emptyForm } from '#platform/html'
import { newRoutes, notFound, readForm, steward, textInput, type Asked } from '#platform/http'
import { z } from 'zod'
import { beginEvent, saveEvent, type Desk, type EventSaved } from './event.actions.ts'
import { CancellationPage, RemovalPage } from './event-controls.pages.tsx'
import { findEvent, type Event } from './event.data.ts'
import { EventFormPage } from './event-form.pages.tsx'
import { formOf, newEventForm, readEventForm } from './event.form.ts'
import { cancelEvent, copyEvent, publishEvent, removeEventDraft } from './event-state.actions.ts'
import { listEventTexts } from './event-write.data.ts'
import { eventPaths } from './events.paths.ts'
import { readerOf } from './events.routes.tsx'

const cancellationForm = z.object({ reason: textInput(1000) })

/** Where stewards begin, change, publish, copy and call off events. */
export const eventDeskRoutes = newRoutes()
  .get('/events/new', steward, (c) =>
    c.var.page(<EventFormPage form={newEventForm(c.req.query('kind') ?? 'office-hours', c.var.network.timeZone)} />),
  )
  .post('/events', steward, async (c) => {
    const { input, form } = await readEventForm(c)
    if (!input) return c.var.page(<EventFormPage form={form} />, 422)
    const { slug } = await beginEvent(c.var.db, deskOf(c), input, c.var.now)
    return c.redirect(eventPaths.event(slug), 303)
  })
  .get('/events/:slug/edit', steward, async (c) => {
    const event = await findForSteward(c)
    return c.var.page(
      <EventFormPage form={formOf(event, await ownWords(c, event))} edited={await editedOf(c, event)} seen={event.changedAt.toString()} />,
    )
  })
  .post('/events/:slug', steward, async (c) => {
    const event = await findForSteward(c)
    const { input, seen = '', form } = { seen: undefined, ...(await readEventForm(c)) }
    if (!input) return c.var.page(<EventFormPage form={form} edited={await editedOf(c, event)} seen={form.values['seen']} />, 422)
    const saved = await saveEvent(c.var.db, deskOf(c), { slug: event.slug, seen, input }, c.var.now)
    return 'slug' in saved ? c.redirect(eventPaths.event(saved.slug), 303) : showRefusal(c, event, saved)
  })
  .post('/events/:slug/publication', steward, async (c) => {
    const slug = c.req.param('slug')
    if (!(await publishEvent(c.var.db, deskOf(c), slug, c.var.now))) notFound()
    return c.redirect(eventPaths.event(slug), 303)
  })
  .post('/events/:slug/copy', steward, async (c) => {
    const copy = (await copyEvent(c.var.db, deskOf(c), c.req.param('slug'), c.var.now)) ?? notFound()
    return c.redirect(eventPaths.edit(copy.slug), 303)
  })
  .get('/events/:slug/cancellation', steward, async (c) =>
    c.var.page(<CancellationPage event={await findForSteward(c)} form={emptyForm} />),
  )
  .post('/events/:slug/cancellation', steward, async (c) => {
    const event = await findForSteward(c)
    const { values, form } = await readForm(c, cancellationForm)
    if (!values) return c.var.page(<CancellationPage event={event} form={form} />, 422)
    if (!(await cancelEvent(c.var.db, deskOf(c), { slug: event.slug, reason: values.reason }, c.var.now))) notFound()
    return c.redirect(eventPaths.event(event.slug), 303)
  })
  .get('/events/:slug/removal', steward, async (c) => {
    const event = await findForSteward(c)
    return event.publishedAt ? c.redirect(eventPaths.cancellation(event.slug), 303) : c.var.page(<RemovalPage event={event} />)
  })
  .post('/events/:slug/removal', steward, async (c) => {
    if (!(await removeEventDraft(c.var.db, c.var.network.id, c.req.param('slug')))) notFound()
    return c.redirect(eventPaths.events, 303)
  })

export const findForSteward = async (c: Asked): Promise<Event> =>
  (await findEvent(c.var.db, readerOf(c), { slug: c.req.param('slug') ?? '' })) ?? notFound()

export const deskOf = (c: Asked): Desk => ({
  networkId: c.var.network.id,
  language: c.var.network.language,
  personId: c.var.person?.id ?? notFound(),
})

/** The words in the network's own language, whatever the steward reads. */
async function ownWords(c: Asked, event: Event) {
  const texts = await listEventTexts(c.var.db, event.id)
  return texts.find(({ language }) => language === c.var.network.language) ?? event
}

async function editedOf(c: Asked, event: Event) {
  const written = (await listEventTexts(c.var.db, event.id)).map(({ language }) => language)
  return {
    slug: event.slug,
    title: event.title,
    language: c.var.network.language,
    written,
    told: event.publishedAt ? event.seated + event.waiting : 0,
  }
}

/** The same page with what was typed: somebody saved meanwhile, or more people are seated than there would be seats. */
async function showRefusal(c: Asked, event: Event, refusal: Exclude<EventSaved, { slug: string }>) {
  if (refusal.refused === 'gone') return notFound()
  const { t } = c.var
  const { typed = {} } = await readForm(c, z.unknown())
  const errors =
    refusal.refused === 'saved-by-another'
      ? {
          '': t(
            'Somebody else saved this event while you were writing. Yours is below. Open the page in another window to compare; save again to put yours in its place.',
          ),
        }
      : { capacity: t('{{count}} people have a seat already. Enter at least that number.', { count: refusal.seated }) }
  return c.var.page(
    <EventFormPage form={{ values: typed, errors }} edited={await editedOf(c, event)} seen={event.changedAt.toString()} />,
    409,
  )
}
