import { EventEntry, eventPaths, type EventBrief } from '#events'
import { EmptyState, Entry, EntryList, EventDate, Heading, In, Layout, Lede, PageTitle, usePage, useWords } from '#platform/html'
import { inOneLine } from '#events'
import type { Language } from '#platform/text'
import type { Part } from './own.rules.ts'
import { partWords } from './rhythm.words.ts'

/** A date as stewards look after it. */
export type DateLine = { event: EventBrief; own: Part[] }

export type RhythmPageProps = {
  slug: string
  title: string
  language: Language
  often: string
  upcoming: EventBrief[]
  /** For stewards. */
  lines: DateLine[]
}

/** A series: how often, and what is coming. */
export function RhythmPage({ slug, title, language, often, upcoming, lines }: RhythmPageProps) {
  const t = useWords()
  const { person } = usePage()
  return (
    <Layout title={title}>
      <PageTitle above={<a href={eventPaths.events}>{t('Events')}</a>}>
        <In language={language}>{title}</In>
      </PageTitle>
      <Lede>{often}</Lede>
      {upcoming.length > 0 ? (
        <EntryList label={t('Coming up')}>
          {upcoming.map((event) => (
            <EventEntry key={event.id} event={event} level={2} />
          ))}
        </EntryList>
      ) : (
        <EmptyState sentence={t('This series has no more dates.')} act={<a href={eventPaths.events}>{t('See all events')}</a>} />
      )}
      {person && upcoming.length > 0 && (
        <p>
          <a href={eventPaths.allDates(slug)}>{t('Come to all dates')}</a>
        </p>
      )}
      {lines.length > 0 && <Dates slug={slug} lines={lines} />}
    </Layout>
  )
}

function Dates({ slug, lines }: { slug: string; lines: DateLine[] }) {
  const t = useWords()
  return (
    <section aria-labelledby="dates">
      <Heading id="dates">{t('Look after the dates')}</Heading>
      <p>{t('What you change for one date alone stays as it is when you change the series.')}</p>
      <EntryList>
        {lines.map(({ event, own }) => (
          <Entry
            key={event.id}
            level={3}
            href={eventPaths.event(event.slug)}
            title={<In language={event.language}>{event.title}</In>}
            date={<EventDate startsAt={event.startsAt} endsAt={event.endsAt} timeZone={event.timeZone} size="entry" />}
            line={<Hosts hosts={event.hosts} />}
            facts={[event.cancelledAt ? t('Skipped') : own.length > 0 && <Own own={own} />]}
            acts={event.cancelledAt ? undefined : <DateActs slug={slug} date={event.slug} />}
          />
        ))}
      </EntryList>
    </section>
  )
}

const Hosts = ({ hosts }: { hosts: string[] }) => <>{inOneLine(hosts, usePage().language)}</>

function Own({ own }: { own: Part[] }) {
  const t = useWords()
  const { language } = usePage()
  const words = partWords(t)
  const parts = inOneLine(
    own.map((part) => words[part]),
    language,
  )
  return <>{t('Changed for this date: {{parts}}', { parts })}</>
}

function DateActs({ slug, date }: { slug: string; date: string }) {
  const t = useWords()
  return (
    <>
      <a href={eventPaths.edit(date)}>{t('Edit')}</a>
      <a href={eventPaths.cancellation(date)}>{t('Skip')}</a>
      <a href={eventPaths.rhythmFrom(slug, date)}>{t('Change all that follow')}</a>
    </>
  )
}
