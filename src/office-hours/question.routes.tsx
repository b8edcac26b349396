import { listUpcomingEvents } from '#events'
import { emptyForm, honeypotName, type FormState } from '#platform/html'
import { anyone, idInput, mayTry, networkOf, newRoutes, notFound, readForm, type Asked } from '#platform/http'
import { placeOf } from '#people'
import { oneLine } from '#platform/text'
import { formatWhen } from '#platform/time'
import { listAnswersLike } from './answer.actions.ts'
import { askToBring, bringQuestion } from './question.actions.ts'
import { guestQuestionForm, questionForm } from './question.form.ts'
import { findSharedQuestion, listSharedQuestions } from './question.data.ts'
import { AskedPage, QuestionFormPage } from './bring.pages.tsx'
import type { Call } from './canvas.pages.tsx'
import { QuestionPage, QuestionsPage } from './question.pages.tsx'
import { paths } from './office-hours.paths.ts'

const hour = Temporal.Duration.from({ hours: 1 })
const perAddress = { name: 'bring a challenge, address', tries: 5, window: hour }
const perClient = { name: 'bring a challenge, client', tries: 60, window: hour }

/** Where challenges are brought, and read by others where that is wished. */
export const questionRoutes = newRoutes()
  .get('/office-hours/questions', anyone, async (c) =>
    c.var.page(<QuestionsPage questions={await listSharedQuestions(c.var.db, c.var.network.id, 100)} />),
  )
  .get('/office-hours/questions/new', anyone, (c) => showForm(c, broughtAlong(c)))
  .post('/office-hours/questions', anyone, (c) => (c.var.person ? bring(c) : ask(c)))
  .get('/office-hours/answers/similar', anyone, async (c) => {
    const answers = await listAnswersLike(c.var.db, readerFor(c), c.req.query('q') ?? '')
    return c.json(answers.map(({ slug, title, language }) => ({ href: paths.answer(slug), title, language })))
  })
  .get('/office-hours/questions/:id', anyone, async (c) => showQuestion(c, emptyForm))

/** Whoever comes from a tool's result brings its first sentence along. */
const broughtAlong = (c: Asked): FormState => ({ values: { happened: (c.req.query('happened') ?? '').slice(0, 500) }, errors: {} })

export const readerFor = (c: Asked) => ({ networkId: c.var.network.id, language: c.var.language })

/** The calls that are coming up, to choose one. */
export async function callsFor(c: Asked): Promise<Call[]> {
  const { db, network, language, person, now } = c.var
  const reader = { networkId: network.id, language, personId: person?.id ?? null, steward: false }
  const events = await listUpcomingEvents(db, reader, now, 30)
  return events.flatMap(({ id, kind, title, startsAt, endsAt, timeZone }) =>
    kind === 'office-hours' && startsAt
      ? [{ id, title, when: formatWhen({ startsAt, endsAt, timeZone: person?.timeZone ?? timeZone }, language) }]
      : [],
  )
}

async function showForm(c: Asked, form: FormState, status = 200) {
  const asked = oneLine(c.req.query('q') ?? '').slice(0, 200)
  const answers = asked ? await listAnswersLike(c.var.db, readerFor(c), asked) : []
  return c.var.page(<QuestionFormPage form={form} calls={await callsFor(c)} answers={answers} asked={asked} />, status)
}

async function bring(c: Asked) {
  const { values, form } = await readForm(c, questionForm)
  const { db, person, now } = c.var
  if (!values || !person) return showForm(c, form ?? emptyForm, 422)
  await bringQuestion(db, placeOf(c), { person, input: await forKnownCall(c, values) }, now)
  return c.redirect('/me#my-questions', 303)
}

async function ask(c: Asked) {
  const { values, form } = await readForm(c, guestQuestionForm)
  if (!values) return showForm(c, form, 422)
  const { db, now, language, clientAddress } = c.var
  const { questionEmail: email, [honeypotName]: trap, ...input } = values
  const mayAsk = (await mayTry(db, perClient, networkOf(clientAddress), now)) && (await mayTry(db, perAddress, email, now))
  if (!trap && mayAsk) await askToBring(db, placeOf(c), { email, language, input: await forKnownCall(c, input) }, now)
  return c.var.page(<AskedPage />)
}

/** A call that is not to be chosen is none. */
export async function forKnownCall<T extends { event: string | null }>(c: Asked, input: T): Promise<T> {
  const isKnown = input.event !== null && (await callsFor(c)).some(({ id }) => id === input.event)
  return isKnown ? input : { ...input, event: null }
}

export async function showQuestion(c: Asked, form: FormState, status = 200) {
  const id = idInput.safeParse(c.req.param('id')).data ?? notFound()
  const question = (await findSharedQuestion(c.var.db, c.var.network.id, id)) ?? notFound()
  if (question.goesOnIn) return c.redirect(paths.question(question.goesOnIn), 302)
  const said = {
    'me-too': c.var.t('We will tell you the answer.'),
    asked: c.var.t('We have sent you a link. Open it and press the button.'),
  }
  const done = said[(c.req.query('done') ?? '') as keyof typeof said] ?? null
  return c.var.page(<QuestionPage question={question} form={form} done={done} isMine={question.personId === c.var.person?.id} />, status)
}
