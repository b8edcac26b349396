import { z } from 'zod'
import { idInput, languageAsked, newRoutes, notFound, steward } from '#platform/http'
import { inLanguage } from '#letters'
import { findForSteward, mayEdit, editionPaths as paths } from '#editions'
import { compare } from './changes.rules.ts'
import { restoreVersion } from './history.actions.ts'
import { ComparisonPage, HistoryPage } from './history.pages.tsx'
import { listVersions, listVersionsOf } from './version.data.ts'

const two = z.object({ from: idInput, to: idInput })

/** What an edition said before, and how it can say so again. */
export const historyRoutes = newRoutes()
  .get('/updates/:slug/history', steward, async (c) => {
    const edition = await findForSteward(c)
    const shown = { slug: edition.slug, subject: inLanguage(edition.subject, c.var.language).text, language: languageAsked(c) }
    const versions = await listVersions(c.var.db, edition.id)
    return c.var.page(
      <HistoryPage {...shown} {...{ versions, mayRestore: mayEdit(edition) }} isRestored={c.req.query('done') === 'restored'} />,
    )
  })
  .get('/updates/:slug/history/comparison', steward, async (c) => {
    const { id, slug, subject } = await findForSteward(c)
    const { from, to } = two.safeParse(c.req.query()).data ?? notFound()
    const [both, named] = await Promise.all([listVersionsOf(c.var.db, id, [from, to]), listVersions(c.var.db, id)])
    const shown = (wanted: string) => ({
      said: both.find((version) => version.id === wanted) ?? notFound(),
      brief: named.find((version) => version.id === wanted) ?? notFound(),
    })
    const [older, newer] = [shown(from), shown(to)]
    const language = languageAsked(c)
    return c.var.page(
      <ComparisonPage
        {...{ slug, language, from: older.brief, to: newer.brief, comparison: compare(older.said, newer.said, language) }}
        subject={inLanguage(subject, c.var.language).text}
      />,
    )
  })
  .post('/updates/:slug/history/:version/restoration', steward, async (c) => {
    const version = idInput.safeParse(c.req.param('version')).data ?? notFound()
    const slug = c.req.param('slug')
    const who = { networkId: c.var.network.id, personId: c.var.person.id }
    const outcome = await restoreVersion(c.var.db, who, { slug, version }, c.var.now)
    if ('restored' in outcome) return c.redirect(`${paths.history(slug)}?done=restored`, 303)
    return outcome.refused === 'gone' ? notFound() : c.redirect(paths.edition(slug), 303)
  })
