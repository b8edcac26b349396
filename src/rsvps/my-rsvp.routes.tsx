import { answerFor, findEvent, guestOf, refusalWords, type Event } from '#events'
import { bringWithRsvp } from '#office-hours'
import { savePerson } from '#people'
import { calendarText } from '#platform/calendar'
import { emptyForm, type FormState } from '#platform/html'
import { anyone, newRoutes, notFound, readForm, type RequestContext } from '#platform/http'
import { mendWords, valuesOf } from '#rsvp-forms'
import { answersInForm, changeAnswers } from './answers.actions.ts'
import { answerCalendar } from './calendar-answer.ts'
import { doneWords } from './done.words.ts'
import { challengeOf, tooOften } from './event-page.routes.tsx'
import { hallOf, personAsGuest } from './hall.ts'
import { guestEntry, heldOf } from './invitation.ts'
import { MyRsvpPage } from './my-rsvp.pages.tsx'
import { findAsk, type Asked as AskedBefore } from './rsvp-ask.data.ts'
import { anyForm, confirmForm, rsvpForm } from './rsvp.form.ts'
import { seriesFile } from './series.actions.ts'
import { regret, rsvp } from './rsvp.actions.ts'
import { paths, pathsOfLink } from './rsvps.paths.ts'

type Linked = Awaited<ReturnType<typeof linked>>

/** A person's own page for one event, behind the link in their mails. Opening it changes nothing. */
export const myRsvpRoutes = newRoutes()
  .get('/rsvp/:token', anyone, async (c) => show(c, await linked(c), 200))
  .post('/rsvp/:token', anyone, async (c) => {
    const mine = await linked(c)
    const { values, form, typed } = await readForm(c, confirmForm)
    if (!values) return show(c, mine, 422, form)
    const person = await prove(c, mine, values)
    const { question, recorded } = values
    const asked = { guest: personAsGuest(person, c.var.language), event: { id: mine.event.id }, question, recorded, typed }
    const done = await rsvp(c.var.db, hallOf(c), asked, c.var.now)
    if ('answer' in done) return c.redirect(paths.rsvp(mine.token), 303)
    if ('mend' in done) return show(c, mine, 422, { values: typed, errors: mendWords(c.var.t, done.mend) })
    if (done.refused === 'gone') return notFound()
    return show(c, mine, 409, {
      values: typed,
      errors: { '': done.refused === 'too-often' ? tooOften(c) : refusalWords(c.var.t)[done.refused] },
    })
  })
  .post('/rsvp/:token/regret', anyone, async (c) => {
    const { event, person, token } = await linked(c)
    const said = await regret(c.var.db, hallOf(c), { guest: personAsGuest(person, c.var.language), event: { id: event.id } }, c.var.now)
    return c.redirect('said' in said ? `${paths.rsvp(token)}?done=regret` : paths.rsvp(token), 303)
  })
  .post('/rsvp/:token/answers', anyone, async (c) => {
    const mine = await linked(c)
    const { typed = {} } = await readForm(c, anyForm)
    const done = await changeAnswers(c.var.db, { event: mine.event, personId: mine.person.id, typed }, c.var.now)
    if ('mend' in done) return show(c, mine, 422, { values: typed, errors: mendWords(c.var.t, done.mend) })
    return c.redirect(`${paths.rsvp(mine.token)}${'said' in done ? '?done=answers' : ''}`, 303)
  })
  .post('/rsvp/:token/question', anyone, async (c) => {
    const mine = await linked(c)
    const { values, form } = await readForm(c, rsvpForm)
    if (!values) return show(c, mine, 422, form)
    await bringWithRsvp(c.var.db, hallOf(c), { person: mine.person, event: { id: mine.event.id }, words: values.question }, c.var.now)
    return c.redirect(`${paths.rsvp(mine.token)}?done=question`, 303)
  })
  .get('/rsvp/:token/calendar.ics', anyone, async (c) => {
    const { event, person } = await linked(c)
    const where = { network: c.var.network, baseUrl: c.var.config.baseUrl }
    const series = await seriesFile(c.var.db, where, event, { id: person.id, language: c.var.language })
    if (series) return answerCalendar(c, series, `${event.slug}.ics`)
    const held = heldOf(event)
    if (!held || !event.mine || event.mine.answer === 'declined') return notFound()
    const entry = guestEntry(held, event.call, event.mine, { baseUrl: c.var.config.baseUrl, language: c.var.language })
    return answerCalendar(c, calendarText({ method: 'PUBLISH', entries: [entry], now: event.changedAt }), `${event.slug}.ics`)
  })

/** The person and the event a link speaks of, as that person may see it. */
async function linked(c: RequestContext) {
  const { guest, person, token } = await guestOf(c, 'rsvp')
  const reader = { networkId: c.var.network.id, language: c.var.language, personId: person.id }
  const event: Event = (await findEvent(c.var.db, reader, { id: guest.eventId })) ?? notFound()
  return { event, person, token }
}

async function show(c: RequestContext, { event, person, token }: Linked, status: 200 | 409 | 422, sent: FormState = emptyForm) {
  const { db, now, t } = c.var
  const asked = await findAsk(db, { eventId: event.id, personId: person.id })
  const isOpen = 'answer' in answerFor(event, now)
  const done = doneWords(t, c.req.query('done'))
  const form = await answersInForm(db, event, person.id, withTyped(event, asked, sent))
  const paths = { ...pathsOfLink(token, event), challenge: challengeOf(c, event, person.id) }
  return c.var.page(<MyRsvpPage {...{ event, guest: person, paths, asked, isOpen, done, form }} />, status)
}

/** Until they have answered, what was typed with their address stands in the form. */
const withTyped = (event: Event, asked: AskedBefore | undefined, sent: FormState): FormState =>
  asked && !event.mine && !sent.values['asked']
    ? { ...sent, values: { ...valuesOf(event.formQuestions, asked.answers), ...sent.values } }
    : sent

/** Whoever presses the button behind a mailed link has proved the address; only now does what was typed say something of them. */
async function prove(c: RequestContext, { person }: Linked, typed: { name: string; timeZone: string | null }) {
  const known = {
    emailProvedAt: person.emailProvedAt ?? c.var.now,
    firstName: person.firstName || person.lastName ? person.firstName : typed.name,
    timeZone: person.timeZone ?? typed.timeZone,
    language: person.language ?? c.var.language,
  }
  const isNews = Object.entries(known).some(([name, value]) => value !== person[name as keyof typeof known])
  if (isNews) await savePerson(c.var.db, person.id, known)
  return { ...person, ...known }
}
