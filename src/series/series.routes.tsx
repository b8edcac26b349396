import { z } from 'zod'
import { emptyForm, type FormState } from '#platform/html'
import { inLanguage } from '#letters'
import { listLists, shownIn } from '#mailing'
import { newRoutes, notFound, readForm, steward, type Asked } from '#platform/http'
import { say } from '#platform/text'
import { addStep, beginSeries, dropSeries, saveSeries, switchSeries } from './series.actions.ts'
import { countPeople, countSent, findSeries, listSeries, listSteps, type Series } from './series.data.ts'
import { naming, seriesForm } from './series.form.ts'
import { SeriesListPage, SeriesPage, SeriesRemovalPage } from './series.pages.tsx'
import { paths } from './series.paths.ts'

/** Where stewards look after series of mails. */
export const seriesRoutes = newRoutes()
  .get('/admin/series', steward, (c) => showAll(c, emptyForm))
  .post('/admin/series', steward, async (c) => {
    const { values, form } = await readForm(c, naming)
    if (!values) return showAll(c, form)
    const id = (await beginSeries(c.var.db, c.var.network.id, values.name, c.var.now)) ?? notFound()
    return c.redirect(paths.series(id), 303)
  })
  .get('/admin/series/:id', steward, async (c) => show(c, await findForSteward(c)))
  .post('/admin/series/:id', steward, async (c) => {
    const series = await findForSteward(c)
    const { values, form, typed } = await readForm(c, seriesForm)
    if (!values) return show(c, series, { form, status: 422 })
    const outcome = await saveSeries(c.var.db, whichOf(c, series), values, c.var.now)
    if ('saved' in outcome) return c.redirect(`${paths.series(series.id)}?done=saved`, 303)
    if (outcome.refused === 'gone') return notFound()
    const sentence =
      outcome.refused === 'no-list' ? say('Choose one from the list.') : say('Switch the series off to change its list or its beginning.')
    return show(c, series, { form: { values: typed, errors: { list: c.var.t(sentence) } }, status: 422 })
  })
  .post('/admin/series/:id/switch', steward, async (c) => {
    const series = await findForSteward(c)
    const isOn = (await c.req.parseBody())['on'] === 'yes'
    const outcome = await switchSeries(c.var.db, whichOf(c, series), isOn, c.var.now)
    if ('switched' in outcome) return c.redirect(paths.series(series.id), 303)
    if (outcome.refused === 'gone') return notFound()
    return show(c, series, { problem: c.var.t('Write a subject and a text for each step first.'), status: 422 })
  })
  .post('/admin/series/:id/steps', steward, async (c) => {
    const series = await findForSteward(c)
    const step = await addStep(c.var.db, whichOf(c, series), c.var.now)
    return c.redirect(step ? paths.step(series.id, step) : paths.series(series.id), 303)
  })
  .get('/admin/series/:id/removal', steward, async (c) => {
    const { id, name } = await findForSteward(c)
    return c.var.page(<SeriesRemovalPage id={id} name={name} />)
  })
  .post('/admin/series/:id/removal', steward, async (c) => {
    await dropSeries(c.var.db, whichOf(c, await findForSteward(c)))
    return c.redirect(paths.all, 303)
  })

export async function findForSteward(c: Asked): Promise<Series> {
  const id = z.uuid().safeParse(c.req.param('id')).data
  return (id && (await findSeries(c.var.db, { networkId: c.var.network.id, id }))) || notFound()
}

export const whichOf = (c: Asked, { id }: Series) => ({ networkId: c.var.network.id, id })

type Again = { form?: FormState; problem?: string; status?: 200 | 422 }

async function show(c: Asked, series: Series, { form, problem, status = 200 }: Again = {}) {
  const { db, network, language } = c.var
  const [lists, steps, sent] = [await listLists(db, network.id), await listSteps(db, series.id), await countSent(db, series.id)]
  const numbers = (await countPeople(db, [series.id])).get(series.id)
  const values = {
    name: series.name,
    list: lists.find(({ id }) => id === series.listId)?.slug ?? '',
    beginsWith: series.beginsWith,
    stopsWith: series.stopsWith ?? '',
  }
  const page = (
    <SeriesPage
      id={series.id}
      name={series.name}
      isOn={series.onSince !== null}
      form={form ?? { values, errors: {} }}
      lists={lists.map((list) => ({ value: list.slug, words: shownIn(list, language).name }))}
      steps={steps.map(({ id, subject, afterDays, atHour }) => ({
        id,
        afterDays,
        atHour,
        subject: inLanguage(subject, language).text,
        sent: sent.get(id) ?? 0,
      }))}
      numbers={numbers ?? { entered: 0, going: 0, finished: 0, left: 0, stopped: 0 }}
      problem={problem}
      isSaved={c.req.query('done') === 'saved'}
    />
  )
  return c.var.page(page, status)
}

async function showAll(c: Asked, form: FormState) {
  const all = await listSeries(c.var.db, c.var.network.id)
  const numbers = await countPeople(
    c.var.db,
    all.map(({ id }) => id),
  )
  const series = all.map(({ id, name, onSince, beginsWith }) => ({
    id,
    name,
    beginsWith,
    isOn: onSince !== null,
    entered: numbers.get(id)?.entered ?? 0,
  }))
  return c.var.page(<SeriesListPage series={series} form={form} />, Object.keys(form.errors).length > 0 ? 422 : 200)
}
