import { RecordedLine } from '#consents'
import { eventPaths, FullSentence, QuestionField, RsvpButton, type Event } from '#events'
import {
  Band,
  ErrorSummary,
  EventDate,
  Field,
  fieldsOf,
  Form,
  In,
  Layout,
  Lede,
  Notice,
  PageTitle,
  TimeZoneSelect,
  useWords,
  type FormState,
} from '#platform/html'
import { AskedFields } from '#rsvp-forms'
import type { Asked } from './rsvp-ask.data.ts'
import type { AnswerPaths } from './rsvp-guest.ts'
import { RsvpPanel } from './rsvp-panel.pages.tsx'

export type MyRsvpPageProps = {
  event: Event
  guest: { email: string; firstName: string; timeZone: string | null }
  paths: AnswerPaths
  /** What was typed with this address and not confirmed yet, or typed again later. */
  asked: Asked | undefined
  isOpen: boolean
  done: string | null
  /** What was sent and is to mend; otherwise what they have said to the hosts' questions. */
  form: FormState
}

/** A person's own page for one event, behind the link in their mails. */
export function MyRsvpPage(props: MyRsvpPageProps) {
  const t = useWords()
  const { event, guest, paths, isOpen, done, form } = props
  const hasAnswered = event.mine !== null
  const title = hasAnswered ? t('Your RSVP') : t('Are you coming?')
  return (
    <Layout title={title} hidden>
      <PageTitle above={<a href={eventPaths.event(event.slug)}>{t('Read about the event')}</a>}>{title}</PageTitle>
      <Lede>
        <In language={event.language}>{event.title}</In>
      </Lede>
      {done && (
        <Notice kind="good">
          <p>{done}</p>
        </Notice>
      )}
      <ErrorSummary errors={form.errors} />
      <AskedAgain {...props} />
      <Band
        start={<EventDate startsAt={event.startsAt} endsAt={event.endsAt} timeZone={event.timeZone} size="large" />}
        end={!hasAnswered && isOpen ? <ConfirmForm {...props} /> : <RsvpPanel event={event} paths={paths} form={form} isSaidAbove />}
      />
      <p class="quiet">
        {t('This page is for {{email}}. Whoever has its address can change this RSVP, so keep it to yourself.', { email: guest.email })}
      </p>
    </Layout>
  )
}

/** Two people share one address: there is one RSVP between them, and we say so kindly. */
function AskedAgain({ event, asked }: MyRsvpPageProps) {
  const t = useWords()
  const isAgain =
    event.mine && event.mine.answer !== 'declined' && asked && Temporal.Instant.compare(asked.askedAt, event.mine.answeredAt) > 0
  if (!isAgain) return null
  return (
    <Notice>
      <p>
        {t(
          'This address has been entered once more. It has its RSVP already, and one address holds one seat. Is somebody coming with you? Let them RSVP with an address of their own.',
        )}
      </p>
    </Notice>
  )
}

/** What the mail asked to confirm: one button. What was typed before stands in the fields. */
function ConfirmForm(props: MyRsvpPageProps) {
  const t = useWords()
  const { event, guest, paths } = props
  const form = { values: { ...typedBefore(props), ...props.form.values }, errors: props.form.errors }
  const field = fieldsOf(form)
  return (
    <Form action={paths.rsvp} label={t('RSVP')}>
      {event.isFull && <FullSentence />}
      <RecordedLine isRecorded={event.isRecorded} />
      <RsvpButton isFull={event.isFull} />
      {!guest.firstName && (
        <Field {...field('name')} label={t('Name')} hint={t('The hosts see it.')} optional autocomplete="name" maxLength={80} />
      )}
      <AskedFields questions={event.formQuestions} form={form} />
      <QuestionField form={form} />
      <TimeZoneSelect {...field('timeZone')} label={t('Your time zone')} hint={t('Mails and reminders use it.')} />
    </Form>
  )
}

const typedBefore = ({ event, guest, asked }: MyRsvpPageProps) => ({
  name: asked?.name ?? '',
  question: asked?.question ?? '',
  timeZone: guest.timeZone ?? asked?.timeZone ?? event.timeZone,
})
