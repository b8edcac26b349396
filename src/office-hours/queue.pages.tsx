import { Acts, Button, EmptyState, Facts, Form, Heading, Layout, Lede, PageTitle, Select, usePage, useWords } from '#platform/html'
import { formatWhen } from '#platform/time'
import { paths } from './office-hours.paths.ts'
import type { Queued } from './question.data.ts'
import type { Call } from './canvas.pages.tsx'
import { shortened } from './question.pages.tsx'
import { sharingWords, wishWords } from './question.words.ts'

export type QueuePageProps = { queue: Queued[]; calls: Call[]; stewards: { id: string; words: string }[] }

/** What waits for an answer, call by call, in the order in which it will be heard. */
export function QueuePage({ queue, calls, stewards }: QueuePageProps) {
  const t = useWords()
  const groups = [...Map.groupBy(queue, ({ eventId }) => eventId)]
  return (
    <Layout title={t('The queue')} hidden>
      <PageTitle above={<a href="/admin">{t('Desk')}</a>}>{t('The queue')}</PageTitle>
      <Lede>{t('Challenges that wait for an answer, in the order in which they will be heard.')}</Lede>
      {groups.length === 0 && <EmptyState sentence={t('None waits just now.')} act={<a href={paths.answers}>{t('Answers')}</a>} />}
      {groups.map(([eventId, questions]) => (
        <section key={eventId ?? ''}>
          <CallHeading question={questions[0]} />
          <ol class="queue">
            {questions.map((question, at) => (
              <li key={question.id}>
                <QueuedQuestion {...{ question, calls, stewards }} before={questions[at - 1]} after={questions[at + 1]} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </Layout>
  )
}

function CallHeading({ question }: { question: Queued | undefined }) {
  const t = useWords()
  const { language, timeZone, network } = usePage()
  if (!question?.eventTitle || !question.startsAt) return <Heading>{t('For the next call')}</Heading>
  const when = formatWhen({ startsAt: question.startsAt, endsAt: null, timeZone: timeZone ?? network.timeZone }, language)
  return (
    <Heading>
      {question.eventTitle}, {when}
    </Heading>
  )
}

type QueuedProps = Omit<QueuePageProps, 'queue'> & { question: Queued; before: Queued | undefined; after: Queued | undefined }

function QueuedQuestion({ question, calls, stewards, before, after }: QueuedProps) {
  const t = useWords()
  const { id, happened, sharing } = question
  return (
    <>
      <Heading level={3}>
        <a href={paths.queued(id)}>{shortened(happened)}</a>
      </Heading>
      {happened.length > 120 && <p>{happened}</p>}
      <QueuedFacts question={question} />
      <Acts>
        <a href={paths.answerFor(id)}>{t('Write the answer')}</a>
        <a href={`${paths.queued(id)}#words`}>{t('Answer ahead')}</a>
        <Move id={id} to="up" isOff={!before} words={t('Earlier')} />
        <Move id={id} to="down" isOff={!after} words={t('Later')} />
        {sharing !== 'not-at-all' && <Move id={id} to="private" words={t('For the hosts alone')} />}
      </Acts>
      <Arranging {...{ question, calls, stewards }} />
    </>
  )
}

export function QueuedFacts({ question }: { question: Queued }) {
  const t = useWords()
  const { tried, wish, stage, sharing, name, email, meToo, assignee, rsvpEventId } = question
  return (
    <Facts
      facts={[
        { name: t('From'), value: name ? `${name}, ${email}` : email },
        rsvpEventId !== null && { name: t('How it came'), value: t('With their RSVP') },
        tried !== '' && { name: t('What they tried'), value: tried },
        wish !== null && { name: t('What they want'), value: wishWords(t)[wish] },
        stage !== '' && { name: t('Stage'), value: stage },
        { name: t('May others read it?'), value: sharingWords(t)[sharing] },
        meToo > 0 && { name: t('The same challenge'), value: t('{{count}} others', { count: meToo }) },
        assignee !== null && { name: t('Who looks after it'), value: assignee },
      ]}
    />
  )
}

function Arranging({ question, calls, stewards }: Omit<QueuedProps, 'before' | 'after'>) {
  const t = useWords()
  const { id, eventId, assignedTo } = question
  return (
    <Form action={paths.queued(id)} inline>
      <Select
        name={`event-${id}`}
        label={t('For which call')}
        value={eventId ?? ''}
        empty={t('The next one')}
        options={calls.map((call) => ({ value: call.id, words: `${call.title}, ${call.when}` }))}
      />
      <Select
        name={`helper-${id}`}
        label={t('Who looks after it')}
        value={assignedTo ?? ''}
        empty={t('Nobody yet')}
        options={stewards.map((one) => ({ value: one.id, words: one.words }))}
      />
      <Button kind="quiet" name="act" value="arrange">
        {t('Save')}
      </Button>
    </Form>
  )
}

const Move = ({ id, to, words, isOff = false }: { id: string; to: 'up' | 'down' | 'private'; words: string; isOff?: boolean }) =>
  isOff ? null : (
    <Form action={paths.queued(id)}>
      <Button kind="quiet" name="act" value={to}>
        {words}
      </Button>
    </Form>
  )
