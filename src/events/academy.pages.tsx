import { EmptyState, EventDate, Feature, In, Layout, Lede, LinkButton, PageTitle, usePage, useWords } from '#platform/html'
import type { EventBrief } from './event.data.ts'
import { BeginEvent, PastEvents, Upcoming } from './event-list.pages.tsx'
import { stateOf } from './event.rules.ts'
import { eventPaths } from './events.paths.ts'
import { InterestForm } from './interest.pages.tsx'

/** The yearly gathering: the next one large, those before by year. */
export function AcademyPage({ upcoming, past }: { upcoming: EventBrief[]; past: EventBrief[] }) {
  const t = useWords()
  const [next, ...later] = upcoming
  return (
    <Layout title={t('The Academy')} description={t('Once a year teams work side by side on their own partnership.')}>
      <PageTitle above={<a href={eventPaths.events}>{t('Events')}</a>}>{t('The Academy')}</PageTitle>
      <Lede>{t('Once a year teams work side by side on their own partnership.')}</Lede>
      <BeginEvent kind="academy" />
      {next ? (
        <NextAcademy event={next} />
      ) : (
        <EmptyState
          sentence={t('The next Academy is not planned yet.')}
          act={<a href="/join">{t('Join the list and hear of it first')}</a>}
        />
      )}
      {later.length > 0 && <Upcoming events={later} />}
      <PastEvents events={past} />
    </Layout>
  )
}

function NextAcademy({ event }: { event: EventBrief }) {
  const t = useWords()
  const { now } = usePage()
  const isOpen = stateOf(event, now) === 'to-be-announced'
  return (
    <Feature
      label={t('The next Academy')}
      date={<EventDate startsAt={event.startsAt} endsAt={event.endsAt} timeZone={event.timeZone} size="large" />}
      title={<In language={event.language}>{event.title}</In>}
      href={eventPaths.event(event.slug)}
    >
      <p>
        <In language={event.language}>{event.summary}</In>
      </p>
      {isOpen ? (
        <InterestForm event={event} />
      ) : (
        <p class="acts">
          <LinkButton href={eventPaths.event(event.slug)}>{t('Read more and RSVP')}</LinkButton>
        </p>
      )}
    </Feature>
  )
}
