import { z } from 'zod'
import { emptyForm, WordsRemovalPage } from '#platform/html'
import {
  languageAsked,
  lineInput,
  newRoutes,
  notFound,
  publicationForm,
  readForm,
  readWriting,
  steward,
  wordsRemovalForm,
  writingInputs,
  type Again,
  type Asked,
} from '#platform/http'
import { beginTip, publishTip, removeTipWords, saveTip, type TipSaved } from './tip.actions.ts'
import { findTip, findTipText, listTipLanguages } from './tip.data.ts'
import { readerOf } from './tip.routes.tsx'
import { TipWritingPage } from './tip-writing.pages.tsx'
import { paths } from './toolkit.paths.ts'

const wordsForm = z.object({ ...writingInputs, step: lineInput(80), author: lineInput(160) })

/** Where stewards write tips, publish them, take them back. */
export const tipWritingRoutes = newRoutes()
  .get('/tips/new', steward, (c) => c.var.page(<TipWritingPage language={languageAsked(c)} written={[]} form={emptyForm} />))
  .post('/tips', steward, (c) => save(c))
  .get('/tips/:slug/edit', steward, async (c) => {
    const tip = await findForSteward(c)
    const language = languageAsked(c)
    const text = await findTipText(c.var.db, tip.id, language)
    const { title, summary, step, author, body } = text ?? { title: '', summary: '', step: '', author: '', body: '' }
    const form = { values: { title, summary, step, author, body }, errors: {} }
    return c.var.page(
      <TipWritingPage
        slug={tip.slug}
        language={language}
        written={await listTipLanguages(c.var.db, tip.id)}
        seen={text?.editedAt.toString()}
        form={form}
      />,
    )
  })
  .post('/tips/:slug', steward, (c) => save(c, c.req.param('slug')))
  .post('/tips/:slug/publication', steward, async (c) => {
    const { values } = await readForm(c, publicationForm)
    const slug = c.req.param('slug')
    const who = { networkId: c.var.network.id, personId: c.var.person.id }
    if (values && !(await publishTip(c.var.db, who, slug, values.publish === 'yes' ? c.var.now : null))) notFound()
    return c.redirect(paths.tip(slug), 303)
  })
  .get('/tips/:slug/removal', steward, async (c) => {
    const tip = await findForSteward(c)
    const written = await listTipLanguages(c.var.db, tip.id)
    const question = c.var.t('Remove this tip?')
    return c.var.page(<WordsRemovalPage {...{ question, title: tip.title, action: paths.tipRemoval(tip.slug), written }} />)
  })
  .post('/tips/:slug/removal', steward, async (c) => {
    const { values } = await readForm(c, wordsRemovalForm)
    const slug = c.req.param('slug')
    const isLeft = await removeTipWords(c.var.db, { networkId: c.var.network.id, slug, only: values?.only })
    return c.redirect(isLeft ? paths.tip(slug) : paths.tips, 303)
  })

const findForSteward = async (c: Asked) => (await findTip(c.var.db, readerOf(c), c.req.param('slug') ?? '')) ?? notFound()

/** Saves what was written, or shows it again: as a preview, or with what to mend. */
async function save(c: Asked, slug?: string) {
  const tip = slug === undefined ? undefined : await findForSteward(c)
  const written = tip ? await listTipLanguages(c.var.db, tip.id) : []
  const show = (again: Again, status: number) => c.var.page(<TipWritingPage slug={slug} written={written} {...again} />, status)
  const read = await readWriting(c, wordsForm)
  if (read.again) return show(read.again, read.status)
  const { language } = read.values
  const saved = await store(c, read.values, slug)
  if ('slug' in saved) return c.redirect(`${paths.tip(saved.slug)}?language=${language}`, 303)
  if (saved.refused === 'gone' || !tip) notFound()
  return show(read.overtaken((await findTipText(c.var.db, tip.id, language))?.editedAt.toString()), 409)
}

function store(c: Asked, values: z.output<typeof wordsForm>, slug: string | undefined): Promise<TipSaved> {
  const { seen, act: _act, ...words } = values
  const who = { networkId: c.var.network.id, personId: c.var.person?.id ?? null }
  return slug === undefined ? beginTip(c.var.db, who, words, c.var.now) : saveTip(c.var.db, who, { slug, seen, words }, c.var.now)
}
