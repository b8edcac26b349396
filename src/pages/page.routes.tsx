import { z } from 'zod'
import { anyone, languageAsked, newRoutes, notFound, readWriting, steward, writingInputs, type Again, type Asked } from '#platform/http'
import { savePage } from './page.actions.ts'
import { findPage, listPageTexts } from './page.data.ts'
import { CommunityPage, PageWritingPage } from './page.pages.tsx'
import { paths } from './pages.paths.ts'
import { pageSlugs, type PageSlug } from './pages.tables.ts'

const wordsForm = z.object(writingInputs)
const keep = { tables: ['page', 'page_text', 'network'] }

/** About, contact, accessibility, privacy: to read, and for stewards to write. */
export const pageRoutes = newRoutes()
for (const slug of pageSlugs) {
  pageRoutes.get(paths.page(slug), anyone, (c) => read(c, slug))
  pageRoutes.get(`${paths.page(slug)}/edit`, steward, (c) => edit(c, slug))
  pageRoutes.post(paths.page(slug), steward, (c) => save(c, slug))
}

async function read(c: Asked, slug: PageSlug) {
  const page = await findPage(c.var.db, c.var.network.id, slug, languageAsked(c))
  if (page) return c.var.page(<CommunityPage page={page} />, { keep })
  return c.var.person?.isSteward ? c.redirect(paths.pageEdit(slug, c.var.language), 303) : notFound()
}

async function edit(c: Asked, slug: PageSlug) {
  const language = languageAsked(c)
  const texts = await listPageTexts(c.var.db, c.var.network.id, slug)
  const text = texts.find((one) => one.language === language)
  const { title = '', summary = '', body = '' } = text ?? {}
  const shown = { slug, language, written: texts.map((one) => one.language), seen: text?.editedAt.toString() }
  return c.var.page(<PageWritingPage {...shown} form={{ values: { title, summary, body }, errors: {} }} />)
}

/** Saves what was written, or shows it again: as a preview, or with what to mend. */
async function save(c: Asked, slug: PageSlug) {
  const texts = await listPageTexts(c.var.db, c.var.network.id, slug)
  const show = (again: Again, status: number) =>
    c.var.page(<PageWritingPage slug={slug} written={texts.map((text) => text.language)} {...again} />, status)
  const read = await readWriting(c, wordsForm)
  if (read.again) return show(read.again, read.status)
  const { seen, act: _act, ...words } = read.values
  const who = { networkId: c.var.network.id, personId: c.var.person?.id ?? null }
  const outcome = await savePage(c.var.db, who, { slug, seen, words }, c.var.now)
  if (outcome === 'saved') return c.redirect(`${paths.page(slug)}?language=${words.language}`, 303)
  const now = (await listPageTexts(c.var.db, c.var.network.id, slug)).find((text) => text.language === words.language)
  return show(read.overtaken(now?.editedAt.toString()), 409)
}
