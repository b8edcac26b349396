import type { ComponentChildren } from 'preact'
import { RecordedLine } from '#consents'
import { Button, emptyForm, Field, fieldsOf, Form, TextArea, usePage, useWords, type FormState } from '#platform/html'
import type { EventBrief } from './event.data.ts'
import { eventPaths } from './events.paths.ts'

export type RsvpFormProps = {
  event: Pick<EventBrief, 'slug' | 'isFull' | 'isRecorded'>
  form?: FormState | undefined
  /** An address and a button in one row, where there is little room; a name and a question can be given afterwards. */
  short?: boolean | undefined
  /** What the hosts ask whoever comes. */
  children?: ComponentChildren | undefined
}

/** "I am coming": one click for whoever is signed in; an address for everybody else. */
export function RsvpForm({ event, form = emptyForm, short, children }: RsvpFormProps) {
  const t = useWords()
  const { person } = usePage()
  return (
    <Form action={eventPaths.rsvp(event.slug)} errors={form.errors} honeypot={!person} inline={short} label={t('RSVP')}>
      {event.isFull && <FullSentence />}
      {!person && <AddressFields form={form} short={short} />}
      {children}
      {!short && <QuestionField form={form} />}
      <RecordedLine isRecorded={event.isRecorded} />
      <RsvpButton isFull={event.isFull} />
      {short && !person && <NextStep />}
    </Form>
  )
}

/** Their names differ from those of other forms that a page may hold. */
function AddressFields({ form, short }: { form: FormState; short: boolean | undefined }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <>
      <Field {...field('rsvpEmail')} label={t('E-mail')} type="email" autocomplete="email" required hint={!short && <NextStepWords />} />
      {!short && <Field {...field('rsvpName')} label={t('Name')} optional autocomplete="name" maxLength={80} />}
      <input type="hidden" name="rsvpTimeZone" value="" data-my-time-zone />
    </>
  )
}

const NextStep = () => (
  <p class="hint">
    <NextStepWords />
  </p>
)

function NextStepWords() {
  const t = useWords()
  return <>{t('We send you a link; it makes your RSVP count. No account is needed.')}</>
}

export function FullSentence() {
  const t = useWords()
  return (
    <p>
      {t('All seats are taken. Join the waiting list: when a seat comes free it is yours, in the order of the list, and we write to you.')}
    </p>
  )
}

export function RsvpButton({ isFull }: { isFull: boolean }) {
  const t = useWords()
  return <Button>{isFull ? t('Join the waiting list') : t('I am coming')}</Button>
}

/** What someone would like to be talked about; folded while it is empty, so that the form stays small. */
export function QuestionField({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)('question')
  return (
    <details class="fold" open={Boolean(field.value || field.error)}>
      <summary>{t('Ask the hosts something')}</summary>
      <TextArea
        {...field}
        label={t('Your question')}
        hint={t('Only the hosts and stewards read it. Name no job seekers or students.')}
        optional
        rows={3}
        maxLength={2000}
      />
    </details>
  )
}
