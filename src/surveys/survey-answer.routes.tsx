import { z } from 'zod'
import { findEvent, speakTo } from '#events'
import { findPerson } from '#people'
import { anyone, newRoutes, notFound, readForm, textInput, type RequestContext } from '#platform/http'
import { keyOf, type InEach } from '#rsvp-forms'
import { answerSurvey } from './survey.actions.ts'
import { findAsk, findSurvey, listSaid } from './survey.data.ts'
import { nameOf, SurveyAnswerPage } from './survey-answer.pages.tsx'
import { readToken } from './survey.links.ts'
import { isOpen, questionsFor, useful, usefulness } from './survey.rules.ts'
import { paths } from './surveys.paths.ts'

/** The questions behind the link in the mail. Opening it changes nothing. */
export const surveyAnswerRoutes = newRoutes()
  .get('/surveys/:token', anyone, async (c) => {
    const asked = await linked(c)
    const said = await listSaid(c.var.db, asked.whose)
    const known = new Map(said.map(({ question, answer }) => [question, answer]))
    const values = Object.fromEntries(asked.questions.map((question, place) => [nameOf(place), known.get(keyOf(question)) ?? '']))
    return c.var.page(<SurveyAnswerPage {...asked.page} form={{ values, errors: {} }} hasSaid={said.length > 0} />)
  })
  .post('/surveys/:token', anyone, async (c) => {
    const { whose, questions, page, action } = await linked(c)
    if (!page.isOpen) return c.redirect(action, 303)
    const { values, form } = await readForm(c, formFor(questions))
    if (!values) return c.var.page(<SurveyAnswerPage {...page} form={form} hasSaid={false} />, 422)
    const said = questions
      .map((question, place) => ({ question: keyOf(question), answer: values[nameOf(place)] ?? '' }))
      .filter(({ answer }) => answer)
    await answerSurvey(c.var.db, { ...whose, said }, c.var.now)
    return c.redirect(action, 303)
  })

const choice = z.enum(useful).optional().catch(undefined)

const formFor = (questions: InEach[]) =>
  z.object(
    Object.fromEntries(questions.map((question, place) => [nameOf(place), keyOf(question) === usefulness ? choice : textInput(2000)])),
  )

async function linked(c: RequestContext) {
  const { db, network, now } = c.var
  const token = c.req.param('token') ?? ''
  const whose = readToken(network.secret, token) ?? notFound()
  speakTo(c, (await findPerson(db, whose.personId)) ?? notFound())
  const { language } = c.var
  const [ask, survey] = [await findAsk(db, whose), await findSurvey(db, whose.eventId)]
  const event = await findEvent(db, { networkId: network.id, language }, { id: whose.eventId })
  if (!ask || !survey || !event) return notFound()
  const questions = questionsFor(survey, ask.side)
  const action = paths.answer(token)
  return { whose, questions, action, page: { event, questions, action, isOpen: isOpen(ask.askedAt, now) } }
}
