import type { ComponentChildren } from 'preact'
import { EmptyState, EntryList, Filter, Heading, Layout, Lede, LinkButton, PageTitle, Pagination, usePage, useWords } from '#platform/html'
import type { EventBrief } from './event.data.ts'
import { EventEntry } from './event-entry.pages.tsx'
import { kinds } from './event.rules.ts'
import { eventPaths } from './events.paths.ts'
import type { Kind } from './events.tables.ts'

export type EventsPageProps = { upcoming: EventBrief[]; past: EventBrief[]; kind: Kind | undefined; page: number; pages: number }

/** What is coming, then what has been, by year. */
export function EventsPage({ upcoming, past, kind, page, pages }: EventsPageProps) {
  const t = useWords()
  return (
    <Layout title={t('Events')} description={t('Office hours, webinars, meet-ups and the Academy: what is coming, and what has been.')}>
      <PageTitle>{t('Events')}</PageTitle>
      <KindFilter kind={kind} />
      <BeginEvent kind={kind} />
      {page === 1 && <Upcoming events={upcoming} />}
      <PastEvents events={past} />
      <Pagination page={page} pages={pages} href={(other) => pageOf(kind, other)} />
    </Layout>
  )
}

const pageOf = (kind: Kind | undefined, page: number) => {
  const query = new URLSearchParams({ ...(kind && { kind }), ...(page > 1 && { page: String(page) }) }).toString()
  return query ? `${eventPaths.events}?${query}` : eventPaths.events
}

function KindFilter({ kind }: { kind: Kind | undefined }) {
  const t = useWords()
  const words: Record<Kind, string> = {
    'office-hours': t('Office hours'),
    webinar: t('Webinars'),
    'meet-up': t('Meet-ups'),
    academy: t('The Academy'),
  }
  const links = kinds.map((one) => ({ href: eventPaths.eventsOf(one), words: words[one], current: one === kind }))
  return (
    <Filter label={t('Kind of gathering')} links={[{ href: eventPaths.events, words: t('All'), current: kind === undefined }, ...links]} />
  )
}

/** For stewards, where the new event will stand. */
export function BeginEvent({ kind }: { kind?: Kind | undefined }) {
  const t = useWords()
  const { person } = usePage()
  if (!person?.isSteward) return null
  return (
    <p class="acts">
      <LinkButton href={kind ? `${eventPaths.newEvent}?kind=${kind}` : eventPaths.newEvent} kind="quiet">
        {t('New event')}
      </LinkButton>
    </p>
  )
}

export function Upcoming({ events, empty }: { events: EventBrief[]; empty?: ComponentChildren }) {
  const t = useWords()
  if (events.length === 0)
    return (
      <EmptyState
        sentence={empty ?? t('Nothing is planned just now.')}
        act={<a href="/join">{t('Join the list and hear of the next gathering')}</a>}
      />
    )
  return (
    <EntryList label={t('Coming up')}>
      {events.map((event) => (
        <EventEntry key={event.id} event={event} level={2} />
      ))}
    </EntryList>
  )
}

export function PastEvents({ events }: { events: EventBrief[] }) {
  const t = useWords()
  const years = Map.groupBy(events, (event) => event.startsAt?.toZonedDateTimeISO(event.timeZone).year ?? 0)
  return (
    <>
      {[...years].map(([year, held]) => (
        <section key={year} aria-labelledby={`year-${year}`}>
          <Heading id={`year-${year}`}>{t('Held in {{year}}', { year })}</Heading>
          <EntryList>
            {held.map((event) => (
              <EventEntry key={event.id} event={event} level={3} />
            ))}
          </EntryList>
        </section>
      ))}
    </>
  )
}

/** The next office hours, and how they work. */
export function OfficeHoursPage({ upcoming, past }: { upcoming: EventBrief[]; past: EventBrief[] }) {
  const t = useWords()
  return (
    <Layout
      title={t('Office hours')}
      description={t('An hour by video or phone. Bring a question about your partnership, or just listen.')}
    >
      <PageTitle above={<a href={eventPaths.events}>{t('Events')}</a>}>{t('Office hours')}</PageTitle>
      <Lede>{t('An hour by video or phone. Bring a question about your partnership, or just listen.')}</Lede>
      <p class="acts">
        <LinkButton href="/office-hours/questions/new">{t('Bring a challenge')}</LinkButton>{' '}
        <a href="/office-hours/answers">{t('Read answers')}</a> <a href="/office-hours/questions">{t('What others bring')}</a>
      </p>
      <BeginEvent kind="office-hours" />
      <Upcoming events={upcoming} empty={t('The next office hours are not planned yet.')} />
      <section aria-labelledby="how">
        <Heading id="how">{t('How it works')}</Heading>
        <ol class="steps">
          <li>{t('RSVP with your e-mail address. You need no account.')}</li>
          <li>{t('Send your question ahead if you have one, so that the hosts can prepare.')}</li>
          <li>{t('You get the link and the phone numbers by mail, an entry for your calendar, and a reminder.')}</li>
        </ol>
      </section>
      <PastEvents events={past} />
    </Layout>
  )
}
