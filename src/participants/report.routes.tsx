import { z } from 'zod'
import { findForSteward } from '#events'
import { emptyForm, type FormState } from '#platform/html'
import { fileInput, idInput, newRoutes, notFound, readForm, steward, type Asked } from '#platform/http'
import { paths } from './participants.paths.ts'
import { bringReport, matchReport, takeBackReport, takeReport } from './report.actions.ts'
import { findReport, listReports, listStaysOf } from './report.data.ts'
import { ReportPage, ReportRemovalPage } from './report.pages.tsx'
import { problemWords, refusalWords } from './report.words.ts'
import { ReportsPage } from './reports.pages.tsx'
import type { Said } from './said.rules.ts'

const reportForm = z.object({ file: fileInput })
const saidForm = z.record(z.string(), z.string().max(400).catch(''))

/** Where stewards bring the report of a call, look at it, take it and take it back. */
export const participantRoutes = newRoutes()
  .get('/events/:slug/participants', steward, (c) => showReports(c, emptyForm))
  .post('/events/:slug/participants', steward, async (c) => {
    const event = await findForSteward(c)
    const { values } = await readForm(c, reportForm)
    const file = values?.file ? { name: values.file.name, bytes: await values.file.bytes() } : null
    const brought = await bringReport(c.var.db, { event, file, by: c.var.person.id }, c.var.now)
    if ('id' in brought) return c.redirect(paths.report(event.slug, brought.id), 303)
    return showReports(c, { values: {}, errors: { file: refusalWords(c.var.t)[brought.refused] } }, 422)
  })
  .get('/events/:slug/participants/:id', steward, (c) => showReport(c, emptyForm))
  .post('/events/:slug/participants/:id/taking', steward, async (c) => {
    const { event, report } = await asked(c)
    const { values = {} } = await readForm(c, saidForm)
    const outcome = await takeReport(c.var.db, { event, id: report.id, by: c.var.person.id, said: saidIn(values) }, c.var.now)
    if ('refused' in outcome) return notFound()
    if ('taken' in outcome) return c.redirect(paths.report(event.slug, report.id), 303)
    const words = problemWords(c.var.t)
    const errors = outcome.unclear.map(({ place, problem }) => [
      `${problem === 'choose-again' ? 'who' : 'address'}-${place}`,
      words[problem],
    ])
    return showReport(c, { values, errors: Object.fromEntries(errors) as Record<string, string> }, 422)
  })
  .get('/events/:slug/participants/:id/removal', steward, async (c) => c.var.page(<ReportRemovalPage {...await asked(c)} />))
  .post('/events/:slug/participants/:id/removal', steward, async (c) => {
    const { event, report } = await asked(c)
    if (!(await takeBackReport(c.var.db, { event, id: report.id, by: c.var.person.id }))) notFound()
    return c.redirect(paths.reports(event.slug), 303)
  })

function saidIn(values: Record<string, string>): Said {
  const of = (kind: string) =>
    Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (name.startsWith(kind) ? [[name.slice(kind.length), value]] : [])))
  return { choices: of('who-'), addresses: of('address-') }
}

async function asked(c: Asked) {
  const event = await findForSteward(c)
  const id = idInput.safeParse(c.req.param('id')).data ?? notFound()
  return { event, report: (await findReport(c.var.db, event.id, id)) ?? notFound() }
}

async function showReports(c: Asked, form: FormState, status: 200 | 422 = 200) {
  const event = await findForSteward(c)
  return c.var.page(<ReportsPage event={event} reports={await listReports(c.var.db, event.id)} form={form} />, status)
}

async function showReport(c: Asked, form: FormState, status: 200 | 422 = 200) {
  const { event, report } = await asked(c)
  return report.takenAt
    ? c.var.page(<ReportPage {...{ event, report, form }} stays={await listStaysOf(c.var.db, report.id)} />, status)
    : c.var.page(<ReportPage {...{ event, report, form }} matched={await matchReport(c.var.db, report)} />, status)
}
