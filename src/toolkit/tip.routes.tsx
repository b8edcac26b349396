import { JoinForm, listLists, shownIn } from '#mailing'
import { answerXml, anyone, languageAsked, newRoutes, notFound, type Asked } from '#platform/http'
import { findTip, listNewestTips, listTips, listTipTitles, type TipReader } from './tip.data.ts'
import { tipsFeed } from './tip.feed.ts'
import { TipPage, TipsPage } from './tip.pages.tsx'

const keep = { tables: ['tip', 'tip_text', 'list', 'network'] }

/** Tips to read: the list, each on a page of its own, and their feed. */
export const tipRoutes = newRoutes()
  .get('/tips', anyone, async (c) => c.var.page(<TipsPage tips={await listTips(c.var.db, readerOf(c))} />, { keep }))
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
    const [titles, [list]] = await Promise.all([
      listTipTitles(c.var.db, { ...reader, drafts: false }),
      listLists(c.var.db, reader.networkId),
    ])
    const place = titles.findIndex((title) => title.slug === tip.slug)
    const [newer, older] = place === -1 ? [] : [titles[place - 1], titles[place + 1]]
    const join = list && <JoinForm source="tip page" list={shownIn(list, c.var.language)} />
    return c.var.page(<TipPage tip={tip} newer={newer} older={older} join={join} />, { keep })
  })

/** Stewards see drafts too. `?language=` asks for the words of one language, whatever the page's. */
export function readerOf(c: Asked): TipReader {
  return { networkId: c.var.network.id, language: languageAsked(c), drafts: c.var.person?.isSteward ?? false }
}
