import { eventPaths, type Event } from '#events'
import {
  Button,
  Choices,
  emptyForm,
  fieldsOf,
  Form,
  In,
  Layout,
  Lede,
  Notice,
  PageTitle,
  TextArea,
  useWords,
  type FormState,
} from '#platform/html'
import { InMine, keyOf, type InEach } from '#rsvp-forms'
import { useful, usefulness } from './survey.rules.ts'

export type SurveyAnswerPageProps = {
  event: Event
  questions: InEach[]
  action: string
  form?: FormState
  isOpen: boolean
  hasSaid: boolean
}

/** The questions behind somebody's own link. */
export function SurveyAnswerPage({ event, questions, action, form = emptyForm, isOpen, hasSaid }: SurveyAnswerPageProps) {
  const t = useWords()
  return (
    <Layout title={t('Tell us how it was')} hidden>
      <PageTitle above={<a href={eventPaths.event(event.slug)}>{t('Read about the event')}</a>}>{t('Tell us how it was')}</PageTitle>
      <Lede>
        <In language={event.language}>{event.title}</In>
      </Lede>
      {hasSaid && (
        <Notice kind="good">
          <p>{isOpen ? t('Thank you. We have your answers; you can still change them.') : t('Thank you. We have your answers.')}</p>
        </Notice>
      )}
      {isOpen ? (
        <Questions {...{ questions, action, form }} />
      ) : (
        <p>{t('These questions are closed. Write to us if you have more to say.')}</p>
      )}
    </Layout>
  )
}

function Questions({ questions, action, form }: { questions: InEach[]; action: string; form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <Form action={action} errors={form.errors}>
      {questions.map((question, place) => {
        const [key, label] = [keyOf(question), <InMine each={question} />]
        return key === usefulness ? (
          <Choices
            key={key}
            {...field(nameOf(place))}
            label={label}
            options={useful.map((value) => ({ value, words: t(value) }))}
            optional
          />
        ) : (
          <TextArea key={key} {...field(nameOf(place))} label={label} optional rows={3} maxLength={2000} />
        )
      })}
      <p class="hint">{t('The hosts read what people say together, without names. Name no job seekers or students.')}</p>
      <Button>{t('Send my answers')}</Button>
    </Form>
  )
}

export const nameOf = (place: number) => `answer${place}`
