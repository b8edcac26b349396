import type { Db } from '#database'
import { answerXml, anyone, languageAsked, newRoutes, notFound, pageAsked, pagesFor, type Asked } from '#platform/http'
import { emptyForm, type FormState } from '#platform/html'
import { oneLine } from '#platform/text'
import { listNewestTips } from '#toolkit'
import { countFiled, findFiled, listRelated, narrowingAsked, relatedTables } from '#topics'
import { listWebinarTitles } from '#webinars'
import { listAnswerLinks } from './answer-link.data.ts'
import { countOutcomes, findAnswer, listAnswers, listNewestAnswers, searchAnswers, type AnswerReader } from './answer.data.ts'
import { answersFeed } from './answer.feed.ts'
import { AnswerPage, AnswersPage } from './answer.pages.tsx'

const keep = { tables: [...relatedTables, 'answer_outcome', 'network'] }
const keepOne = { tables: [...keep.tables, 'answer_link'] }
const pageSize = 50

/** Answers to read: the list with its search, each on a page of its own, and their feed. */
export const answerRoutes = newRoutes()
  .get('/office-hours/answers', anyone, async (c) => {
    const page = pageAsked(c)
    const asked = oneLine(c.req.query('q') ?? '').slice(0, 200)
    const part = { limit: pageSize, offset: (page - 1) * pageSize }
    const narrowed = narrowingAsked(c)
    const reader = { ...readerOf(c), under: narrowed }
    const [{ answers, inAll }, counted] = await Promise.all([
      asked ? searchAnswers(c.var.db, reader, { asked, ...part }) : listAnswers(c.var.db, reader, part),
      countFiled(c.var.db, reader, 'answers'),
    ])
    const isKept = asked === '' && answers.length > 0
    if (page > 1 && answers.length === 0) notFound()
    return c.var.page(
      <AnswersPage {...{ answers, inAll, asked, narrowed, counted, page, pages: pagesFor(inAll, pageSize) }} />,
      isKept ? { keep } : 200,
    )
  })
  .get('/office-hours/answers/feed.xml', anyone, async (c) => {
    const { db, network, config } = c.var
    const reader = { networkId: network.id, language: languageAsked(c) }
    const answers = await listNewestAnswers(db, reader, 30)
    return answerXml(c, answersFeed(answers, { network, origin: config.baseUrl, language: reader.language }), 'application/atom+xml')
  })
  .get('/office-hours/answers/:slug', anyone, (c) => showAnswer(c, {}))

export async function showAnswer(c: Asked, { form = emptyForm, status }: { form?: FormState; status?: number }) {
  const { db, person } = c.var
  const reader = readerOf(c)
  const answer = (await findAnswer(db, reader, c.req.param('slug') ?? '')) ?? notFound()
  const [outcomes, links, filed, related] = await Promise.all([
    countOutcomes(db, answer.id),
    listAnswerLinks(db, reader, answer.id),
    findFiled(db, reader, 'answers', answer.id),
    listRelated(c, answer.id),
  ])
  const linking = person?.isSteward ? { ...(await linkable(db, reader)), slug: answer.slug, form } : null
  return c.var.page(<AnswerPage {...{ answer, outcomes, links, linking, filed, related }} />, status ?? { keep: keepOne })
}

/** What it can be linked to. */
const linkable = async (db: Db, { networkId, language }: AnswerReader) => ({
  tips: await listNewestTips(db, { networkId, language }, 500),
  webinars: await listWebinarTitles(db, { networkId, language }),
})

/** Stewards see drafts too. */
export const readerOf = (c: Asked): AnswerReader => ({
  networkId: c.var.network.id,
  language: languageAsked(c),
  drafts: c.var.person?.isSteward ?? false,
})
