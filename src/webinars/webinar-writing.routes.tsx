import { emptyForm, WordsRemovalPage } from '#platform/html'
import {
  languageAsked,
  newRoutes,
  notFound,
  publicationForm,
  readForm,
  readWriting,
  steward,
  wordsRemovalForm,
  type Again,
  type Asked,
} from '#platform/http'
import { formatDay } from '#platform/time'
import { beginWebinar, publishWebinar, removeWebinarWords, saveWebinar, type WebinarEntry, type WebinarSaved } from './webinar.actions.ts'
import { listHeldEvents } from './webinar-event.data.ts'
import { findWebinar, findWebinarText, listWebinarLanguages, type Webinar, type WholeWebinar } from './webinar.data.ts'
import { valuesOf } from './webinar-event.rules.ts'
import { webinarForm, type WebinarInput } from './webinar.inputs.ts'
import { readerOf } from './webinar.routes.tsx'
import { WebinarWritingPage } from './webinar-writing.pages.tsx'
import { paths } from './webinars.paths.ts'

/** Where stewards keep the archive: add, edit, publish, take back, remove. */
export const webinarWritingRoutes = newRoutes()
  .get('/webinars/new', steward, (c) => begin(c))
  .post('/webinars', steward, (c) => save(c))
  .get('/webinars/:slug/edit', steward, (c) => edit(c))
  .post('/webinars/:slug', steward, (c) => save(c, c.req.param('slug')))
  .post('/webinars/:slug/publication', steward, async (c) => {
    const { values } = await readForm(c, publicationForm)
    const slug = c.req.param('slug')
    const who = { networkId: c.var.network.id, personId: c.var.person.id }
    if (values && !(await publishWebinar(c.var.db, who, slug, values.publish === 'yes' ? c.var.now : null))) notFound()
    return c.redirect(paths.webinar(slug), 303)
  })
  .get('/webinars/:slug/removal', steward, async (c) => {
    const { id, slug, title } = await findForSteward(c)
    const written = await listWebinarLanguages(c.var.db, id)
    const question = c.var.t('Remove this webinar?')
    return c.var.page(<WordsRemovalPage {...{ question, title, action: paths.webinarRemoval(slug), written }} />)
  })
  .post('/webinars/:slug/removal', steward, async (c) => {
    const { values } = await readForm(c, wordsRemovalForm)
    const slug = c.req.param('slug')
    const isLeft = await removeWebinarWords(c.var.db, { networkId: c.var.network.id, slug, only: values?.only })
    return c.redirect(isLeft ? paths.webinar(slug) : paths.webinars, 303)
  })

const findForSteward = async (c: Asked) => (await findWebinar(c.var.db, readerOf(c), c.req.param('slug') ?? '')) ?? notFound()

/** An empty page, or what is known already of the event that it was. */
async function begin(c: Asked) {
  const language = languageAsked(c)
  const held = await heldToChoose(c)
  const slug = c.req.query('event')
  const event = slug === undefined ? undefined : (held.find((one) => one.slug === slug) ?? notFound())
  if (event?.entry) return c.redirect(paths.webinar(event.entry), 303)
  const form = event ? { values: valuesOf(event), errors: {} } : emptyForm
  return c.var.page(<WebinarWritingPage {...{ language, written: [], form, held }} />)
}

async function heldToChoose(c: Asked) {
  const { db, network, language, now } = c.var
  const held = await listHeldEvents(db, { networkId: network.id, language }, now)
  return held.map((event) => ({ ...event, day: formatDay(event.startsAt, event.timeZone, language) }))
}

async function edit(c: Asked) {
  const webinar = await findForSteward(c)
  const language = languageAsked(c)
  const text = await findWebinarText(c.var.db, webinar.id, language)
  const { title = '', summary = '', speakers = '', body = '' } = text ?? {}
  const form = { values: { title, summary, speakers, body, ...factsOf(webinar) }, errors: {} }
  const written = await listWebinarLanguages(c.var.db, webinar.id)
  return c.var.page(
    <WebinarWritingPage
      slug={webinar.slug}
      language={language}
      written={written}
      seen={text?.editedAt.toString()}
      form={form}
      held={await heldToChoose(c)}
      isChosen={webinar.who.length > 0}
    />,
  )
}

const factsOf = ({ heldOn, minutes, recording, slides, eventId }: Webinar) => ({
  event: eventId ?? '',
  heldOn: heldOn.toString(),
  minutes: String(minutes ?? ''),
  recording: recording ?? '',
  slides: slides ?? '',
})

/** Saves what was written, or shows it again: as a preview, or with what to mend. */
async function save(c: Asked, slug?: string) {
  const { webinar, written } = await soFar(c, slug)
  const held = await heldToChoose(c)
  const show = (again: Again, status: number) =>
    c.var.page(<WebinarWritingPage {...{ slug, written, held, isChosen: hasSpeakers(webinar), ...again }} />, status)
  const read = await readWriting(c, webinarForm)
  if (read.again) return show(read.again, read.status)
  const { language } = read.values
  const saved = await store(c, { ...read.values, event: eventChosen(read.values, held, webinar) }, slug)
  if ('slug' in saved) return c.redirect(`${paths.webinar(saved.slug)}?language=${language}`, 303)
  if (saved.refused === 'gone' || !webinar) notFound()
  return show(read.overtaken((await findWebinarText(c.var.db, webinar.id, language))?.editedAt.toString()), 409)
}

/** What is there already of an entry that is changed. */
async function soFar(c: Asked, slug: string | undefined) {
  const webinar = slug === undefined ? undefined : await findForSteward(c)
  return { webinar, written: webinar ? await listWebinarLanguages(c.var.db, webinar.id) : [] }
}

const hasSpeakers = (webinar: WholeWebinar | undefined) => webinar !== undefined && webinar.who.length > 0

/** One of those that could be chosen; what was chosen before stays chosen, however long ago it was. */
const eventChosen = ({ event }: WebinarInput, held: { id: string }[], webinar: Webinar | undefined): string | null =>
  held.some(({ id }) => id === event) || event === webinar?.eventId ? event : null

function store(c: Asked, values: WebinarInput, slug: string | undefined): Promise<WebinarSaved> {
  const { language, title, summary, speakers, body, seen, heldOn, minutes, recording, slides, event } = values
  const entry: WebinarEntry = {
    facts: { heldOn, minutes, recording, slides, eventId: event },
    words: { language, title, summary, speakers, body },
  }
  const who = { networkId: c.var.network.id, personId: c.var.person?.id ?? null }
  return slug === undefined
    ? beginWebinar(c.var.db, who, entry, c.var.now)
    : saveWebinar(c.var.db, who, { ...entry, slug, seen }, c.var.now)
}
