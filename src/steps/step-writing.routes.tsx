import { z } from 'zod'
import { languageAsked, newRoutes, notFound, readWriting, steward, writingInputs, type Again, type Asked } from '#platform/http'
import { saveStep } from './step.actions.ts'
import { listSteps, listStepTexts } from './step.data.ts'
import { StepWritingPage } from './step-writing.pages.tsx'
import { paths } from './steps.paths.ts'

const wordsForm = z.object(writingInputs)

/** Where stewards write the steps. */
export const toolkitWritingRoutes = newRoutes()
  .get('/toolkit/:slug/edit', steward, async (c) => {
    const { slug, texts } = await textsAsked(c)
    const language = languageAsked(c)
    const text = texts.find((one) => one.language === language)
    const { title = '', summary = '', body = '' } = text ?? {}
    const written = texts.map((one) => one.language)
    const form = { values: { title, summary, body }, errors: {} }
    return c.var.page(<StepWritingPage {...{ slug, language, written, form }} seen={text?.editedAt.toString()} />)
  })
  .post('/toolkit/:slug', steward, async (c) => {
    const { slug, texts } = await textsAsked(c)
    const written = texts.map((one) => one.language)
    const show = (again: Again, status: number) => c.var.page(<StepWritingPage {...{ slug, written, ...again }} />, status)
    const read = await readWriting(c, wordsForm)
    if (read.again) return show(read.again, read.status)
    const { seen, act: _act, ...words } = read.values
    const who = { networkId: c.var.network.id, personId: c.var.person.id }
    const outcome = await saveStep(c.var.db, who, { slug, seen, words }, c.var.now)
    if (outcome === 'saved') return c.redirect(`${paths.step(slug)}?language=${words.language}`, 303)
    const now = (await textsAsked(c)).texts.find((text) => text.language === words.language)
    return show(read.overtaken(now?.editedAt.toString()), 409)
  })

async function textsAsked(c: Asked) {
  const steps = await listSteps(c.var.db, { networkId: c.var.network.id, language: c.var.language, drafts: true })
  const { id, slug } = steps.find((step) => step.slug === c.req.param('slug')) ?? notFound()
  return { slug, texts: await listStepTexts(c.var.db, id) }
}
