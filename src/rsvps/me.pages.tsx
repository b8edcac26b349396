import { EventEntry, eventPaths, type Event } from '#events'
import { Button, EntryList, Form, Heading, usePage, useWords } from '#platform/html'
import { paths } from './rsvps.paths.ts'

/** On a person's own page: where they have a seat or wait for one, and their private calendar. */
export function MyEvents({ events, token }: { events: Event[]; token: string }) {
  const t = useWords()
  return (
    <section aria-labelledby="my-events">
      <Heading id="my-events" more={<a href={eventPaths.events}>{t('All events')}</a>}>
        {t('My events')}
      </Heading>
      {events.length > 0 ? (
        <EntryList>
          {events.map((event) => (
            <EventEntry key={event.id} event={event} level={3} />
          ))}
        </EntryList>
      ) : (
        <p>{t('You have no seat in anything that is coming up.')}</p>
      )}
      <MyFeed token={token} />
    </section>
  )
}

function MyFeed({ token }: { token: string }) {
  const t = useWords()
  const { origin } = usePage()
  const address = origin + paths.feed(token)
  return (
    <details class="fold">
      <summary>{t('My calendar feed')}</summary>
      <p>
        {t(
          'Subscribe to this address in your calendar, and every RSVP appears there with its call details. Whoever has the address can read it, so keep it to yourself.',
        )}
      </p>
      <p>
        <a href={address}>{address}</a>
      </p>
      <Form action={paths.renewFeed}>
        <Button kind="quiet">{t('Give me a new address; the old one stops working')}</Button>
      </Form>
    </details>
  )
}
