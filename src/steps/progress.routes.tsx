import { z } from 'zod'
import { lineInput, newRoutes, notFound, readForm, signedIn, type Asked } from '#platform/http'
import { markStep, tickDoings, unmarkStep } from './progress.actions.ts'
import { StandingPage } from './progress.pages.tsx'
import { findMyStanding } from './standing.ts'
import { stepsAsked } from './step.routes.tsx'
import { paths } from './steps.paths.ts'

const stepForm = z.looseObject({ step: lineInput(90) })

/** Where people mark the step of their partnership and tick what is done: theirs alone. */
export const progressRoutes = newRoutes()
  .get('/toolkit/mine', signedIn, async (c) => {
    const steps = await stepsAsked(c)
    const standing = await findMyStanding(c.var.db, { ...whoAsks(c), steps })
    return c.var.page(<StandingPage {...{ standing, steps }} />)
  })
  .post('/toolkit/mine', signedIn, async (c) => {
    const { step } = await readStep(c)
    await markStep(c.var.db, whoAsks(c), step, c.var.now)
    return c.redirect(paths.mine, 303)
  })
  .post('/toolkit/mine/done', signedIn, async (c) => {
    const { step, fields } = await readStep(c)
    const numbers = Object.keys(fields).flatMap((name) => Number(/^done-(\d{1,2})$/.exec(name)?.[1] ?? 0) || [])
    await tickDoings(c.var.db, whoAsks(c), step, { numbers, now: c.var.now })
    return c.redirect(paths.mine, 303)
  })
  .post('/toolkit/mine/removal', signedIn, async (c) => {
    await unmarkStep(c.var.db, whoAsks(c))
    return c.redirect(paths.mine, 303)
  })

const whoAsks = (c: Asked) => ({ personId: c.var.person?.id ?? '', networkId: c.var.network.id })

async function readStep(c: Asked) {
  const { values: fields = { step: '' } } = await readForm(c, stepForm)
  const step = (await stepsAsked(c)).find(({ slug }) => slug === fields.step) ?? notFound()
  return { step, fields }
}
