import { EventControls, stateOf, type Event } from '#events'
import { Notice, usePage, useWords } from '#platform/html'

/** Under an event's title: what has just been done, that it is called off, and what stewards can do. */
export function EventNotices({ event, done, refused }: { event: Event; done: string | null; refused?: string | undefined }) {
  const t = useWords()
  const { person, now } = usePage()
  return (
    <>
      {refused && (
        <Notice kind="problem">
          <p>{refused}</p>
        </Notice>
      )}
      {done && (
        <Notice kind="good">
          <p>{done}</p>
        </Notice>
      )}
      {event.cancelledAt && (
        <Notice kind="problem">
          <p>{t('This gathering has been called off.')}</p>
          {event.cancelReason && <p>{event.cancelReason}</p>}
        </Notice>
      )}
      {person?.isSteward && <EventControls event={event} state={stateOf(event, now)} />}
    </>
  )
}
