import { Entry, EventDate, In, Status, usePage, useWords, type NoticeKind } from '#platform/html'
import type { EventBrief } from './event.data.ts'
import { standingOf, type EventStanding } from './event.rules.ts'
import { inOneLine, kindWords } from './event.words.ts'
import { eventPaths } from './events.paths.ts'

/** An event in a list: its date, title, one line, and what to know of it. */
export function EventEntry({ event, level }: { event: EventBrief; level?: 2 | 3 }) {
  const t = useWords()
  const { language, now } = usePage()
  return (
    <Entry
      href={eventPaths.event(event.slug)}
      title={<In language={event.language}>{event.title}</In>}
      line={event.summary && <In language={event.language}>{event.summary}</In>}
      facts={[
        kindWords(t)[event.kind],
        event.hosts.length > 0 && t('with {{names}}', { names: inOneLine(event.hosts, language) }),
        standingOf(event, now) !== 'plain' && <Standing event={event} />,
      ]}
      date={<EventDate startsAt={event.startsAt} endsAt={event.endsAt} timeZone={event.timeZone} size="entry" />}
      level={level}
    />
  )
}

/** What is special about it just now, or about the reader's place in it. */
function Standing({ event }: { event: EventBrief }) {
  const t = useWords()
  const { now } = usePage()
  const standing = standingOf(event, now)
  const words: Record<Exclude<EventStanding, 'plain'>, [NoticeKind | 'quiet', string]> = {
    cancelled: ['problem', t('Called off')],
    draft: ['note', t('Draft')],
    'was-there': ['good', t('You were there')],
    coming: ['good', t('You are coming')],
    waiting: ['note', t('You are on the waiting list')],
    now: ['note', t('Going on now')],
    full: ['quiet', t('Full: waiting list')],
  }
  if (standing === 'plain') return null
  const [kind, sentence] = words[standing]
  return <Status kind={kind}>{sentence}</Status>
}
