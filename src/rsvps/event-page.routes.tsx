import {
  answerFor,
  eventPageTables,
  eventPaths,
  EventPage,
  findEvent,
  findStanding,
  nextChange,
  readerOf,
  refusalWords,
  type Event,
} from '#events'
import { bringWithRsvp, challengePath } from '#office-hours'
import { honeypotName, type FormState } from '#platform/html'
import { anyone, mayTry, networkOf, newRoutes, notFound, readForm, signedIn, type Asked, type Visitor } from '#platform/http'
import { mendWords, readAnswers } from '#rsvp-forms'
import { askToCome } from './ask.actions.ts'
import { answersInForm, changeAnswers } from './answers.actions.ts'
import { doneWords } from './done.words.ts'
import { EventNotices } from './event-notices.pages.tsx'
import { hallOf, visitorAsGuest } from './hall.ts'
import { regret, rsvp } from './rsvp.actions.ts'
import { anyForm, askForm, rsvpForm } from './rsvp.form.ts'
import { RsvpPanel } from './rsvp-panel.pages.tsx'
import { pathsOnEvent } from './rsvps.paths.ts'

const hour = Temporal.Duration.from({ hours: 1 })
const perAddress = { name: 'rsvp, address', tries: 6, window: hour }
const perClient = { name: 'rsvp, client', tries: 200, window: hour }

/** An event's page, and what a person answers there. */
export const eventPageRoutes = newRoutes()
  .get('/events/:slug', anyone, async (c) => {
    const event = await findShown(c)
    return show(c, event, keepOf(c, event))
  })
  .post('/events/:slug/rsvp', anyone, (c) => (c.var.person ? come(c, c.var.person) : ask(c)))
  .post('/events/:slug/regret', signedIn, async (c) => {
    const slug = c.req.param('slug')
    const said = await regret(c.var.db, hallOf(c), { guest: visitorAsGuest(c.var.person, c.var.language), event: { slug } }, c.var.now)
    if ('said' in said) return c.redirect(eventPaths.event(slug), 303)
    const isCancelled = (await findShown(c)).cancelledAt !== null
    const { t } = c.var
    return refuse(c, isCancelled ? refusalWords(t).cancelled : t('It has begun, so there is nothing to give back any more.'), 409)
  })
  .post('/events/:slug/answers', signedIn, async (c) => {
    const event = await findShown(c)
    const { typed = {} } = await readForm(c, anyForm)
    const done = await changeAnswers(c.var.db, { event, personId: c.var.person.id, typed }, c.var.now)
    if ('mend' in done) return show(c, event, 422, { form: { values: typed, errors: mendWords(c.var.t, done.mend) } })
    return c.redirect(`${eventPaths.event(event.slug)}${'said' in done ? '?done=answers' : ''}`, 303)
  })
  .post('/events/:slug/question', signedIn, async (c) => {
    const event = await findShown(c)
    const { values, form } = await readForm(c, rsvpForm)
    if (!values) return show(c, event, 422, { form })
    await bringWithRsvp(c.var.db, hallOf(c), { person: c.var.person, event: { id: event.id }, words: values.question }, c.var.now)
    return c.redirect(`${eventPaths.event(event.slug)}?done=question`, 303)
  })

/** A stranger's page is kept under its plain address, or with a word that we gave it: others would only crowd what is kept. */
function keepOf(c: Asked, event: Event) {
  const { person, now, t } = c.var
  const done = c.req.query('done')
  if (person || (done !== undefined && doneWords(t, done) === null)) return 200
  const isPlain = new URL(c.req.url).search === (done === undefined ? '' : `?done=${done}`)
  return isPlain ? { keep: { tables: eventPageTables, until: nextChange([event], now) } } : 200
}

/**
 * For a member, what is the same for everybody is remembered until it changes, and only what is theirs is asked anew. Strangers' pages
 * are kept whole, and stewards see more than others.
 */
async function findShown(c: Asked): Promise<Event> {
  const { db, person, remember } = c.var
  const slug = c.req.param('slug') ?? ''
  const reader = readerOf(c)
  if (!person || person.isSteward) return (await findEvent(db, reader, { slug })) ?? notFound()
  const forAll = { ...reader, personId: null }
  const event =
    (await remember(`event ${reader.language} ${slug}`, { tables: eventPageTables }, () => findEvent(db, forAll, { slug }))) ?? notFound()
  return { ...event, ...((await findStanding(db, { eventId: event.id, personId: person.id })) ?? notFound()) }
}

/** Where this person says more of what they asked. */
export const challengeOf = ({ var: { network } }: Asked, { mine }: Event, personId: string): string | null =>
  mine?.question ? challengePath(network.secret, { about: mine.question.id, personId }) : null

async function show(
  c: Asked,
  event: Event,
  options: Parameters<typeof c.var.page>[1],
  { form, refused }: { form?: FormState; refused?: string } = {},
) {
  const { person, t, page } = c.var
  const filled = await answersInForm(c.var.db, event, person?.id, form)
  const paths = person && { ...pathsOnEvent(event), challenge: challengeOf(c, event, person.id) }
  const panel = <RsvpPanel event={event} paths={paths} form={filled} />
  const notices = <EventNotices event={event} done={doneWords(t, c.req.query('done'))} refused={refused} />
  return page(<EventPage event={event} panel={panel} notices={notices} />, options)
}

/** The same page once more, with a sentence on why not. */
const refuse = async (c: Asked, refused: string, status: 409 | 429, typed: Record<string, string> = {}) =>
  show(c, await findShown(c), status, { refused, form: { values: typed, errors: {} } })

/** One click, signed in. */
async function come(c: Asked, person: Visitor) {
  const slug = c.req.param('slug') ?? ''
  const { values, form, typed } = await readForm(c, rsvpForm)
  if (!values) return show(c, await findShown(c), 422, { form })
  const { db, language, now, t } = c.var
  const done = await rsvp(db, hallOf(c), { guest: visitorAsGuest(person, language), event: { slug }, typed, ...values }, now)
  if ('answer' in done) return c.redirect(eventPaths.event(slug), 303)
  if ('mend' in done) return show(c, await findShown(c), 422, { form: { values: typed, errors: mendWords(t, done.mend) } })
  if (done.refused === 'gone') return notFound()
  if (done.refused === 'too-often') return refuse(c, tooOften(c), 429)
  return refuse(c, refusalWords(t)[done.refused], 409)
}

/** Without an account: the address is asked by mail. The answer says nothing of whether it was known. */
async function ask(c: Asked) {
  const event = await findShown(c)
  const { values, form, typed } = await readForm(c, askForm)
  if (!values) return show(c, event, 422, { form })
  const { db, now, clientAddress, language, t } = c.var
  const outcome = answerFor(event, now)
  if ('refused' in outcome) return refuse(c, refusalWords(t)[outcome.refused], 409, typed)
  const asked = `${eventPaths.event(event.slug)}?done=asked`
  const read = typed['asked'] ? readAnswers(event.formQuestions, typed) : { said: [] }
  if ('errors' in read) return show(c, event, 422, { form: { values: typed, errors: mendWords(t, read.errors) } })
  if (values[honeypotName]) return c.redirect(asked, 303)
  if (!(await mayTry(db, perClient, networkOf(clientAddress), now)))
    return refuse(c, t('Very many people have answered from your network just now. Try again in an hour, or write to us.'), 429, typed)
  const { rsvpEmail: email, rsvpName: name, rsvpTimeZone: timeZone, question } = values
  const answers = read.said
  if (await mayTry(db, perAddress, email, now))
    await askToCome(db, hallOf(c), { event, email, name, question, answers, timeZone, language }, now)
  return c.redirect(asked, 303)
}

export const tooOften = (c: Asked) => c.var.t('You have changed your answer very often. Write to us, and we set it for you.')
