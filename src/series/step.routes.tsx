import type { FormState } from '#platform/html'
import { fillGeneral, inLanguage } from '#letters'
import { languageAsked, newRoutes, notFound, readForm, steward, type Asked, type Visitor } from '#platform/http'
import { languages, type Language } from '#platform/text'
import { dropStep, saveStep, testStep } from './series.actions.ts'
import { listSteps, type Series, type Step } from './series.data.ts'
import { stepForm } from './series.form.ts'
import { paths } from './series.paths.ts'
import { findForSteward, whichOf } from './series.routes.tsx'
import { bodyOf, letterOf } from './step-content.ts'
import { StepPage } from './step.pages.tsx'

/** Where stewards write the steps of a series. */
export const stepRoutes = newRoutes()
  .get('/admin/series/:id/steps/:step', steward, async (c) => {
    const { series, step } = await findStep(c)
    return show(c, c.var.person, { series, step, language: languageAsked(c) })
  })
  .post('/admin/series/:id/steps/:step', steward, async (c) => {
    const { series, step } = await findStep(c)
    const { values, form, typed } = await readForm(c, stepForm)
    if (!values) return show(c, c.var.person, { series, step, language: languageIn(c, form.values['language']) }, { form, status: 422 })
    const { language } = values
    const shown = { series, step, language }
    const outcome = await saveStep(c.var.db, { ...whichOf(c, series), step: step.id }, values, c.var.now)
    if ('saved' in outcome) return c.redirect(`${paths.step(series.id, step.id, language)}&done=saved`, 303)
    if (outcome.refused === 'gone') return notFound()
    if (outcome.refused === 'unfinished')
      return show(c, c.var.person, shown, {
        form: { values: typed, errors: { subject: c.var.t('The series is on, so this step needs a subject and a text.') } },
        status: 422,
      })
    const sentence = c.var.t(
      'Somebody else saved this text while you were writing. Yours is below. Open the page in another window to compare; save again to put yours in its place.',
    )
    return show(c, c.var.person, { ...shown, step: outcome.current }, { form: { values: typed, errors: { '': sentence } }, status: 409 })
  })
  .post('/admin/series/:id/steps/:step/test', steward, async (c) => {
    const { series, step } = await findStep(c)
    const { db, network, config, person, now } = c.var
    const language = languageIn(c, (await c.req.parseBody())['language'])
    await testStep(db, { ...whichOf(c, series), step: step.id, personId: person.id, language, network, config }, now)
    return c.redirect(`${paths.step(series.id, step.id, language)}&done=tested`, 303)
  })
  .post('/admin/series/:id/steps/:step/removal', steward, async (c) => {
    const { series, step } = await findStep(c)
    const outcome = await dropStep(c.var.db, { ...whichOf(c, series), step: step.id })
    if (outcome !== 'last') return c.redirect(paths.series(series.id), 303)
    const errors = { '': c.var.t('The series is on and this is its last step. Switch it off first.') }
    const language = c.var.language
    return show(c, c.var.person, { series, step, language }, { form: { values: valuesOf(step, language), errors }, status: 409 })
  })

const languageIn = (c: Asked, sent: unknown): Language => languages.find((one) => one === sent) ?? c.var.language

async function findStep(c: Asked): Promise<{ series: Series; step: Step }> {
  const series = await findForSteward(c)
  const step = (await listSteps(c.var.db, series.id)).find(({ id }) => id === c.req.param('step')) ?? notFound()
  return { series, step }
}

type Shown = { series: Series; step: Step; language: Language }

const valuesOf = ({ subject, body, afterDays, atHour }: Step, language: Language) => ({
  subject: subject[language] ?? '',
  body: body[language] ?? '',
  afterDays: String(afterDays),
  atHour: atHour === null ? '' : String(atHour),
})

function show(
  c: Asked,
  person: Visitor,
  { series, step, language }: Shown,
  { form, status = 200 }: { form?: FormState; status?: 200 | 409 | 422 } = {},
) {
  const page = (
    <StepPage
      id={series.id}
      step={step.id}
      series={series.name}
      language={language}
      written={languages.filter((one) => step.subject[one])}
      form={form ?? { values: valuesOf(step, language), errors: {} }}
      seen={step.changedAt.toString()}
      preview={{
        subject: inLanguage(step.subject, language).text,
        html: fillGeneral(bodyOf(letterOf(step, language), c.var.config.baseUrl), language),
      }}
      done={(['saved', 'tested'] as const).find((word) => word === c.req.query('done'))}
      email={person.email}
    />
  )
  return c.var.page(page, status)
}
