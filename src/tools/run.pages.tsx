import type { HTMLAttributes } from 'preact'
import {
  Acts,
  Button,
  ConfirmPage,
  Field,
  fieldsOf,
  Form,
  Heading,
  Layout,
  LinkButton,
  Notice,
  PageTitle,
  Table,
  usePage,
  useWords,
  type FormState,
} from '#platform/html'
import { formatDay } from '#platform/time'
import { Comparison, type ComparisonProps } from './comparison.pages.tsx'
import type { Answers } from './reading.rules.ts'
import { AnswersTable, NextThings, ResultLists, Said, Scores, Verdict } from './result.pages.tsx'
import type { Result } from './result.rules.ts'
import type { Tool } from './tool.data.ts'
import { figureWords, inWords } from './tool.words.ts'
import { askPath, paths } from './tools.paths.ts'
import type { Done, TrendLine } from './trend.rules.ts'

export type ResultPageProps = {
  tool: Tool
  token: string
  answers: Answers
  result: Result
  finishedAt: Temporal.Instant
  runs: Done[]
  trend: TrendLine[]
  form: FormState
  done: 'mailed' | null
  shares: ComparisonProps['shares']
  counts: ComparisonProps['counts']
}

/** What came of a run, for whoever has its link. */
export function ResultPage(props: ResultPageProps) {
  const t = useWords()
  const { language } = usePage()
  const { tool, token, result, answers } = props
  const title = inWords(tool.definition.title, language)
  return (
    <Layout title={t('Result: {{title}}', { title })} hidden scripts={['tool-form.js']}>
      <PageTitle above={<a href={paths.tool(tool.slug)}>{title}</a>}>{t('Your result')}</PageTitle>
      <OnDay {...props} />
      <tool-done data-kept={`${tool.slug}@${tool.version}`} />
      {result.answered === 0 && <p>{t('Nothing was answered, so there is nothing to say yet.')}</p>}
      <Verdict verdict={result.verdict} />
      <NextThings nexts={result.nexts} />
      <Scores scores={result.scores} />
      <Trend {...props} />
      <ResultLists result={result} />
      <ToDo todo={result.todo} token={token} />
      <Comparison {...props} tool={tool.definition} />
      <AnswersTable tool={tool.definition} answers={answers} />
      <TakeAlong {...props} />
    </Layout>
  )
}

function OnDay({ finishedAt, result }: ResultPageProps) {
  const t = useWords()
  const { language, network } = usePage()
  return (
    <p class="quiet">
      {formatDay(finishedAt, network.timeZone, language)} ·{' '}
      {t('{{done}} of {{all}} answered', { done: result.answered, all: result.asked })}
    </p>
  )
}

/** Since last time, and all times in a table. */
function Trend({ runs, trend }: ResultPageProps) {
  const t = useWords()
  const { language, network } = usePage()
  if (trend.length === 0) return null
  const days = runs.map(({ finishedAt }) => (finishedAt ? formatDay(finishedAt, network.timeZone, language) : ''))
  const shown = (as: TrendLine['score']['as'], value: number | null) => (value === null ? '–' : figureWords({ as, value }, language))
  return (
    <section>
      <Heading>{t('Since last time')}</Heading>
      <Table
        caption={t('Your figures each time')}
        quietCaption
        head={[t('Figure'), ...days, t('Difference')]}
        numbers={days.map((_, at) => at + 1).concat(days.length + 1)}
        rows={trend.map(({ score, values, change }) => [
          <Said words={score.words} />,
          ...values.map((value) => shown(score.as, value)),
          change === null ? '–' : `${change > 0 ? '+' : ''}${change.toLocaleString(`${language}-US`)}`,
        ])}
      />
    </section>
  )
}

function ToDo({ todo, token }: { todo: Result['todo']; token: string }) {
  const t = useWords()
  const { language } = usePage()
  if (todo.length === 0) return null
  const day = (on: string) => formatDay(Temporal.PlainDate.from(on).toZonedDateTime('UTC').toInstant(), 'UTC', language)
  return (
    <section>
      <Heading>{t('What is left to do')}</Heading>
      <ul class="tool-list">
        {todo.map(({ item, say, on, due }) => (
          <li key={item.key}>
            <Said words={say} /> <span class="quiet">{on ? day(on) : t('{{count}} days before', { count: due })}</span>
          </li>
        ))}
      </ul>
      {todo.some(({ on }) => on) && (
        <p class="acts">
          <a href={paths.calendar(token)}>{t('Take the dates into your calendar')}</a>
        </p>
      )}
    </section>
  )
}

function TakeAlong({ tool, token, result, form, done }: ResultPageProps) {
  const t = useWords()
  const { language, origin } = usePage()
  const title = inWords(tool.definition.title, language)
  const verdict = result.verdict ? inWords(result.verdict.words, language) : ''
  return (
    <section class="tool-take">
      <Heading>{t('Take it along')}</Heading>
      <p>{t('This page has a link of its own. Whoever has it can read the result; nobody finds it otherwise.')}</p>
      <p class="tool-link">{`${origin}${paths.result(token)}`}</p>
      <Acts>
        <LinkButton kind="quiet" href={askPath([t('We did “{{title}}”.', { title }), verdict].filter(Boolean).join(' '))}>
          {t('Ask about this at office hours')}
        </LinkButton>
        <LinkButton kind="quiet" href={paths.again(tool.slug, token)}>
          {t('Do it again')}
        </LinkButton>
      </Acts>
      <Acts>
        <a href={paths.print(token)}>{t('Download the result (PDF)')}</a>
        <a href={paths.table(token)}>{t('Download the answers (CSV)')}</a>
        <a href={paths.removal(token)}>{t('Remove this result')}</a>
      </Acts>
      <MailForm {...{ token, form, done }} />
    </section>
  )
}

function MailForm({ token, form, done }: Pick<ResultPageProps, 'token' | 'form' | 'done'>) {
  const t = useWords()
  if (done === 'mailed')
    return (
      <Notice kind="good">
        <p>{t('The link is on its way to you.')}</p>
      </Notice>
    )
  return (
    <Form action={paths.mail(token)} errors={form.errors} inline honeypot label={t('Mail it to me')}>
      <Field {...fieldsOf(form)('email')} type="email" autocomplete="email" label={t('Your e-mail address')} maxLength={254} />
      <Button kind="quiet">{t('Mail it to me')}</Button>
    </Form>
  )
}

/** Asks before a result goes. */
export function RunRemovalPage({ token }: { token: string }) {
  const t = useWords()
  return (
    <ConfirmPage
      title={t('Remove this result?')}
      sentence={t('The result and its answers will be gone for good, for everybody who has the link.')}
      action={paths.removal(token)}
      button={t('Remove it')}
      kind="danger"
    />
  )
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'tool-done': HTMLAttributes<HTMLElement>
    }
  }
}
