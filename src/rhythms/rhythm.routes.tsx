import { z } from 'zod'
import {
  deskOf,
  EventFormPage,
  eventPageTables,
  eventPaths,
  findEvent,
  findForSteward,
  formOf,
  isAfter,
  listEventsById,
  listTheseEvents,
  nextChange,
  readerOf,
  readEventForm,
  type EventFormRead,
  type EventInput,
} from '#events'
import { anyone, newRoutes, notFound, readForm, steward, type Asked } from '#platform/http'
import type { FormState } from '#platform/html'
import { inputOf } from './date.actions.ts'
import { ownParts, take } from './own.rules.ts'
import { beginRhythm, changeRhythm, findWithDates, type Begun, type Repeating } from './rhythm.actions.ts'
import { findDateOf, listDateSlugs, type Rhythm, type RhythmDate } from './rhythm.data.ts'
import { newRepeating, readRepeating, repeatingValues } from './rhythm.form.ts'
import { RepeatingFields, RepeatPage } from './rhythm-form.pages.tsx'
import { RhythmPage, type DateLine } from './rhythm.pages.tsx'
import { rhythmWords } from './rhythm.words.ts'

/** Series of dates: their page for everybody, and what stewards do with them. */
export const rhythmRoutes = newRoutes()
  .get('/events/:slug/rhythm', steward, async (c) => c.var.page(<RepeatPage event={await findForSteward(c)} form={newRepeating()} />))
  .post('/events/:slug/rhythm', steward, async (c) => {
    const event = await findForSteward(c)
    const { repeating, form } = await readRepeating(c)
    if (!repeating) return c.var.page(<RepeatPage event={event} form={form} />, 422)
    const begun = await beginRhythm(c.var.db, deskOf(c), { event, repeating }, c.var.now)
    if ('slug' in begun) return c.redirect(eventPaths.rhythm(begun.slug), 303)
    return c.var.page(<RepeatPage event={event} form={{ ...newRepeating(), errors: { '': whyNot(c)[begun.refused] } }} />, 409)
  })
  .get('/events/rhythms/:slug', anyone, async (c) => {
    const { rhythm, dates } = await shown(c)
    const { db, now, language, network, person, t } = c.var
    const slugs = await listDateSlugs(db, rhythm.id)
    const upcoming = slugs.length > 0 ? await listTheseEvents(db, readerOf(c), now, slugs) : []
    const words = rhythm.texts.find((text) => text.language === language) ?? { language: network.language, title: rhythm.given.title }
    const lines = person?.isSteward ? await linesOf(c, dates) : []
    const keep = { tables: eventPageTables, until: nextChange(upcoming, now) }
    const page = { slug: rhythm.slug, ...words, often: rhythmWords(rhythm, language, t), upcoming, lines }
    return c.var.page(<RhythmPage {...page} />, person ? 200 : { keep })
  })
  .get('/events/rhythms/:slug/edit', steward, async (c) => {
    const { rhythm, date, event } = await followed(c)
    const asGiven = { ...event, ...take(date.given) }
    const form = { values: { ...formOf(asGiven, asGiven).values, ...repeatingValues(rhythm) }, errors: {} }
    return showForm(c, { rhythm, from: event.slug, form, seen: rhythm.changedAt.toString() })
  })
  .post('/events/rhythms/:slug/edit', steward, async (c) => {
    const { rhythm, date, event } = await followed(c)
    const read = await readChange(c)
    if ('form' in read) return showForm(c, { rhythm, from: event.slug, form: read.form, seen: read.form.values['seen'] ?? '' }, 422)
    const changed = await changeRhythm(c.var.db, deskOf(c), { slug: rhythm.slug, from: date.number, ...read }, c.var.now)
    if ('changed' in changed) return c.redirect(eventPaths.rhythm(rhythm.slug), 303)
    if (changed.refused === 'gone') return notFound()
    const { typed = {} } = await readForm(c, z.unknown())
    const errors = {
      '': c.var.t(
        'Somebody else saved this series while you were writing. Yours is below. Open the page in another window to compare; save again to put yours in its place.',
      ),
    }
    return showForm(c, { rhythm, from: event.slug, form: { values: typed, errors }, seen: rhythm.changedAt.toString() }, 409)
  })

async function shown(c: Asked) {
  return (await findWithDates(c.var.db, c.var.network.id, c.req.param('slug') ?? '')) ?? notFound()
}

/** The date from which a series is to be changed. */
async function followed(c: Asked) {
  const { rhythm } = await shown(c)
  const event = (await findEvent(c.var.db, readerOf(c), { slug: c.req.query('from') ?? '' })) ?? notFound()
  const date = (await findDateOf(c.var.db, rhythm.id, event.id)) ?? notFound()
  return { rhythm, date, event }
}

type Read = { input: EventInput; repeating: Repeating; seen: string } | { form: FormState }

/** All there is to mend at once. */
async function readChange(c: Asked): Promise<Read> {
  const facts = await readEventForm(c)
  const rule = await readRepeating(c)
  if (facts.input?.startsAt && rule.repeating) return { input: facts.input, repeating: rule.repeating, seen: rule.seen }
  const { typed = {} } = await readForm(c, z.unknown())
  return { form: { values: typed, errors: { ...undated(c, facts), ...facts.form?.errors, ...rule.form?.errors } } }
}

const undated = (c: Asked, { input }: EventFormRead): Record<string, string> =>
  input?.startsAt === null ? { openDate: c.var.t('A series needs a date.') } : {}

type Shown = { rhythm: Rhythm; from: string; form: FormState; seen: string }

function showForm(c: Asked, { rhythm, from, form, seen }: Shown, status: 200 | 409 | 422 = 200) {
  const series = {
    title: rhythm.given.title,
    href: eventPaths.rhythm(rhythm.slug),
    action: eventPaths.rhythmFrom(rhythm.slug, from),
    fields: <RepeatingFields form={form} />,
  }
  return c.var.page(<EventFormPage form={form} seen={seen} series={series} />, status)
}

/** The dates ahead with what was changed for each alone. */
async function linesOf(c: Asked, dates: RhythmDate[]): Promise<DateLine[]> {
  const reader = { ...readerOf(c), language: c.var.network.language }
  const events = await listEventsById(
    c.var.db,
    reader,
    dates.flatMap(({ eventId }) => eventId ?? []),
  )
  return dates.flatMap(({ eventId, given }) => {
    const event = events.find(({ id }) => id === eventId)
    return event?.startsAt && isAfter(event.startsAt, c.var.now) ? [{ event, own: ownParts(given, inputOf(event)) }] : []
  })
}

const whyNot = ({ var: { t } }: Asked): Record<Extract<Begun, { refused: string }>['refused'], string> => ({
  'no-date': t('Set the date first, then repeat it.'),
  draft: t('Publish the event first, then repeat it.'),
  'in-series': t('This is a date of a series already.'),
})
