import { EventDate, Feature, In, usePage, useWords } from '#platform/html'
import type { EventBrief } from './event.data.ts'
import { inOneLine } from './event.words.ts'
import { eventPaths } from './events.paths.ts'
import { RsvpForm } from './rsvp-form.pages.tsx'
import { answerFor } from './rsvp.rules.ts'

/** The next gathering, large, with its RSVP right there: for the front page. */
export function NextEventPanel({ event }: { event: EventBrief }) {
  const t = useWords()
  const { language } = usePage()
  return (
    <Feature
      label={t('Next gathering')}
      date={<EventDate startsAt={event.startsAt} endsAt={event.endsAt} timeZone={event.timeZone} size="large" />}
      title={<In language={event.language}>{event.title}</In>}
      href={eventPaths.event(event.slug)}
    >
      <p>
        <In language={event.language}>{event.summary}</In>
      </p>
      {event.hosts.length > 0 && <p class="quiet">{t('with {{names}}', { names: inOneLine(event.hosts, language) })}</p>}
      <Rsvp event={event} />
    </Feature>
  )
}

function Rsvp({ event }: { event: EventBrief }) {
  const t = useWords()
  const { now } = usePage()
  const link = (words: string) => <a href={eventPaths.event(event.slug)}>{words}</a>
  if (event.myAnswer === 'seated') return <p>{link(t('You are coming. How to dial in, and how to change your mind'))}</p>
  if (event.myAnswer === 'waiting') return <p>{link(t('You are on the waiting list. See your place in it'))}</p>
  return 'answer' in answerFor(event, now) ? <RsvpForm event={event} short /> : <p>{link(t('Read more about it'))}</p>
}
