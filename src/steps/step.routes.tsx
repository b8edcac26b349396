import { anyone, languageAsked, newRoutes, notFound, type Asked } from '#platform/http'
import { listToolsOfStep, toolTables } from '#tools'
import { listUnderStep, relatedTables } from '#topics'
import { findMyStanding } from './standing.ts'
import { listSteps, type Step } from './step.data.ts'
import { StepPage, StepsPage, WholeToolkitPage } from './step.pages.tsx'

/** What steps are made from. */
export const stepTables = ['step', 'step_text', 'network']
const keep = { tables: stepTables }
const keepStep = { tables: [...keep.tables, ...relatedTables, ...toolTables] }

/** The toolkit to read: its steps, each on a page of its own, and all on one. */
export const toolkitRoutes = newRoutes()
  .get('/toolkit', anyone, async (c) => c.var.page(<StepsPage steps={await stepsAsked(c)} />, { keep }))
  .get('/toolkit/all', anyone, async (c) => c.var.page(<WholeToolkitPage steps={await stepsAsked(c)} />, { keep }))
  .get('/toolkit/:slug', anyone, async (c) => {
    const { step, steps } = await stepAsked(c)
    const { db, person, network } = c.var
    const [related, tools, mine] = await Promise.all([
      listUnderStep(c, step.id),
      listToolsOfStep(db, network.id, step.slug),
      person ? findMyStanding(db, { personId: person.id, networkId: network.id, steps }) : undefined,
    ])
    return c.var.page(<StepPage {...{ step, steps, related, tools, mine }} />, { keep: keepStep })
  })

/** Stewards see drafts too. */
const readerOf = (c: Asked) => ({
  networkId: c.var.network.id,
  language: languageAsked(c),
  drafts: c.var.person?.isSteward ?? false,
})

export const stepsAsked = (c: Asked): Promise<Step[]> => listSteps(c.var.db, readerOf(c))

export async function stepAsked(c: Asked) {
  const steps = await stepsAsked(c)
  return { steps, step: steps.find(({ slug }) => slug === c.req.param('slug')) ?? notFound() }
}
