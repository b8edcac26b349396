import { emptyForm, type FormState } from '#platform/html'
import { anyone, mayTry, networkOf, newRoutes, notFound, type Asked } from '#platform/http'
import { listStepNames } from '#topics'
import { beginRun } from './run.actions.ts'
import { readToken, tokenFor } from './run.links.ts'
import { readTyped, type ReadTyped } from './typed.form.ts'
import { findTool, listTools, toolTables, type Tool } from './tool.data.ts'
import { ToolPage, ToolsPage } from './tool.pages.tsx'
import { paths } from './tools.paths.ts'

const keep = { tables: [...toolTables, 'step', 'step_text', 'network'] }
/** A whole conference may sit behind one address. */
const perClient = { name: 'answer a tool', tries: 600, window: Temporal.Duration.from({ hours: 1 }) }

/** Tools as everybody finds and answers them, without an account. */
export const toolRoutes = newRoutes()
  .get('/tools', anyone, async (c) => c.var.page(<ToolsPage steps={await toolsByStep(c)} />, { keep }))
  .get('/tools/:slug', anyone, async (c) => showTool(c, await toolAsked(c), emptyForm))
  .get('/tools/:slug/tool.json', anyone, async (c) => {
    const { definition } = await toolAsked(c)
    return c.json(definition, 200, { 'cache-control': 'no-cache' })
  })
  .post('/tools/:slug', anyone, async (c) => {
    const tool = await toolAsked(c)
    const read = await readTyped(c, tool.definition)
    if (read.form) return showTool(c, tool, read.form, 422)
    const { db, now, clientAddress, t } = c.var
    if (!(await mayTry(db, perClient, networkOf(clientAddress), now)))
      return showTool(
        c,
        tool,
        { values: read.typed, errors: { '': t('Very many answers came from your network. Try again in an hour.') } },
        429,
      )
    return c.redirect(await keepRun(c, tool, read), 303)
  })

async function keepRun(c: Asked, tool: Tool, { answers, isFinished }: Extract<ReadTyped, { answers: object }>): Promise<string> {
  const { db, network, person, now } = c.var
  const after = readToken(network.secret, c.req.query('after') ?? '')
  const run = { networkId: network.id, tool, answers, personId: person?.id ?? null, after, isFinished }
  const token = tokenFor(network.secret, await beginRun(db, run, now))
  return isFinished ? paths.result(token) : `${paths.draft(token)}?done=kept`
}

/** With `after`, the run that follows belongs to the same team. */
function showTool(c: Asked, tool: Tool, form: FormState, status = 200) {
  const after = c.req.query('after') ?? ''
  const isAgain = readToken(c.var.network.secret, after) !== null
  const action = isAgain ? paths.again(tool.slug, after) : paths.tool(tool.slug)
  return c.var.page(<ToolPage {...{ tool, form, action, isAgain }} />, status === 200 && !isAgain ? { keep } : status)
}

const toolAsked = async (c: Asked): Promise<Tool> => (await findTool(c.var.db, c.var.network.id, c.req.param('slug') ?? '')) ?? notFound()

/** Under each step its tools, in the steps' order; those of a step that is gone stand last. */
async function toolsByStep(c: Asked) {
  const { db, network, language } = c.var
  const [steps, tools] = [await listStepNames(db, { networkId: network.id, language }), await listTools(db, network.id)]
  const known = new Set(steps.map(({ slug }) => slug))
  const rest = { slug: '', title: '', tools: tools.filter(({ definition }) => !known.has(definition.step)) }
  const under = steps.map(({ slug, title }) => ({ slug, title, tools: tools.filter(({ definition }) => definition.step === slug) }))
  return [...under, rest].filter((step) => step.tools.length > 0)
}
