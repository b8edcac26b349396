import { eventPageTables, findNextEvent, nextChange, NextEventPanel, readerOf, type EventBrief } from '#events'
import { JoinForm, listLists, shownIn } from '#mailing'
import { anyone, newRoutes, type Asked } from '#platform/http'
import { findFrontPage } from './front.data.ts'
import { FrontPage, NothingNext } from './front.pages.tsx'

const tables = [...eventPageTables, 'list', 'tip', 'tip_text', 'webinar', 'webinar_text']
/** Figures of who is here may be so old: people come too often to forget the page each time. */
const figuresLast = { minutes: 10 }

export const frontRoutes = newRoutes().get('/', anyone, async (c) => {
  const { db, network, language, now } = c.var
  const [event, library, join] = await Promise.all([
    findNextEvent(db, readerOf(c), now),
    findFrontPage(db, { networkId: network.id, language }),
    joinForm(c),
  ])
  const next = event ? <NextEventPanel event={event} /> : <NothingNext />
  return c.var.page(<FrontPage library={library} next={next} join={join} />, { keep: { tables, until: changesAt(event, now) } })
})

async function joinForm(c: Asked) {
  const [list] = await listLists(c.var.db, c.var.network.id)
  return list ? <JoinForm source="front page" list={shownIn(list, c.var.language)} /> : null
}

function changesAt(event: EventBrief | undefined, now: Temporal.Instant) {
  const figures = now.add(figuresLast)
  const next = event && nextChange([event], now)
  return next && Temporal.Instant.compare(next, figures) < 0 ? next : figures
}
