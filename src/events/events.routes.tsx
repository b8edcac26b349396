import { anyone, newRoutes, notFound, pageAsked, pagesFor, type Asked } from '#platform/http'
import { AcademyPage } from './academy.pages.tsx'
import type { EventReader } from './event.data.ts'
import { listEvents } from './event-list.data.ts'
import { EventsPage, OfficeHoursPage } from './event-list.pages.tsx'
import { isKind, nextChange } from './event.rules.ts'
import type { Kind } from './events.tables.ts'

/** What pages with events are made from: kept until one of these tells a change. */
export const eventPageTables = [
  'event',
  'event_text',
  'event_cancellation',
  'event_seats',
  'rhythm',
  'rhythm_date',
  'form_question',
  'certificate_offer',
  'rhythm_certificate_offer',
  'webinar',
  'event_speaker',
  'speaker',
  'network',
]

const pageSize = 50

/** Lists of gatherings. */
export const eventRoutes = newRoutes()
  .get('/events', anyone, async (c) => {
    const asked = c.req.query('kind')
    const kind = isKind(asked) ? asked : undefined
    const page = pageAsked(c)
    const { upcoming, past, pages, keep } = await listsFor(c, kind, page)
    return c.var.page(<EventsPage {...{ upcoming, past, kind, page, pages }} />, { keep })
  })
  .get('/office-hours', anyone, async (c) => {
    const { upcoming, past, keep } = await listsFor(c, 'office-hours')
    return c.var.page(<OfficeHoursPage upcoming={upcoming} past={past} />, { keep })
  })
  .get('/academy', anyone, async (c) => {
    const { upcoming, past, keep } = await listsFor(c, 'academy')
    return c.var.page(<AcademyPage upcoming={upcoming} past={past} />, { keep })
  })

async function listsFor(c: Asked, kind: Kind | undefined, page = 1) {
  const { db, now } = c.var
  const { upcoming, past, pastInAll } = await listEvents(db, readerOf(c), { now, kind, limit: pageSize, offset: (page - 1) * pageSize })
  if (page > 1 && past.length === 0) notFound()
  return { upcoming, past, pages: pagesFor(pastInAll, pageSize), keep: { tables: eventPageTables, until: nextChange(upcoming, now) } }
}

/** Whoever asks: stewards see drafts, everybody their own answers. */
export function readerOf(c: Asked): EventReader {
  const { network, language, person } = c.var
  return { networkId: network.id, language, personId: person?.id ?? null, steward: person?.isSteward ?? false }
}
