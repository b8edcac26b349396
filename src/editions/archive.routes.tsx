import { z } from 'zod'
import {
  answerXml,
  anyone,
  languageAsked,
  languageInput,
  newRoutes,
  notFound,
  pageAsked,
  pagesFor,
  readForm,
  requiredLineInput,
  steward,
  type Asked,
} from '#platform/http'
import { languages } from '#platform/text'
import { inLanguage } from '#letters'
import { EditionPage, UpdatesPage } from './archive.pages.tsx'
import { findForSteward } from './edition.routes.ts'
import { correctEdition } from './correction.actions.ts'
import { listCorrections } from './correction.data.ts'
import { lettersOf, publishEdition, unpublishEdition } from './edition.actions.ts'
import { CorrectionPage, RemovalPage } from './edition-controls.pages.tsx'
import { findEdition, listArchive, listInHand, listPublished, removeDraft, type Edition } from './edition.data.ts'
import { updatesFeed } from './edition.feed.ts'
import { mayEdit } from './edition.rules.ts'
import { paths } from './editions.paths.ts'

const keep = { tables: ['edition', 'edition_correction', 'network'] }
const pageSize = 50

/** Editions to read: the list, each on a page of its own, and their feed. */
export const updateRoutes = newRoutes()
  .get('/updates', anyone, async (c) => {
    const { db, network, person, language } = c.var
    const page = pageAsked(c)
    const [{ editions, inAll }, inHand] = await Promise.all([
      listArchive(db, { networkId: network.id, language }, { limit: pageSize, offset: (page - 1) * pageSize }),
      person?.isSteward ? listInHand(db, network.id) : [],
    ])
    if (page > 1 && editions.length === 0) notFound()
    return c.var.page(<UpdatesPage {...{ editions, inHand, page }} pages={pagesFor(inAll, pageSize)} />, { keep })
  })
  .get('/updates/feed.xml', anyone, async (c) => {
    const { db, network, config } = c.var
    const editions = await listPublished(db, network.id, 30)
    return answerXml(c, updatesFeed(editions, { network, origin: config.baseUrl, language: languageAsked(c) }), 'application/atom+xml')
  })
  .get('/updates/:slug', anyone, async (c) => {
    const { db, network, person, now } = c.var
    const edition = (await findEdition(db, network.id, c.req.param('slug'))) ?? notFound()
    if (!edition.publishedAt && !person?.isSteward) notFound()
    const letters = edition.publishedAt && edition.letters ? edition.letters : await lettersOf(db, { edition, network, now })
    return c.var.page(
      <EditionPage edition={edition} letter={letters[languageAsked(c)]} corrections={await listCorrections(db, edition.id)} />,
      { keep },
    )
  })
  .post('/updates/:slug/publication', steward, async (c) => {
    const { values } = await readForm(c, z.object({ publish: z.enum(['yes', 'no']) }))
    const { slug } = await findForSteward(c)
    const who = { networkId: c.var.network.id, personId: c.var.person.id }
    if (values?.publish === 'no') await unpublishEdition(c.var.db, who, slug)
    if (values?.publish !== 'yes') return c.redirect(paths.edition(slug), 303)
    const outcome = await publishEdition(c.var.db, who, slug, c.var.now)
    return c.redirect('refused' in outcome && outcome.refused === 'to-mend' ? paths.send(slug) : paths.edition(slug), 303)
  })
  .get('/updates/:slug/removal', steward, async (c) => {
    const { slug, subject } = await findForSteward(c)
    return c.var.page(<RemovalPage slug={slug} subject={inLanguage(subject, c.var.language).text} />)
  })
  .post('/updates/:slug/removal', steward, async (c) => {
    const { slug } = await findForSteward(c)
    const isGone = await removeDraft(c.var.db, c.var.network.id, slug)
    return c.redirect(isGone ? paths.updates : paths.edition(slug), 303)
  })
  .get('/updates/:slug/correction', steward, async (c) => showCorrection(c, await findForSteward(c)))
  .post('/updates/:slug/correction', steward, async (c) => {
    const edition = await findForSteward(c)
    const { values, form, typed } = await readForm(c, correction)
    if (!values) return showCorrection(c, edition, form)
    const words = Object.fromEntries(wordBlocks(edition).map((id) => [id, (typed[`${id}-text`] ?? '').slice(0, 60_000)]))
    const who = { networkId: c.var.network.id, slug: edition.slug, personId: c.var.person.id }
    await correctEdition(c.var.db, { ...who, ...values, words }, c.var.now)
    return c.redirect(`${paths.edition(edition.slug)}?language=${values.language}`, 303)
  })

const correction = z.object({ language: languageInput, note: requiredLineInput(500) })

const wordBlocks = ({ blocks }: Edition) => blocks.flatMap(({ id, type }) => (type === 'words' ? [id] : []))

async function showCorrection(c: Asked, edition: Edition, again?: { values: Record<string, string>; errors: Record<string, string> }) {
  if (mayEdit(edition)) return c.redirect(paths.edit(edition.slug), 303)
  const language = languages.find((one) => one === again?.values['language']) ?? languageAsked(c)
  const texts = edition.blocks.flatMap((block) => (block.type === 'words' ? [[`${block.id}-text`, block.text[language] ?? '']] : []))
  const form = again ?? { values: Object.fromEntries(texts) as Record<string, string>, errors: {} }
  const written = languages.filter((one) => edition.subject[one])
  const subject = inLanguage(edition.subject, c.var.language).text
  return c.var.page(
    <CorrectionPage {...{ slug: edition.slug, subject, language, written, form }} blocks={wordBlocks(edition)} />,
    again ? 422 : 200,
  )
}
