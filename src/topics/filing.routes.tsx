import { z } from 'zod'
import { transaction } from '#database'
import { idInput, newRoutes, notFound, readForm, steward, type Asked } from '#platform/http'
import { findFiled, findThing, saveFiled } from './filing.data.ts'
import { addressOf, kinds, type Narrowing } from './filing.rules.ts'
import { FilingPage } from './filing.pages.tsx'
import { isStep, steps } from './step.rules.ts'
import { listTopics } from './topic.data.ts'

const anyForm = z.record(z.string(), z.unknown())

/** Where stewards say under which steps and subjects a tip, a webinar or an answer stands. */
export const filingRoutes = newRoutes()
  .get('/admin/filing/:kind/:slug', steward, async (c) => {
    const { kind, thing } = await asked(c)
    const { db, network, language } = c.var
    const [topics, filed] = await Promise.all([listTopics(db, network.id), findFiled(db, { language }, kind, thing.id)])
    const subjects = topics.map(({ id, name }) => ({ id, name: name[language] }))
    return c.var.page(<FilingPage {...{ kind, thing, subjects, filed }} />)
  })
  .post('/admin/filing/:kind/:slug', steward, async (c) => {
    const { kind, thing } = await asked(c)
    const { values = {} } = await readForm(c, anyForm)
    const topics = await listTopics(c.var.db, c.var.network.id)
    const filed = {
      steps: steps.filter((step) => `step-${step}` in values),
      subjects: topics.map(({ id }) => id).filter((id) => `subject-${id}` in values),
    }
    await transaction(c.var.db, (tx) => saveFiled(tx, kind, thing.id, filed))
    return c.redirect(addressOf(kind, thing.slug), 303)
  })

async function asked(c: Asked) {
  const kind = z.enum(kinds).safeParse(c.req.param('kind')).data ?? notFound()
  const reader = { networkId: c.var.network.id, language: c.var.language }
  return { kind, thing: (await findThing(c.var.db, reader, kind, c.req.param('slug') ?? '')) ?? notFound() }
}

/** What a list is narrowed by, as its address says; what is no step and no subject asks for nothing. */
export function narrowingAsked(c: Asked): Narrowing {
  const step = c.req.query('step')
  return { step: isStep(step) ? step : null, subject: idInput.safeParse(c.req.query('subject')).data ?? null }
}
