import { z } from 'zod'
import { findForSteward, type Event } from '#events'
import { emptyForm, type FormState } from '#platform/html'
import { checkboxInput, newRoutes, readForm, steward, textInput, type Asked } from '#platform/http'
import { oneLine, say } from '#platform/text'
import { setForAll } from './survey.actions.ts'
import { countAsked, findSurvey, listAllSaid, saveSurvey, type Survey } from './survey.data.ts'
import { surveyFile } from './survey.file.ts'
import { SurveyPage } from './survey.pages.tsx'
import { resultsOf, saidIn, sides } from './survey.rules.ts'
import { paths } from './surveys.paths.ts'

const questionsInput = textInput(4000)
  .transform((text) => [...new Set(text.split('\n').map(oneLine).filter(Boolean))])
  .refine((lines) => lines.length <= 10 && lines.every((line) => line.length <= 300), {
    error: say('Write up to ten questions, each on a line of at most 300 letters.'),
  })

const uneven = say('Write as many lines as in English, in the same order.')
const isEven = (en: string[], es: string[]) => en.length === 0 || es.length === 0 || en.length === es.length

const surveyForm = z
  .object({
    wanted: checkboxInput,
    isForAll: checkboxInput,
    came: questionsInput,
    missed: questionsInput,
    cameSpanish: questionsInput,
    missedSpanish: questionsInput,
  })
  .refine(({ came, cameSpanish }) => isEven(came, cameSpanish), { path: ['cameSpanish'], error: uneven })
  .refine(({ missed, missedSpanish }) => isEven(missed, missedSpanish), { path: ['missedSpanish'], error: uneven })

/** Where stewards choose what is asked afterwards, and read what was said. */
export const surveyRoutes = newRoutes()
  .get('/events/:slug/survey', steward, async (c) => {
    const event = await findForSteward(c)
    return show(c, event, formOf(await findSurvey(c.var.db, event.id)))
  })
  .post('/events/:slug/survey', steward, async (c) => {
    const event = await findForSteward(c)
    const { values, form } = await readForm(c, surveyForm)
    if (!values) return show(c, event, form, 422)
    const { wanted: isWanted, isForAll, came: cameQuestions, missed: missedQuestions, ...spanish } = values
    const own = { cameQuestions, missedQuestions, ...spanish, setAt: c.var.now }
    if (event.rhythm && isForAll) await setForAll(c.var.db, event.id, isWanted ? own : null)
    else await saveSurvey(c.var.db, event.id, { ...own, isWanted })
    return c.redirect(paths.survey(event.slug), 303)
  })
  .get('/events/:slug/survey.csv', steward, async (c) => {
    const event = await findForSteward(c)
    return c.body(surveyFile(await resultsFor(c, event, await findSurvey(c.var.db, event.id)), c.var.t), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${event.slug}-survey.csv"`,
      'cache-control': 'no-store',
    })
  })

function formOf(survey: Survey | undefined): FormState {
  if (!survey) return emptyForm
  const tick = (is: boolean) => (is ? 'yes' : '')
  const { cameQuestions, missedQuestions, cameSpanish, missedSpanish } = survey
  const lines = { came: cameQuestions, missed: missedQuestions, cameSpanish, missedSpanish }
  const inFields = Object.fromEntries(Object.entries(lines).map(([name, questions]) => [name, questions.join('\n')]))
  return { values: { ...inFields, wanted: tick(survey.isWanted), isForAll: tick(survey.isForAll) }, errors: {} }
}

async function show(c: Asked, event: Event, form: FormState, status = 200) {
  const survey = await findSurvey(c.var.db, event.id)
  const asked = survey?.askedAt ? await countAsked(c.var.db, event.id) : null
  return c.var.page(<SurveyPage event={event} form={form} asked={asked} results={await resultsFor(c, event, survey)} />, status)
}

/** In the reader's language. */
async function resultsFor(c: Asked, event: Event, survey: Survey | undefined) {
  const said = await listAllSaid(c.var.db, event.id)
  const inWords = (question: string) => (survey ? saidIn(survey, c.var.language, question) : question)
  return sides.map((side) => resultsOf(said, side, inWords))
}
