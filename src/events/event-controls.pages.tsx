import {
  Acts,
  Button,
  ConfirmPage,
  Field,
  fieldsOf,
  Form,
  Notice,
  TextArea,
  useWords,
  WritingArea,
  WritingPage,
  type FormState,
} from '#platform/html'
import type { Language } from '#platform/text'
import { speakerPaths } from '#speakers'
import type { Event } from './event.data.ts'
import type { EventState } from './event.rules.ts'
import { eventPaths } from './events.paths.ts'

/** What stewards can do with an event, where they read it. */
export function EventControls({ event, state }: { event: Event; state: EventState }) {
  const t = useWords()
  if (state !== 'draft') return <PublicControls event={event} state={state} />
  const { slug } = event
  return (
    <Notice>
      <p>{t('This is a draft. Only stewards see it.')}</p>
      <Acts>
        <Form action={eventPaths.publication(slug)}>
          <Button>{t('Publish')}</Button>
        </Form>
        <a href={eventPaths.edit(slug)}>{t('Edit')}</a>
        <a href={speakerPaths.choice('events', slug)}>{t('Speakers')}</a>
        <a href={eventPaths.form(slug)}>{t('RSVP form')}</a>
        <CopyForm slug={slug} />
        <a href={eventPaths.removal(slug)}>{t('Remove')}</a>
      </Acts>
    </Notice>
  )
}

function PublicControls({ event, state }: { event: Event; state: EventState }) {
  const t = useWords()
  const isOver = state === 'over'
  const isAhead = state !== 'cancelled' && !isOver
  const { slug, seated, waiting } = event
  return (
    <Acts>
      <a href={eventPaths.attendees(slug)}>
        {waiting > 0
          ? t('Who is coming: {{seated}}, waiting: {{waiting}}', { seated, waiting })
          : t('Who is coming: {{seated}}', { seated })}
      </a>
      <TeamsLink event={event} />
      <a href={eventPaths.edit(slug)}>{t('Edit')}</a>
      <a href={speakerPaths.choice('events', slug)}>{t('Speakers')}</a>
      <a href={eventPaths.form(slug)}>{t('RSVP form')}</a>
      <CopyForm slug={slug} />
      {isAhead && <SeriesLink event={event} />}
      <AfterLinks event={event} isOver={isOver} />
      {isAhead && <a href={eventPaths.cancellation(slug)}>{t('Call it off')}</a>}
    </Acts>
  )
}

/** Of an Academy: with which teams people would come. */
function TeamsLink({ event: { kind, slug } }: { event: Event }) {
  const t = useWords()
  return kind === 'academy' ? <a href={eventPaths.teams(slug)}>{t('Who wants to come')}</a> : null
}

/** What people are asked afterwards, and what is kept of it. */
function AfterLinks({ event, isOver }: { event: Event; isOver: boolean }) {
  const t = useWords()
  return (
    <>
      {!event.cancelledAt && <a href={eventPaths.survey(event.slug)}>{t('Survey afterwards')}</a>}
      {!event.cancelledAt && <a href={eventPaths.certificates(event.slug)}>{t('Certificates')}</a>}
      {event.kind === 'webinar' && isOver && !event.kept && <a href={eventPaths.keep(event.slug)}>{t('Make the archive entry')}</a>}
    </>
  )
}

/** Begins a series, or changes it from this date on. */
function SeriesLink({ event: { slug, rhythm, startsAt } }: { event: Event }) {
  const t = useWords()
  if (rhythm) return <a href={eventPaths.rhythmFrom(rhythm, slug)}>{t('Change all that follow')}</a>
  return startsAt && <a href={eventPaths.repeat(slug)}>{t('Repeat it')}</a>
}

function CopyForm({ slug }: { slug: string }) {
  const t = useWords()
  return (
    <Form action={eventPaths.copy(slug)}>
      <Button kind="quiet">{t('Duplicate')}</Button>
    </Form>
  )
}

/** Says what calling it off does, and to how many. */
export function CancellationPage({ event, form }: { event: Event; form: FormState }) {
  const t = useWords()
  const people = event.seated + event.waiting
  return (
    <ConfirmPage
      title={t('Call off “{{title}}”?', { title: event.title })}
      sentence={
        people > 0
          ? t(
              '{{count}} people who have answered get a mail at once, and the entry is taken out of their calendars. This cannot be undone.',
              { count: people },
            )
          : t('Nobody has answered yet. Its page stays and says that it has been called off. This cannot be undone.')
      }
      action={eventPaths.cancellation(event.slug)}
      button={t('Call it off')}
      kind="danger"
    >
      <TextArea
        {...fieldsOf(form)('reason')}
        label={t('Why, in a sentence or two')}
        hint={t('Everybody reads it, on the page and in the mail.')}
        optional
        rows={3}
        maxLength={1000}
      />
    </ConfirmPage>
  )
}

export function RemovalPage({ event }: { event: Event }) {
  const t = useWords()
  return (
    <ConfirmPage
      title={t('Remove this draft?')}
      sentence={t('“{{title}}” will be gone for good. Nobody has seen it yet but stewards.', { title: event.title })}
      action={eventPaths.removal(event.slug)}
      button={t('Remove it for good')}
      kind="danger"
    />
  )
}

export type EventWordsProps = {
  slug: string
  title: string
  language: Language
  written: Language[]
  form: FormState
  preview?: boolean | undefined
  seen: string
  first: Language
}

/** The same event's words in another language. */
export function EventWordsPage({ slug, title, language, written, form, preview, seen, first }: EventWordsProps) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <WritingPage
      title={t('Edit this event')}
      back={{ href: eventPaths.event(slug), words: title }}
      action={eventPaths.words(slug, language)}
      tabs={{ current: language, written, href: (other) => (other === first ? eventPaths.edit(slug) : eventPaths.words(slug, other)) }}
      form={form}
      seen={seen}
      preview={preview}
    >
      <Field {...field('title')} label={t('Title')} required maxLength={200} />
      <Field
        {...field('summary')}
        label={t('In one sentence')}
        hint={t('Shown in lists, in search engines and in the monthly update.')}
        optional
        maxLength={400}
      />
      <WritingArea {...field('body')} label={t('Description')} optional rows={12} />
    </WritingPage>
  )
}
