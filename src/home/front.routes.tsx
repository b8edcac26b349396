import { anyone, newRoutes, type Asked } from '#platform/http'
import { JoinForm, listLists, shownIn } from '#mailing'
import { findFrontPage } from './front.data.ts'
import { FrontPage } from './front.pages.tsx'

const tables = ['network', 'list', 'tip', 'tip_text', 'webinar', 'webinar_text']
/** Figures of who is here may be so old: people come too often to forget the page each time. */
const figuresLast = { minutes: 10 }

export const frontRoutes = newRoutes().get('/', anyone, async (c) => {
  const reader = { networkId: c.var.network.id, language: c.var.language }
  const [library, join] = await Promise.all([findFrontPage(c.var.db, reader), joinForm(c)])
  return c.var.page(<FrontPage library={library} next={null} join={join} />, { keep: { tables, until: c.var.now.add(figuresLast) } })
})

async function joinForm(c: Asked) {
  const [list] = await listLists(c.var.db, c.var.network.id)
  return list ? <JoinForm source="front page" list={shownIn(list, c.var.language)} /> : null
}
