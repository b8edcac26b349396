import { z } from 'zod'
import { transaction } from '#database'
import { idInput, newRoutes, notFound, readForm, steward, type Asked } from '#platform/http'
import { findFiled, findThing, listStepNames, saveFiled } from './filing.data.ts'
import { addressOf, kinds, type Narrowing } from './filing.rules.ts'
import { FilingPage } from './filing.pages.tsx'
import { listTopics } from './topic.data.ts'

const anyForm = z.record(z.string(), z.unknown())

/** Where stewards say under which steps and subjects a tip, a webinar or an answer stands. */
export const filingRoutes = newRoutes()
  .get('/admin/filing/:kind/:slug', steward, async (c) => {
    const { kind, thing } = await asked(c)
    const { db, network, language } = c.var
    const [topics, steps, filed] = await Promise.all([
      listTopics(db, network.id),
      listStepNames(db, { networkId: network.id, language }),
      findFiled(db, { language }, kind, thing.id),
    ])
    const subjects = topics.map(({ id, name }) => ({ id, name: name[language] }))
    return c.var.page(<FilingPage {...{ kind, thing, steps, subjects, filed }} />)
  })
  .post('/admin/filing/:kind/:slug', steward, async (c) => {
    const { kind, thing } = await asked(c)
    const { values = {} } = await readForm(c, anyForm)
    const { db, network, language } = c.var
    const [topics, steps] = await Promise.all([listTopics(db, network.id), listStepNames(db, { networkId: network.id, language })])
    const under = {
      steps: steps.map(({ slug }) => slug).filter((slug) => `step-${slug}` in values),
      subjects: topics.map(({ id }) => id).filter((id) => `subject-${id}` in values),
    }
    await transaction(db, (tx) => saveFiled(tx, network.id, { kind, id: thing.id }, under))
    return c.redirect(addressOf(kind, thing.slug), 303)
  })

async function asked(c: Asked) {
  const kind = z.enum(kinds).safeParse(c.req.param('kind')).data ?? notFound()
  const reader = { networkId: c.var.network.id, language: c.var.language }
  return { kind, thing: (await findThing(c.var.db, reader, kind, c.req.param('slug') ?? '')) ?? notFound() }
}

/** What a list is narrowed by, as its address says; what cannot be a step or a subject asks for nothing. */
export const narrowingAsked = (c: Asked): Narrowing => ({
  step: /^[a-z0-9-]{1,90}$/.exec(c.req.query('step') ?? '')?.[0] ?? null,
  subject: idInput.safeParse(c.req.query('subject')).data ?? null,
})
