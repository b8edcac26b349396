import { AboutEventPage, eventPaths, isAfter, type Event } from '#events'
import { Acts, Button, ConfirmPage, EmptyState, EventDate, Figures, Form, Pagination, Table, usePage, useWords } from '#platform/html'
import type { Words } from '#platform/text'
import { formatDay, formatTime } from '#platform/time'
import { InMine, saidTo, type AskedQuestion } from '#rsvp-forms'
import type { Answer } from '#seats'
import type { AnswerCounts, Attendee } from './attendee.data.ts'

export const answerWords = (t: Words): Record<Answer, string> => ({ seated: t('Comes'), waiting: t('Waits'), declined: t('Cannot come') })

export type AttendeesPageProps = {
  event: Event
  attendees: Attendee[]
  /** What the hosts ask, with the answers of these people. */
  asked: AskedQuestion[]
  counts: AnswerCounts
  page: number
  pages: number
}

/** Who comes, who waits, who cannot, and what they ask: for stewards, on screen and on paper. */
export function AttendeesPage({ event, attendees, asked, counts, page, pages }: AttendeesPageProps) {
  const t = useWords()
  return (
    <AboutEventPage event={event} title={t('Who is coming')} wide>
      <EventDate startsAt={event.startsAt} endsAt={event.endsAt} timeZone={event.timeZone} size="line" />
      <Counts event={event} counts={counts} />
      <ListActs event={event} counts={counts} />
      {attendees.length > 0 ? (
        <AttendeeTable event={event} attendees={attendees} asked={asked} />
      ) : (
        <EmptyState
          sentence={t('Nobody has answered yet.')}
          act={<a href={eventPaths.event(event.slug)}>{t('See the page they see')}</a>}
        />
      )}
      <Pagination page={page} pages={pages} href={(other) => `${eventPaths.attendees(event.slug)}?page=${other}`} />
    </AboutEventPage>
  )
}

function ListActs({ event, counts }: Pick<AttendeesPageProps, 'event' | 'counts'>) {
  const t = useWords()
  const { now } = usePage()
  const hasBegun = event.startsAt !== null && !isAfter(event.startsAt, now)
  return (
    <Acts>
      {counts.all > 0 && <a href={eventPaths.attendeesFile(event.slug)}>{t('Download as a table (CSV)')}</a>}
      {hasBegun && <a href={eventPaths.participantReports(event.slug)}>{t('Bring the report of the call')}</a>}
      {counts.all > 0 && <span class="quiet">{t('To print, use your browser: the list comes without menus and buttons.')}</span>}
    </Acts>
  )
}

function Counts({ event, counts }: Pick<AttendeesPageProps, 'event' | 'counts'>) {
  const t = useWords()
  const { language } = usePage()
  const figure = (number: number) => number.toLocaleString(`${language}-US`)
  const seats =
    event.capacity === null
      ? figure(event.seated)
      : t('{{seated}} of {{capacity}}', { seated: figure(event.seated), capacity: figure(event.capacity) })
  return (
    <Figures
      figures={[
        { number: seats, words: t('come') },
        { number: figure(event.waiting), words: t('wait') },
        { number: figure(counts.declined), words: t('cannot come') },
        { number: figure(counts.questions), words: t('asked a question') },
        ...(counts.came > 0 ? [{ number: figure(counts.came), words: t('were there') }] : []),
      ]}
    />
  )
}

function AttendeeTable({ event, attendees, asked }: Pick<AttendeesPageProps, 'event' | 'attendees' | 'asked'>) {
  const t = useWords()
  const { language } = usePage()
  const words = answerWords(t)
  const rows = attendees.map((person, place) => [
    person.name || person.email,
    person.answer === 'waiting'
      ? t('{{answer}}, number {{place}}', { answer: words.waiting, place: waitingNumber(attendees, place) })
      : words[person.answer],
    [person.job, person.organisation, person.state].filter(Boolean).join(', '),
    <a href={`mailto:${person.email}`}>{person.email}</a>,
    `${formatDay(person.answeredAt, event.timeZone, language)}, ${formatTime(person.answeredAt, event.timeZone, language)}`,
    person.question,
    ...asked.map((question) => saidTo(question, person.id, language)),
    <CameMark event={event} person={person} />,
    person.answer === 'declined' ? '' : <a href={eventPaths.attendeeRemoval(event.slug, person.id)}>{t('Take out')}</a>,
  ])
  return (
    <Table
      caption={t('Everybody who has answered')}
      quietCaption
      head={[
        t('Name'),
        t('Answer'),
        t('Who they are'),
        t('E-mail'),
        t('Answered'),
        t('Question'),
        ...asked.map(({ id, words }) => <InMine key={id} each={words} />),
        t('Was there'),
        <span class="heard">{t('Acts')}</span>,
      ]}
      rows={rows}
    />
  )
}

/** Whether they were there, and a host's word on it, from half an hour before it begins. */
function CameMark({ event, person }: { event: Event; person: Attendee }) {
  const t = useWords()
  const { now } = usePage()
  const isTime = event.startsAt !== null && !event.cancelledAt && !isAfter(event.startsAt.subtract({ minutes: 30 }), now)
  if (person.answer !== 'seated' || !isTime) return null
  const path = eventPaths.attendance(event.slug, person.id)
  const name = person.name || person.email
  if (!person.cameAt)
    return (
      <Form action={path} label={t('Check in {{name}}', { name })}>
        <Button kind="quiet">{t('Check in')}</Button>
      </Form>
    )
  return (
    <>
      {person.minutes === null ? t('Yes') : t('Yes, {{minutes}} min', { minutes: person.minutes })}{' '}
      <Form action={`${path}/removal`} label={t('{{name}} was not there', { name })}>
        <Button kind="quiet">{t('Was not there')}</Button>
      </Form>
    </>
  )
}

/** Counted among those on this page; the first page holds the head of the list. */
const waitingNumber = (attendees: Attendee[], place: number) =>
  attendees.slice(0, place + 1).filter(({ answer }) => answer === 'waiting').length

/** Says what taking somebody out does. */
export function AttendeeRemovalPage({ event, name, personId }: { event: Event; name: string; personId: string }) {
  const t = useWords()
  return (
    <ConfirmPage
      title={t('Take {{name}} out?', { name })}
      sentence={t(
        '{{name}} gets a mail that says so, and the date leaves their calendar. The seat goes to the first on the waiting list, who is told.',
        {
          name,
        },
      )}
      action={eventPaths.attendeeRemoval(event.slug, personId)}
      button={t('Take out')}
      kind="danger"
    />
  )
}
