import { z } from 'zod'
import { transaction } from '#database'
import { emptyForm, honeypotName, type FormState } from '#platform/html'
import { anyone, emailInput, lineInput, mayTry, networkOf, newRoutes, notFound, readForm, signedIn, type Asked } from '#platform/http'
import { queueMail } from '#platform/mail'
import { formatDay } from '#platform/time'
import { findComparison, markCompared } from './comparison.data.ts'
import { goOnWithRun } from './run.actions.ts'
import { findRun, listRunsOfTeam, removeRun } from './run.data.ts'
import { resultTable, todoCalendar } from './run.file.ts'
import { readToken } from './run.links.ts'
import { resultMail } from './run.mails.tsx'
import { ResultPage, RunRemovalPage } from './run.pages.tsx'
import { resultOf } from './result.rules.ts'
import { sheetPdf } from './sheet.pdf.ts'
import { sheetOf } from './sheet.words.ts'
import { findVersion } from './tool.data.ts'
import { ToolPage } from './tool.pages.tsx'
import { inWords } from './tool.words.ts'
import { paths } from './tools.paths.ts'
import { trendOf } from './trend.rules.ts'
import { readTyped } from './typed.form.ts'
import { typedFrom } from './typed.rules.ts'

const hour = Temporal.Duration.from({ hours: 1 })
const perAddress = { name: 'mail a result, address', tries: 5, window: hour }
const perClient = { name: 'mail a result, client', tries: 60, window: hour }
const countsForm = z.object({ counts: z.enum(['yes', 'no']) })
const mailForm = z.object({ email: emailInput, [honeypotName]: lineInput(200) })

/** What is behind the link of a run: a draft to go on with, or its result in every shape. */
export const runRoutes = newRoutes()
  .get('/tools/drafts/:token', anyone, async (c) => {
    const { run, tool } = await runAsked(c)
    if (run.finishedAt) return c.redirect(paths.result(tokenOf(c)), 302)
    return showDraft(c, { tool, form: { values: typedFrom(tool.definition, run.answers), errors: {} } })
  })
  .post('/tools/drafts/:token', anyone, async (c) => {
    const { run, tool } = await runAsked(c)
    const read = await readTyped(c, tool.definition)
    if (read.form) return showDraft(c, { tool, form: read.form }, 422)
    const { answers, isFinished } = read
    const outcome = await goOnWithRun(c.var.db, { id: run.id, answers, isFinished }, c.var.now)
    const isResult = isFinished || outcome === 'finished-already'
    return c.redirect(isResult ? paths.result(tokenOf(c)) : `${paths.draft(tokenOf(c))}?done=kept`, 303)
  })
  .get('/tools/results/:token', anyone, async (c) => showResult(c, emptyForm))
  .get('/tools/results/:token/result.csv', anyone, async (c) => {
    const text = resultTable(await finished(c), c.var)
    return answerFile(c, Buffer.from(text), { type: 'text/csv; charset=utf-8', name: 'result.csv' })
  })
  .get('/tools/results/:token/result.pdf', anyone, async (c) => {
    const { tool, answers, result, finishedAt } = await finished(c)
    const { t, language, network, now, config } = c.var
    const link = config.baseUrl + paths.result(tokenOf(c))
    const day = formatDay(finishedAt, network.timeZone, language)
    const sheet = sheetOf({ tool: tool.definition, answers, result }, { t, language, community: network.name, day, link })
    return answerFile(c, await sheetPdf(sheet, now), { type: 'application/pdf', name: `${tool.slug}.pdf` })
  })
  .get('/tools/results/:token/to-do.ics', anyone, async (c) => {
    const { tool, result, finishedAt, id } = await finished(c)
    if (!result.todo.some(({ on }) => on)) return notFound()
    const link = c.var.config.baseUrl + paths.result(tokenOf(c))
    const kept = { id, link, finishedAt, timeZone: c.var.network.timeZone, now: c.var.now }
    const text = todoCalendar({ tool, result }, c.var.language, kept)
    return answerFile(c, Buffer.from(text), { type: 'text/calendar; charset=utf-8', name: 'to-do.ics' })
  })
  .post('/tools/results/:token/mail', anyone, async (c) => {
    await finished(c)
    const { values, form } = await readForm(c, mailForm)
    if (!values) return showResult(c, form, 422)
    if (values[honeypotName] === '') await mailLink(c, values.email)
    return c.redirect(`${paths.result(tokenOf(c))}?done=mailed`, 303)
  })
  .post('/tools/results/:token/comparison', signedIn, async (c) => {
    const { id, tool } = await finished(c)
    const { values } = await readForm(c, countsForm)
    if (!tool.definition.compared || !values) return notFound()
    await markCompared(c.var.db, id, c.var.person.id, values.counts === 'yes' ? c.var.now : null)
    return c.redirect(paths.result(tokenOf(c)), 303)
  })
  .get('/tools/results/:token/removal', anyone, async (c) => {
    await finished(c)
    return c.var.page(<RunRemovalPage token={tokenOf(c)} />)
  })
  .post('/tools/results/:token/removal', anyone, async (c) => {
    const { tool, id } = await finished(c)
    await removeRun(c.var.db, id)
    return c.redirect(paths.tool(tool.slug), 303)
  })

const tokenOf = (c: Asked) => c.req.param('token') ?? ''

/** To whoever has no true link, and once it is removed, a run is not there. */
async function runAsked(c: Asked) {
  const { db, network } = c.var
  const id = readToken(network.secret, tokenOf(c)) ?? notFound()
  const run = (await findRun(db, network.id, id)) ?? notFound()
  return { run, tool: (await findVersion(db, run.toolId, run.version)) ?? notFound() }
}

async function finished(c: Asked) {
  const { run, tool } = await runAsked(c)
  const { id, answers, teamId, toolId, personId, comparedAt } = run
  return {
    id,
    tool,
    answers,
    teamId,
    toolId,
    personId,
    comparedAt,
    finishedAt: run.finishedAt ?? notFound(),
    result: resultOf(tool.definition, answers),
  }
}

function showDraft(c: Asked, { tool, form }: Pick<Parameters<typeof ToolPage>[0], 'tool' | 'form'>, status = 200) {
  const link = paths.draft(tokenOf(c))
  return c.var.page(<ToolPage {...{ tool, form }} action={link} draft={{ link, isSaved: c.req.query('done') === 'kept' }} />, status)
}

async function showResult(c: Asked, form: FormState, status = 200) {
  const run = await finished(c)
  const runs = (await listRunsOfTeam(c.var.db, run)).filter((one) => one.id <= run.id)
  const trend = trendOf(run.tool.definition, runs)
  const done = c.req.query('done') === 'mailed' ? 'mailed' : null
  const shares = (await findComparison(c.var.db, run.toolId))?.shares ?? null
  const counts = run.personId !== null && run.personId === c.var.person?.id ? run.comparedAt !== null : null
  return c.var.page(<ResultPage {...run} {...{ runs, trend, form, done, shares, counts }} token={tokenOf(c)} />, status)
}

/** Whoever asks too often is answered as everybody is; nothing more leaves. */
async function mailLink(c: Asked, email: string) {
  const { db, network, language, now, clientAddress, config } = c.var
  if (!(await mayTry(db, perClient, networkOf(clientAddress), now)) || !(await mayTry(db, perAddress, email, now))) return
  const { tool } = await runAsked(c)
  const link = config.baseUrl + paths.result(tokenOf(c))
  const mail = resultMail({ network, email, language, title: inWords(tool.definition.title, language), link })
  await transaction(db, (tx) => queueMail(tx, mail, now))
}

const answerFile = (c: Asked, bytes: Uint8Array, { type, name }: { type: string; name: string }) =>
  c.body(Uint8Array.from(bytes), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  })
