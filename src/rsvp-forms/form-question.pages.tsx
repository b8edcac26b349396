import { eventPaths, AboutEventPage, type Event } from '#events'
import {
  Button,
  Checkbox,
  Choices,
  ConfirmPage,
  EmptyState,
  Entry,
  EntryList,
  Field,
  fieldsOf,
  Form,
  Heading,
  Lede,
  TextArea,
  useWords,
  type FormState,
} from '#platform/html'
import type { Words } from '#platform/text'
import { InMine } from './form-fields.pages.tsx'
import { kinds } from './form-question.form.ts'
import type { WrittenQuestion } from './form-question.data.ts'
import { keyOf } from './in-each.rules.ts'
import { paths } from './rsvp-forms.paths.ts'
import type { QuestionKind } from './rsvp-forms.tables.ts'

const kindWords = (t: Words): Record<QuestionKind, string> => ({
  line: t('In a line'),
  text: t('In several lines'),
  one: t('By picking one answer'),
  several: t('By picking several answers'),
  'yes-no': t('With yes or no'),
})

export type RsvpFormPageProps = { event: Event; questions: WrittenQuestion[]; form: FormState }

/** For stewards: what the RSVP form of an event asks, in order, and a form that adds to it. */
export function RsvpFormPage({ event, questions, form }: RsvpFormPageProps) {
  const t = useWords()
  const [asked, removed] = [questions.filter(({ removedAt }) => !removedAt), questions.filter(({ removedAt }) => removedAt)]
  return (
    <AboutEventPage event={event} title={t('RSVP form')}>
      <Lede>{t('The form asks for an address and, if people like, a name. Add what you need to know before the call, and no more.')}</Lede>
      {asked.length > 0 ? (
        <EntryList label={t('Asked in this order')}>
          {asked.map((question, place) => (
            <Asked key={question.id} event={event} question={question} isFirst={place === 0} isLast={place === asked.length - 1} />
          ))}
        </EntryList>
      ) : (
        <EmptyState sentence={t('Nothing is asked yet.')} act={<a href={eventPaths.event(event.slug)}>{t('See the page they see')}</a>} />
      )}
      <Removed event={event} questions={removed} />
      <Heading>{t('Add a question')}</Heading>
      <QuestionForm event={event} form={form} action={paths.form(event.slug)} />
    </AboutEventPage>
  )
}

type AskedProps = { event: Event; question: WrittenQuestion; isFirst: boolean; isLast: boolean }

function Asked({ event: { slug }, question, isFirst, isLast }: AskedProps) {
  const t = useWords()
  const { id, words, options, kind, isRequired, rhythmId, answered } = question
  const facts = [
    kindWords(t)[kind],
    isRequired ? t('Needs an answer') : t('May be left out'),
    rhythmId && t('At all dates of the series'),
    answered > 0 && t('{{count}} have answered', { count: answered }),
  ]
  return (
    <Entry
      title={<InMine each={words} />}
      line={options.length > 0 ? <Options options={options} /> : undefined}
      facts={facts}
      acts={
        <>
          <a href={paths.question(slug, id)}>{t('Edit')}</a>
          {!isFirst && <Move {...{ slug, id, by: 'up', words: t('Move up') }} />}
          {!isLast && <Move {...{ slug, id, by: 'down', words: t('Move down') }} />}
          <a href={paths.removal(slug, id)}>{t('Take out')}</a>
        </>
      }
    />
  )
}

const Options = ({ options }: Pick<WrittenQuestion, 'options'>) => (
  <>
    {options.map((option, place) => (
      <>
        {place > 0 && ' · '}
        <InMine key={keyOf(option)} each={option} />
      </>
    ))}
  </>
)

const Move = ({ slug, id, by, words }: { slug: string; id: string; by: string; words: string }) => (
  <Form action={paths.place(slug, id)}>
    <input type="hidden" name="by" value={by} />
    <Button kind="quiet">{words}</Button>
  </Form>
)

function Removed({ event, questions }: { event: Event; questions: WrittenQuestion[] }) {
  const t = useWords()
  if (questions.length === 0) return null
  return (
    <details class="fold">
      <summary>{t('Not asked any more')}</summary>
      <EntryList>
        {questions.map(({ id, words, answered }) => (
          <Entry
            key={id}
            level={3}
            title={<InMine each={words} />}
            facts={[answered > 0 && t('{{count}} have answered', { count: answered })]}
            acts={
              <Form action={paths.returning(event.slug, id)}>
                <Button kind="quiet">{t('Ask it again')}</Button>
              </Form>
            }
          />
        ))}
      </EntryList>
    </details>
  )
}

type QuestionFormProps = {
  event: Event
  form: FormState
  action: string
  /** It is there already: its kind stays. */ written?: WrittenQuestion | undefined
}

function QuestionForm({ event, form, action, written }: QuestionFormProps) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <Form action={action} errors={form.errors}>
      <Field {...field('wordsEn')} label={t('The question in English')} maxLength={300} />
      <Field {...field('wordsEs')} label={t('The question in Spanish')} maxLength={300} optional />
      {written ? <input type="hidden" name="kind" value={written.kind} /> : <KindChoices form={form} />}
      {(!written || written.options.length > 0) && <OptionFields form={form} />}
      <Checkbox {...field('isRequired')} label={t('An answer is needed')} />
      <ForAllField event={event} form={form} written={written} />
      <Button>{written ? t('Save') : t('Add the question')}</Button>
    </Form>
  )
}

function KindChoices({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)('kind')
  const options = kinds.map((value) => ({ value, words: kindWords(t)[value] }))
  return <Choices {...field} value={field.value ?? 'line'} label={t('How it is answered')} options={options} />
}

function OptionFields({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  const hint = t('Only where people pick: each on a line of its own.')
  return (
    <>
      <TextArea {...field('optionsEn')} label={t('Answers to pick from, in English')} hint={hint} optional rows={4} />
      <TextArea {...field('optionsEs')} label={t('The same in Spanish, line by line')} optional rows={4} />
    </>
  )
}

/** What is asked at all dates stays so: people have answered it there. */
function ForAllField({ event, form, written }: Omit<QuestionFormProps, 'action'>) {
  const t = useWords()
  if (written?.rhythmId) return <input type="hidden" name="isForAll" value="yes" />
  if (!event.rhythm) return null
  return (
    <Checkbox
      {...fieldsOf(form)('isForAll')}
      label={t('Ask it at all dates of the series')}
      hint={t('Dates that are made later ask it, too.')}
    />
  )
}

export function QuestionPage({ event, question, form }: { event: Event; question: WrittenQuestion; form: FormState }) {
  const t = useWords()
  return (
    <AboutEventPage event={event} title={t('Edit this question')} back={paths.form(event.slug)}>
      {question.rhythmId && <p>{t('It is asked at all dates of the series, and changes at all of them.')}</p>}
      {question.answered > 0 && <p>{t('What people answered stays as they said it.')}</p>}
      <QuestionForm event={event} form={form} action={paths.question(event.slug, question.id)} written={question} />
    </AboutEventPage>
  )
}

/** Says what taking a question out does. */
export function QuestionRemovalPage({ event, question }: { event: Event; question: WrittenQuestion }) {
  const t = useWords()
  return (
    <ConfirmPage
      title={t('Take this question out?')}
      sentence={
        <>
          <InMine each={question.words} />{' '}
          <span class="quiet">
            {t('It is not asked any more then. What was answered stays on the list of who is coming.')}{' '}
            {question.rhythmId && t('It goes from all dates of the series.')}
          </span>
        </>
      }
      action={paths.removal(event.slug, question.id)}
      button={t('Take out')}
      kind="danger"
    />
  )
}
