import { z } from 'zod'
import { findForSteward, type Event } from '#events'
import type { FormState } from '#platform/html'
import { checkboxInput, newRoutes, readForm, steward, textInput, type Asked } from '#platform/http'
import { oneLine, say } from '#platform/text'
import { countAsked, findSurvey, listAllSaid, removeSurvey, saveSurvey } from './survey.data.ts'
import { surveyFile } from './survey.file.ts'
import { SurveyPage } from './survey.pages.tsx'
import { resultsOf, sides } from './survey.rules.ts'
import { paths } from './surveys.paths.ts'

const questionsInput = textInput(4000)
  .transform((text) => [...new Set(text.split('\n').map(oneLine).filter(Boolean))])
  .refine((lines) => lines.length <= 10 && lines.every((line) => line.length <= 300), {
    error: say('Write up to ten questions, each on a line of at most 300 letters.'),
  })

const surveyForm = z.object({ wanted: checkboxInput, came: questionsInput, missed: questionsInput })

/** Where stewards choose what is asked afterwards, and read what was said. */
export const surveyRoutes = newRoutes()
  .get('/events/:slug/survey', steward, async (c) => {
    const event = await findForSteward(c)
    const survey = await findSurvey(c.var.db, event.id)
    const lines = (questions: string[] | undefined) => (questions ?? []).join('\n')
    const values = { wanted: survey ? 'yes' : '', came: lines(survey?.cameQuestions), missed: lines(survey?.missedQuestions) }
    return show(c, event, { values, errors: {} })
  })
  .post('/events/:slug/survey', steward, async (c) => {
    const event = await findForSteward(c)
    const { values, form } = await readForm(c, surveyForm)
    if (!values) return show(c, event, form, 422)
    const own = { cameQuestions: values.came, missedQuestions: values.missed, setAt: c.var.now }
    if (values.wanted) await saveSurvey(c.var.db, event.id, own)
    else await removeSurvey(c.var.db, event.id)
    return c.redirect(paths.survey(event.slug), 303)
  })
  .get('/events/:slug/survey.csv', steward, async (c) => {
    const event = await findForSteward(c)
    return c.body(surveyFile(await resultsFor(c, event), c.var.t), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${event.slug}-survey.csv"`,
      'cache-control': 'no-store',
    })
  })

async function show(c: Asked, event: Event, form: FormState, status = 200) {
  const survey = await findSurvey(c.var.db, event.id)
  const asked = survey?.askedAt ? await countAsked(c.var.db, event.id) : null
  return c.var.page(<SurveyPage event={event} form={form} asked={asked} results={await resultsFor(c, event)} />, status)
}

async function resultsFor(c: Asked, event: Event) {
  const said = await listAllSaid(c.var.db, event.id)
  return sides.map((side) => resultsOf(said, side))
}
