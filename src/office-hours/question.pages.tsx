import {
  Button,
  ConfirmPage,
  EmptyState,
  Entry,
  EntryList,
  Facts,
  Field,
  fieldsOf,
  Form,
  Heading,
  Layout,
  Lede,
  LinkButton,
  Notice,
  PageTitle,
  usePage,
  useWords,
  type FormState,
} from '#platform/html'
import { formatDay } from '#platform/time'
import { paths } from './office-hours.paths.ts'
import type { Question } from './question.data.ts'
import { wishWords } from './question.words.ts'

export type QuestionPageProps = { question: Question & { name: string }; form: FormState; done: string | null; isMine: boolean }

/** A challenge that may be shared, with the way to say "me too". */
export function QuestionPage({ question, form, done, isMine }: QuestionPageProps) {
  const t = useWords()
  const { person } = usePage()
  const { id, happened } = question
  return (
    <Layout title={t('A challenge for office hours')} hidden>
      <PageTitle above={<a href={paths.questions}>{t('Challenges')}</a>}>{t('A challenge for office hours')}</PageTitle>
      {done && <Notice kind="good">{done}</Notice>}
      <p>{happened}</p>
      <QuestionFacts question={question} />
      {!isMine && (
        <Form action={paths.meToo(id)} errors={form.errors} honeypot={!person} label={t('Me too')}>
          {!person && (
            <Field
              {...fieldsOf(form)('meTooEmail')}
              label={t('E-mail')}
              type="email"
              autocomplete="email"
              required
              hint={t('We tell you the answer, and nothing else.')}
            />
          )}
          <Button>{t('Me too: tell me the answer')}</Button>
        </Form>
      )}
    </Layout>
  )
}

function QuestionFacts({ question }: Pick<QuestionPageProps, 'question'>) {
  const t = useWords()
  const { language, network } = usePage()
  const { tried, wish, stage, name, meToo, askedAt } = question
  return (
    <Facts
      facts={[
        tried !== '' && { name: t('What was tried'), value: tried },
        wish !== null && { name: t('Wanted'), value: wishWords(t)[wish] },
        stage !== '' && { name: t('Stage'), value: stage },
        name !== '' && { name: t('From'), value: name },
        { name: t('Asked on'), value: formatDay(askedAt, network.timeZone, language) },
        meToo > 0 && { name: t('The same challenge'), value: t('{{count}} others', { count: meToo }) },
      ]}
    />
  )
}

export function MeTooConfirmPage({ question, token }: { question: Pick<Question, 'happened'>; token: string }) {
  const t = useWords()
  return (
    <ConfirmPage
      title={t('Do you have this challenge too?')}
      sentence={question.happened}
      action={paths.meTooLink(token)}
      button={t('Yes, me too')}
    />
  )
}

/** Challenges that wait for a call, for everybody to read. */
export function QuestionsPage({ questions }: { questions: Question[] }) {
  const t = useWords()
  return (
    <Layout title={t('Challenges')} description={t('What people bring to the next office hours.')}>
      <PageTitle above={<a href={paths.officeHours}>{t('Office hours')}</a>}>{t('Challenges')}</PageTitle>
      <Lede>{t('What people bring to the next office hours. If one is yours too, say so.')}</Lede>
      <p class="acts">
        <LinkButton href={paths.newQuestion}>{t('Bring a challenge')}</LinkButton> <a href={paths.answers}>{t('Answers')}</a>
      </p>
      {questions.length > 0 ? (
        <QuestionList questions={questions} />
      ) : (
        <EmptyState sentence={t('None waits just now.')} act={<a href={paths.answers}>{t('Read answers')}</a>} />
      )}
    </Layout>
  )
}

const QuestionList = ({ questions }: { questions: Question[] }) => {
  const t = useWords()
  return (
    <EntryList label={t('Challenges')}>
      {questions.map(({ id, happened, stage, wish, meToo }) => (
        <Entry
          key={id}
          href={paths.question(id)}
          title={shortened(happened)}
          facts={[stage, wish && wishWords(t)[wish], meToo > 0 && t('{{count}} others', { count: meToo })]}
        />
      ))}
    </EntryList>
  )
}

/** The first words of what happened, as a title. */
export const shortened = (text: string) => (text.length <= 120 ? text : `${text.slice(0, 117).replace(/\s+\S*$/, '')}…`)

export function MyQuestions({ questions }: { questions: { happened: string; href: string; standing: string }[] }) {
  const t = useWords()
  return (
    <section aria-labelledby="my-questions">
      <Heading id="my-questions" more={<a href={paths.newQuestion}>{t('Bring a challenge')}</a>}>
        {t('My challenges')}
      </Heading>
      <EntryList>
        {questions.map(({ happened, href, standing }) => (
          <Entry key={href} level={3} href={href} title={shortened(happened)} facts={[standing]} />
        ))}
      </EntryList>
    </section>
  )
}
