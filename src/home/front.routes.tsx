import { eventPageTables, findNextEvent, nextChange, NextEventPanel, readerOf, type EventBrief } from '#events'
import { findMyStanding, listSteps, NextStep } from '#steps'
import { JoinForm, listsShown } from '#joining'
import { anyone, newRoutes, type Asked } from '#platform/http'
import { countWhoIsHere, findFrontPage } from './front.data.ts'
import { FrontPage, NothingNext } from './front.pages.tsx'

const libraryTables = ['tip', 'tip_text', 'webinar', 'webinar_text']
const tables = [...eventPageTables, ...libraryTables, 'list']
/** Figures of who is here may be so old: people come too often to forget the page each time. */
const figuresLast = { minutes: 10 }

export const frontRoutes = newRoutes().get('/', anyone, async (c) => {
  const { db, network, language, now } = c.var
  const [event, library, here, [list], mine] = await Promise.all([
    findNextEvent(db, readerOf(c), now),
    c.var.remember(`library in ${language}`, { tables: libraryTables }, () => findFrontPage(db, { networkId: network.id, language })),
    c.var.remember('who is here', { tables: [], until: now.add(figuresLast) }, () => countWhoIsHere(db, network.id)),
    listsShown(c),
    standingOf(c),
  ])
  const next = event ? <NextEventPanel event={event} /> : <NothingNext />
  const standing = mine && <NextStep standing={mine} />
  const join = list && <JoinForm source="front page" list={list} />
  return c.var.page(<FrontPage {...{ library, here, next, standing, join }} />, { keep: { tables, until: changesAt(event, now) } })
})

/** Where the reader's partnership is, if they are signed in and marked it. */
async function standingOf(c: Asked) {
  const { db, network, language, person } = c.var
  if (!person) return undefined
  const steps = await listSteps(db, { networkId: network.id, language })
  return findMyStanding(db, { personId: person.id, networkId: network.id, steps })
}

function changesAt(event: EventBrief | undefined, now: Temporal.Instant) {
  const figures = now.add(figuresLast)
  const next = event && nextChange([event], now)
  return next && Temporal.Instant.compare(next, figures) < 0 ? next : figures
}
