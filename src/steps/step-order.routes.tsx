import { z } from 'zod'
import { emptyForm, WordsRemovalPage } from '#platform/html'
import { languageAsked, newRoutes, notFound, publicationForm, readForm, readWriting, steward, wordsRemovalForm } from '#platform/http'
import { writingInputs } from '#platform/http'
import { listStepTexts } from './step.data.ts'
import { beginStep, bringStarterSteps, moveStep, publishStep, removeStepWords } from './step-order.actions.ts'
import { stepAsked } from './step.routes.tsx'
import { StepWritingPage } from './step-writing.pages.tsx'
import { paths } from './steps.paths.ts'

const wordsForm = z.object(writingInputs)
const placeForm = z.object({ direction: z.enum(['up', 'down']) })

/** Where stewards add steps, publish them, put them in order and take them away. */
export const stepOrderRoutes = newRoutes()
  .get('/toolkit/new', steward, (c) => c.var.page(<StepWritingPage language={languageAsked(c)} written={[]} form={emptyForm} />))
  .post('/toolkit', steward, async (c) => {
    const read = await readWriting(c, wordsForm)
    if (read.again) return c.var.page(<StepWritingPage written={[]} {...read.again} />, read.status)
    const { seen: _seen, act: _act, ...words } = read.values
    const { slug } = await beginStep(c.var.db, { networkId: c.var.network.id, personId: c.var.person.id }, words, c.var.now)
    return c.redirect(`${paths.step(slug)}?language=${words.language}`, 303)
  })
  .post('/toolkit/starter', steward, async (c) => {
    await bringStarterSteps(c.var.db, c.var.network, c.var.now)
    return c.redirect(paths.steps, 303)
  })
  .post('/toolkit/:slug/publication', steward, async (c) => {
    const { step } = await stepAsked(c)
    const { values } = await readForm(c, publicationForm)
    const isToBe = values?.publish === 'yes'
    if (values && isToBe !== (step.publishedAt !== null))
      await publishStep(c.var.db, { networkId: c.var.network.id, slug: step.slug }, isToBe ? c.var.now : null)
    return c.redirect(paths.step(step.slug), 303)
  })
  .post('/toolkit/:slug/place', steward, async (c) => {
    const { step } = await stepAsked(c)
    const { values } = await readForm(c, placeForm)
    if (values) await moveStep(c.var.db, { networkId: c.var.network.id, slug: step.slug }, values.direction)
    return c.redirect(paths.step(step.slug), 303)
  })
  .get('/toolkit/:slug/removal', steward, async (c) => {
    const { step } = await stepAsked(c)
    const written = (await listStepTexts(c.var.db, step.id)).map(({ language }) => language)
    const question = c.var.t('Remove this step?')
    return c.var.page(<WordsRemovalPage {...{ question, title: step.title, action: paths.stepRemoval(step.slug), written }} />)
  })
  .post('/toolkit/:slug/removal', steward, async (c) => {
    const { values } = await readForm(c, wordsRemovalForm)
    const slug = c.req.param('slug')
    if (!(await removeStepWords(c.var.db, { networkId: c.var.network.id, slug }, values?.only))) return notFound()
    return c.redirect(paths.steps, 303)
  })
