import { RecordedLine } from '#consents'
import {
  answerFor,
  FullSentence,
  InterestForm,
  mayWithdraw,
  QuestionField,
  refusalWords,
  RsvpButton,
  RsvpForm,
  type Event,
  type RsvpRefusal,
} from '#events'
import type { Answer } from '#seats'
import {
  Acts,
  Button,
  emptyForm,
  EventDate,
  Facts,
  Form,
  Heading,
  LinkButton,
  Status,
  TextArea,
  usePage,
  useWords,
  type FormState,
} from '#platform/html'
import { AskedFields, lacksAnswer } from '#rsvp-forms'
import { AddToCalendar } from './add-to-calendar.pages.tsx'
import { callValues } from './call.pages.tsx'
import type { AnswerPaths } from './rsvp-guest.ts'

export type RsvpPanelProps = {
  event: Event
  /** Where this person's answers go; null for a stranger, who first gives an address. */
  paths: AnswerPaths | null
  /** What was sent and is to mend; otherwise what they have said to the hosts' questions. */
  form?: FormState | undefined
  /** The page says above what is to mend. */
  isSaidAbove?: boolean | undefined
}

type KnownProps = Omit<RsvpPanelProps, 'paths'> & { paths: AnswerPaths }

/** Whether I come, and what I can do about it; why not, when nothing can be done. */
export function RsvpPanel(props: RsvpPanelProps) {
  const { event, paths } = props
  return paths && event.mine && !event.cancelledAt ? <Answered {...props} paths={paths} answer={event.mine.answer} /> : <Open {...props} />
}

function Answered({ answer, ...props }: KnownProps & { answer: Answer }) {
  const { now } = usePage()
  if (answer === 'seated') return <Seated {...props} />
  return answer === 'waiting' && mayWithdraw(props.event, now) ? <Waiting {...props} /> : <Open {...props} />
}

function Open(props: RsvpPanelProps) {
  const { now } = usePage()
  const outcome = answerFor(props.event, now)
  return 'refused' in outcome ? <Refused {...props} refused={outcome.refused} /> : <Asking {...props} />
}

function Seated(props: KnownProps) {
  const { event, paths } = props
  const t = useWords()
  const { now } = usePage()
  const isOver = event.endsAt !== null && Temporal.Instant.compare(event.endsAt, now) <= 0
  return (
    <>
      <Status kind="good">{isOver ? t('You were there') : t('You are coming')}</Status>
      {!isOver && <WayIn event={event} paths={paths} />}
      {isOver && event.hasCertificate && (
        <p>
          <a href={paths.certificate}>{t('Get my certificate')}</a>
        </p>
      )}
      {paths.allDates && (
        <p>
          <a href={paths.allDates}>{t('Come to all dates')}</a>
        </p>
      )}
      {mayWithdraw(event, now) && (
        <>
          <HostsQuestions {...props} />
          <Question event={event} paths={paths} />
          <RegretForm paths={paths}>{t('I can’t come after all')}</RegretForm>
        </>
      )}
    </>
  )
}

/** The call, and the entry in one's calendar. */
function WayIn({ event, paths }: KnownProps) {
  const t = useWords()
  return (
    <>
      {event.call && event.isCall && (
        <p class="acts">
          <LinkButton href={paths.call}>{t('Join the call')}</LinkButton>
        </p>
      )}
      {event.call && <Facts facts={callValues(event.call, t)} />}
      <AddToCalendar event={event} file={paths.calendarFile} />
    </>
  )
}

function Waiting(props: KnownProps) {
  const { event, paths } = props
  const t = useWords()
  const ahead = event.mine?.ahead ?? 0
  return (
    <>
      <Status kind="note">{t('You are on the waiting list')}</Status>
      <p>
        {ahead > 0 ? t('{{count}} people are before you.', { count: ahead }) : t('You are the first in line.')}{' '}
        {t('When a seat comes free it goes to the next on the list, and we write at once.')}
      </p>
      <HostsQuestions {...props} />
      <Question event={event} paths={paths} />
      <RegretForm paths={paths}>{t('Leave the waiting list')}</RegretForm>
    </>
  )
}

function Asking({ paths, ...props }: RsvpPanelProps) {
  const t = useWords()
  const { event, form = emptyForm } = props
  return (
    <>
      <Heading level={2}>{t('Are you coming?')}</Heading>
      {event.mine?.answer === 'declined' && <p>{t('You said that you can’t. You can still change your mind.')}</p>}
      {paths ? (
        <OneClick {...props} paths={paths} />
      ) : (
        <RsvpForm event={event} form={form}>
          <AskedFields questions={event.formQuestions} form={form} />
        </RsvpForm>
      )}
    </>
  )
}

/** For somebody we know: yes or no, each with one click, after what the hosts ask. */
function OneClick({ event, paths, form = emptyForm, isSaidAbove }: KnownProps) {
  const t = useWords()
  return (
    <Form action={paths.rsvp} errors={isSaidAbove ? {} : form.errors} label={t('RSVP')}>
      <AskedFields questions={event.formQuestions} form={form} />
      {event.isFull && <FullSentence />}
      <RecordedLine isRecorded={event.isRecorded} />
      <Acts>
        <RsvpButton isFull={event.isFull} />
        {event.mine?.answer !== 'declined' && (
          <Button kind="quiet" action={paths.regret}>
            {t('I can’t')}
          </Button>
        )}
      </Acts>
      <QuestionField form={form} />
    </Form>
  )
}

/** What the hosts ask, with what was said until now; in view while an answer is missing. */
function HostsQuestions({ event, paths, form = emptyForm, isSaidAbove }: KnownProps) {
  const t = useWords()
  const questions = event.formQuestions
  if (questions.length === 0) return null
  return (
    <details class="fold" open={lacksAnswer(questions, form.values)}>
      <summary>{t('What the hosts ask you')}</summary>
      <Form action={paths.answers} errors={isSaidAbove ? {} : form.errors} label={t('What the hosts ask you')}>
        <AskedFields questions={questions} form={form} />
        <Button kind="quiet">{t('Save my answers')}</Button>
      </Form>
    </details>
  )
}

/** The question as it stands, to be sent or changed; once it is answered, only the way to it. */
function Question({ event, paths }: KnownProps) {
  const t = useWords()
  const { words = '', isAnswered = false } = event.mine?.question ?? {}
  if (!isAnswered) return <QuestionForm question={words} paths={paths} />
  return <p>{paths.challenge && <a href={paths.challenge}>{t('Your question to the hosts')}</a>}</p>
}

function QuestionForm({ question, paths }: { question: string; paths: AnswerPaths }) {
  const t = useWords()
  return (
    <details class="fold">
      <summary>{question ? t('Your question to the hosts') : t('Ask the hosts something')}</summary>
      <Form action={paths.question} label={t('Your question')}>
        <TextArea
          {...{ name: 'question', value: question }}
          label={t('Your question')}
          hint={t('Only the hosts and stewards read it. Name no job seekers or students.')}
          rows={3}
          maxLength={2000}
        />
        <Button kind="quiet">{question ? t('Change my question') : t('Send my question')}</Button>
      </Form>
      {paths.challenge && (
        <p>
          <a href={paths.challenge}>{t('Say what you tried and what you want, or withdraw it')}</a>
        </p>
      )}
    </details>
  )
}

const RegretForm = ({ paths, children }: { paths: AnswerPaths; children: string }) => (
  <Form action={paths.regret}>
    <Button kind="quiet">{children}</Button>
  </Form>
)

function Refused({ event, refused, form }: RsvpPanelProps & { refused: RsvpRefusal }) {
  const t = useWords()
  return (
    <>
      <p>{refusalWords(t)[refused]}</p>
      {refused === 'not-open-yet' && (
        <div>
          {t('RSVP opens:')} <EventDate startsAt={event.rsvpOpensAt} timeZone={event.timeZone} size="line" />
        </div>
      )}
      {refused === 'date-not-set' && event.mine?.answer !== 'seated' && <InterestForm event={event} form={form} />}
      {refused === 'closed' && (
        <p>
          <a href="/contact">{t('Write to us')}</a>
        </p>
      )}
    </>
  )
}
