import { findForSteward, type Event } from '#events'
import type { FormState } from '#platform/html'
import { newRoutes, notFound, readForm, steward, type Asked } from '#platform/http'
import { findRhythm } from '#rhythms'
import { z } from 'zod'
import { addQuestion, mostQuestions, moveQuestion } from './form-question.actions.ts'
import { listQuestions, setRemoved, updateQuestion, type At } from './form-question.data.ts'
import { formOf, readQuestion } from './form-question.form.ts'
import { QuestionPage, QuestionRemovalPage, RsvpFormPage } from './form-question.pages.tsx'
import { paths } from './rsvp-forms.paths.ts'

const placeForm = z.object({ by: z.enum(['up', 'down']) })

/** Where stewards choose what the RSVP form of an event asks. */
export const rsvpFormRoutes = newRoutes()
  .get('/events/:slug/form', steward, async (c) => show(c, await found(c), { values: {}, errors: {} }))
  .post('/events/:slug/form', steward, async (c) => {
    const its = await found(c)
    const { input, form } = await readQuestion(c)
    if (!input) return show(c, its, form, 422)
    if (await addQuestion(c.var.db, its.at, input, c.var.now)) return back(c, its)
    return show(
      c,
      its,
      { values: {}, errors: { '': c.var.t('A form asks {{count}} questions at most. Take one out first.', { count: mostQuestions }) } },
      409,
    )
  })
  .get('/events/:slug/form/:id', steward, async (c) => {
    const { event, question } = await one(c)
    return c.var.page(<QuestionPage {...{ event, question }} form={formOf(question)} />)
  })
  .post('/events/:slug/form/:id', steward, async (c) => {
    const { event, at, question } = await one(c)
    const { input, form } = await readQuestion(c)
    if (!input) return c.var.page(<QuestionPage {...{ event, question, form }} />, 422)
    if (input.kind !== question.kind) return notFound()
    await updateQuestion(c.var.db, at, question.id, input)
    return back(c, { event })
  })
  .post('/events/:slug/form/:id/place', steward, async (c) => {
    const { event, at, question } = await one(c)
    const { values } = await readForm(c, placeForm)
    if (values) await moveQuestion(c.var.db, at, { id: question.id, by: values.by === 'up' ? -1 : 1 })
    return back(c, { event })
  })
  .get('/events/:slug/form/:id/removal', steward, async (c) => c.var.page(<QuestionRemovalPage {...await one(c)} />))
  .post('/events/:slug/form/:id/removal', steward, (c) => remove(c, c.var.now))
  .post('/events/:slug/form/:id/return', steward, (c) => remove(c, null))

async function found(c: Asked): Promise<{ event: Event; at: At }> {
  const event = await findForSteward(c)
  const { db, network } = c.var
  const rhythm = event.rhythm ? await findRhythm(db, network.id, event.rhythm) : undefined
  return { event, at: { networkId: network.id, eventId: event.id, rhythmId: rhythm?.id ?? null } }
}

async function one(c: Asked) {
  const { event, at } = await found(c)
  const question = (await listQuestions(c.var.db, at)).find(({ id }) => id === c.req.param('id')) ?? notFound()
  return { event, at, question }
}

const show = async (c: Asked, { event, at }: { event: Event; at: At }, form: FormState, status = 200) =>
  c.var.page(<RsvpFormPage event={event} questions={await listQuestions(c.var.db, at)} form={form} />, status)

const back = (c: Asked, { event }: { event: Event }) => c.redirect(paths.form(event.slug), 303)

async function remove(c: Asked, removedAt: Temporal.Instant | null) {
  const { event, question } = await one(c)
  await setRemoved(c.var.db, c.var.network.id, question.id, removedAt)
  return back(c, { event })
}
