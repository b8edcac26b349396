import { JoinForm, listsShown } from '#joining'
import { answerXml, anyone, languageAsked, newRoutes, notFound, pageAsked, pagesFor, type Asked } from '#platform/http'
import { countFiled, findFiled, listRelated, narrowingAsked, relatedTables } from '#topics'
import { findNeighbours, findTip, listNewestTips, listTips, type TipReader } from './tip.data.ts'
import { tipsFeed } from './tip.feed.ts'
import { TipPage, TipsPage } from './tip.pages.tsx'

const keep = { tables: [...relatedTables, 'list', 'network'] }
const pageSize = 50

/** Tips to read: the list, each on a page of its own, and their feed. */
export const tipRoutes = newRoutes()
  .get('/tips', anyone, async (c) => {
    const page = pageAsked(c)
    const narrowed = narrowingAsked(c)
    const [{ tips, inAll }, counted] = await Promise.all([
      listTips(c.var.db, readerOf(c), { narrowed, limit: pageSize, offset: (page - 1) * pageSize }),
      countFiled(c.var.db, readerOf(c), 'tips'),
    ])
    if (page > 1 && tips.length === 0) notFound()
    return c.var.page(
      <TipsPage {...{ tips, inAll, narrowed, counted, page, pages: pagesFor(inAll, pageSize) }} />,
      tips.length > 0 ? { keep } : 200,
    )
  })
  .get('/tips/feed.xml', anyone, async (c) => {
    const reader = { networkId: c.var.network.id, language: languageAsked(c) }
    const tips = await listNewestTips(c.var.db, reader, 30)
    return answerXml(
      c,
      tipsFeed(tips, { network: c.var.network, origin: c.var.config.baseUrl, language: reader.language }),
      'application/atom+xml',
    )
  })
  .get('/tips/:slug', anyone, async (c) => {
    const reader = readerOf(c)
    const tip = (await findTip(c.var.db, reader, c.req.param('slug'))) ?? notFound()
    const [{ newer, older }, [list], filed, related] = await Promise.all([
      findNeighbours(c.var.db, reader, tip),
      listsShown(c),
      findFiled(c.var.db, reader, 'tips', tip.id),
      listRelated(c, tip.id),
    ])
    const join = list && <JoinForm source="tip page" list={list} />
    return c.var.page(<TipPage {...{ tip, newer, older, join, filed, related }} />, { keep })
  })

/** Stewards see drafts too. `?language=` asks for the words of one language, whatever the page's. */
export function readerOf(c: Asked): TipReader {
  return { networkId: c.var.network.id, language: languageAsked(c), drafts: c.var.person?.isSteward ?? false }
}
