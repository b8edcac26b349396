import type { ComponentChildren } from 'preact'
import { Band, EventDate, Facts, In, Layout, Lede, PageTitle, Prose, usePage, useWords, Written } from '#platform/html'
import { markdown, type Words } from '#platform/text'
import { remembered } from '#platform/time'
import { SpeakerList } from '#speakers'
import type { Event } from './event.data.ts'
import { inOneLine, kindWords } from './event.words.ts'
import { eventPaths } from './events.paths.ts'
import type { Kind } from './events.tables.ts'

export type EventPageProps = {
  event: Event
  /** What a person can do about it: RSVP, or why not. */
  panel: ComponentChildren
  /** What has happened, and the controls of stewards, under the title. */
  notices?: ComponentChildren
}

/** One gathering: when, where, with whom, whether I come, and what it is about. */
export function EventPage({ event, panel, notices }: EventPageProps) {
  const t = useWords()
  return (
    <Layout title={event.title} description={event.summary || undefined}>
      <PageTitle above={<a href={listOf(event.kind)}>{kindWords(t)[event.kind]}</a>}>
        <In language={event.language}>{event.title}</In>
      </PageTitle>
      {event.summary && (
        <Lede>
          <In language={event.language}>{event.summary}</In>
        </Lede>
      )}
      {notices}
      <Band start={<WhenAndWhere event={event} />} end={panel} />
      <SpeakerList speakers={event.speakers} />
      {event.description && (
        <Written language={event.language}>
          <Prose html={typeset(event.description, () => markdown(event.description))} />
        </Written>
      )}
    </Layout>
  )
}

/** Typesetting and cleaning a text takes longer than all the rest of its page. */
const typeset = remembered<string>(100)

function WhenAndWhere({ event }: { event: Event }) {
  const t = useWords()
  const { language } = usePage()
  return (
    <>
      <EventDate startsAt={event.startsAt} endsAt={event.endsAt} timeZone={event.timeZone} size="large" />
      <Facts
        facts={[
          hostsBeside(event).length > 0 && { name: t('With'), value: inOneLine(hostsBeside(event), language) },
          event.place !== '' && { name: t('Where'), value: event.place },
          event.isCall && {
            name: t('How'),
            value: event.call ? t('By video or phone.') : t('By video or phone. Whoever comes gets the link and the numbers.'),
          },
          event.isCall && { name: t('Questions'), value: <a href={eventPaths.live(event.slug)}>{t('Follow them live')}</a> },
          event.capacity !== null && { name: t('Seats'), value: event.capacity },
          ...belongings(event, t),
        ]}
      />
    </>
  )
}

/** Who is not shown with a picture already. */
const hostsBeside = ({ hosts, speakers }: Event) => hosts.filter((host) => speakers.every(({ name }) => name !== host))

/** Where it belongs, and what was kept of it. */
const belongings = ({ kept, rhythm }: Event, t: Words) => [
  kept !== null && { name: t('Afterwards'), value: <a href={eventPaths.kept(kept)}>{t('Recording, slides and notes')}</a> },
  rhythm !== null && { name: t('Series'), value: <a href={eventPaths.rhythm(rhythm)}>{t('See all dates')}</a> },
]

const lists: Partial<Record<Kind, string>> = { 'office-hours': eventPaths.officeHours, academy: eventPaths.academy }
const listOf = (kind: Kind) => lists[kind] ?? eventPaths.eventsOf(kind)
