import { z } from 'zod'
import { emptyForm, WordsRemovalPage } from '#platform/html'
import { placeOf } from '#people'
import {
  idInput,
  languageAsked,
  newRoutes,
  notFound,
  publicationForm,
  readForm,
  readWriting,
  steward,
  textInput,
  wordsRemovalForm,
  writingInputs,
  type Again,
  type Asked,
} from '#platform/http'
import { beginTip, toolkitPaths } from '#toolkit'
import { beginAnswer, publishAnswer, removeAnswerWords, saveAnswer, type AnswerSaved } from './answer.actions.ts'
import { findAnswer, findAnswerText, listAnswerLanguages } from './answer.data.ts'
import { readerOf } from './answer.routes.tsx'
import { AnswerWritingPage } from './answer-writing.pages.tsx'
import { paths } from './office-hours.paths.ts'
import { findCallNotes, findQuestion } from './question.data.ts'

const wordsForm = z.object({ ...writingInputs, asked: textInput(4000) })

/** Where stewards write answers, publish them, take them back. */
export const answerWritingRoutes = newRoutes()
  .get('/office-hours/answers/new', steward, (c) =>
    c.var.page(<AnswerWritingPage language={languageAsked(c)} written={[]} form={emptyForm} />),
  )
  .post('/office-hours/answers', steward, (c) => save(c, {}))
  .get('/office-hours/queue/:id/answer', steward, async (c) => {
    const { id, happened } = await questionOf(c)
    const form = { values: { asked: happened, body: await findCallNotes(c.var.db, id) }, errors: {} }
    return c.var.page(<AnswerWritingPage questionId={id} language={languageAsked(c)} written={[]} form={form} />)
  })
  .post('/office-hours/queue/:id/answer', steward, async (c) => save(c, { questionId: (await questionOf(c)).id }))
  .get('/office-hours/answers/:slug/edit', steward, async (c) => {
    const answer = await findForSteward(c)
    const language = languageAsked(c)
    const text = await findAnswerText(c.var.db, answer.id, language)
    const { title = '', summary = '', asked = '', body = '' } = text ?? {}
    const form = { values: { title, summary, asked, body }, errors: {} }
    const written = await listAnswerLanguages(c.var.db, answer.id)
    return c.var.page(
      <AnswerWritingPage slug={answer.slug} language={language} written={written} seen={text?.editedAt.toString()} form={form} />,
    )
  })
  .post('/office-hours/answers/:slug', steward, (c) => save(c, { slug: c.req.param('slug') }))
  .post('/office-hours/answers/:slug/publication', steward, async (c) => {
    const { values } = await readForm(c, publicationForm)
    const slug = c.req.param('slug')
    const isPublic = values?.publish === 'yes'
    if (values && !(await publishAnswer(c.var.db, placeOf(c), { slug, isPublic }, c.var.now))) notFound()
    return c.redirect(paths.answer(slug), 303)
  })
  .post('/office-hours/answers/:slug/tip', steward, async (c) => {
    const { language, title, summary, body } = await findForSteward(c)
    const who = { networkId: c.var.network.id, personId: c.var.person.id }
    const { slug } = await beginTip(c.var.db, who, { language, title, summary, body, step: '', author: '' }, c.var.now)
    return c.redirect(toolkitPaths.tipEdit(slug, language), 303)
  })
  .get('/office-hours/answers/:slug/removal', steward, async (c) => {
    const { id, slug, title } = await findForSteward(c)
    const written = await listAnswerLanguages(c.var.db, id)
    const question = c.var.t('Remove this answer?')
    return c.var.page(<WordsRemovalPage {...{ question, title, action: paths.answerRemoval(slug), written }} />)
  })
  .post('/office-hours/answers/:slug/removal', steward, async (c) => {
    const { values } = await readForm(c, wordsRemovalForm)
    const slug = c.req.param('slug')
    const isLeft = await removeAnswerWords(c.var.db, { networkId: c.var.network.id, slug, only: values?.only })
    return c.redirect(isLeft ? paths.answer(slug) : paths.answers, 303)
  })

const findForSteward = async (c: Asked) => (await findAnswer(c.var.db, readerOf(c), c.req.param('slug') ?? '')) ?? notFound()

async function questionOf(c: Asked) {
  const id = idInput.safeParse(c.req.param('id')).data ?? notFound()
  return (await findQuestion(c.var.db, c.var.network.id, id)) ?? notFound()
}

type Writing = { slug?: string | undefined; questionId?: string | undefined }

/** Saves what was written, or shows it again: as a preview, or with what to mend. */
async function save(c: Asked, { slug, questionId }: Writing) {
  const { answer, written } = await soFar(c, slug)
  const show = (again: Again, status: number) => c.var.page(<AnswerWritingPage {...{ slug, questionId, written, ...again }} />, status)
  const read = await readWriting(c, wordsForm)
  if (read.again) return show(read.again, read.status)
  const { language } = read.values
  const saved = await store(c, read.values, { slug, questionId })
  if ('slug' in saved) return c.redirect(`${paths.answer(saved.slug)}?language=${language}`, 303)
  if (!answer || saved.refused === 'gone') notFound()
  return show(read.overtaken((await findAnswerText(c.var.db, answer.id, language))?.editedAt.toString()), 409)
}

/** What is there already of an answer that is changed. */
async function soFar(c: Asked, slug: string | undefined) {
  const answer = slug === undefined ? undefined : await findForSteward(c)
  return { answer, written: answer ? await listAnswerLanguages(c.var.db, answer.id) : [] }
}

function store(c: Asked, values: z.output<typeof wordsForm>, { slug, questionId }: Writing): Promise<AnswerSaved> {
  const { seen, act: _act, ...words } = values
  const who = { networkId: c.var.network.id, personId: c.var.person?.id ?? null }
  return slug === undefined
    ? beginAnswer(c.var.db, who, { words, questionId: questionId ?? null }, c.var.now)
    : saveAnswer(c.var.db, who, { slug, seen, words }, c.var.now)
}
