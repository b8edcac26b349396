import type { HTMLAttributes } from 'preact'
import { recordedWords } from '#consents'
import { eventPaths, type Event } from '#events'
import { Button, EventDate, Form, Heading, In, Lede, usePage, useWords } from '#platform/html'
import { SpeakerList } from '#speakers'
import { untilWords } from '#platform/time'
import { opensAt } from './door.rules.ts'

/** Before the door opens: how long it is until then, what it will be about, and what to look at meanwhile. */
export function WaitingRoom({ event }: { event: Event }) {
  const t = useWords()
  const { person } = usePage()
  return (
    <>
      <Until event={event} />
      {person?.isSteward && (
        <Form action={eventPaths.door(event.slug)}>
          <Button kind="quiet">{t('Let people in now')}</Button>
        </Form>
      )}
      {event.isRecorded && <p class="recorded">{recordedWords(t)}</p>}
      <Heading>{t('Until then')}</Heading>
      <In language={event.language}>
        <p>{event.summary}</p>
      </In>
      <SpeakerList speakers={event.speakers} />
      <div class="prose">
        <ul>
          <li>{t('Try your microphone and your speakers now: the settings of the meeting program have a test.')}</li>
          <li>{t('Sit where it is quiet, with the light before you.')}</li>
          <li>
            <a href={eventPaths.live(event.slug)}>{t('See what others ask, and add your question')}</a>
          </li>
        </ul>
      </div>
      <Heading>{t('How to get in')}</Heading>
    </>
  )
}

function Until({ event }: { event: Event }) {
  const t = useWords()
  const { now, language } = usePage()
  const { startsAt } = event
  if (!startsAt) return null
  const [before, after] = t('It begins {{when}}.', { when: '\n' }).split('\n')
  return (
    <call-door begins={startsAt.toString()} ask={eventPaths.door(event.slug)}>
      <Lede>
        {before}
        <strong data-part="until">{untilWords(now, startsAt, language)}</strong>
        {after}
      </Lede>
      <div>
        {t('The door opens a quarter of an hour before:')} <EventDate startsAt={opensAt(event)} timeZone={event.timeZone} size="line" />
      </div>
      <p class="hint">{t('Leave this page open: it lets you in by itself. If it does not, reload it then.')}</p>
    </call-door>
  )
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'call-door': HTMLAttributes<HTMLElement> & { begins: string; ask: string }
    }
  }
}
