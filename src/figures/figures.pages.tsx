import type { ComponentChildren } from 'preact'
import { Button, Field, Filter, Form, Layout, PageTitle, Select, usePage, useWords } from '#platform/html'
import type { Question } from './figures.asked.ts'
import { paths } from './figures.paths.ts'
import { shortDay } from './tick.words.ts'
import { withQuestion } from './question.rules.ts'

export type FiguresPageProps = {
  title: string
  path: (typeof paths)[keyof typeof paths]
  question: Question
  /** Which parts of the question this page answers; without any it asks for nothing. */
  asks: ('period' | 'by')[]
  children: ComponentChildren
}

/** What all pages of figures have: the ways between them, and the question they answer. */
export function FiguresPage({ title, path, question, asks, children }: FiguresPageProps) {
  const t = useWords()
  const names = {
    [paths.growth]: t('Growth'),
    [paths.reading]: t('Do they read?'),
    [paths.health]: t('List health'),
    [paths.domains]: t('Mail services'),
  }
  return (
    <Layout title={title} wide hidden>
      <PageTitle above={<a href="/admin">{t('Desk')}</a>}>{title}</PageTitle>
      <Filter
        label={t('Figures')}
        links={Object.entries(names).map(([href, words]) => ({ href: withQuestion(href, question), words, current: href === path }))}
      />
      {asks.length > 0 && <QuestionForm {...{ path, question, asks }} />}
      {children}
    </Layout>
  )
}

/** Folded behind its own words, so that the figures come first. */
function QuestionForm({ path, question, asks }: Pick<FiguresPageProps, 'path' | 'question' | 'asks'>) {
  const t = useWords()
  const { lists, list, period } = question
  const options = [...lists.map(({ slug, name }) => ({ value: slug, words: name })), { value: 'all', words: t('All lists') }]
  const steps = [
    { value: 'month', words: t('Month') },
    { value: 'week', words: t('Week') },
  ]
  return (
    <details>
      <summary>
        <QuestionWords question={question} />
      </summary>
      <Form action={path} method="get" inline label={t('What to show')}>
        <Select name="list" label={t('List')} options={options} value={list?.slug ?? 'all'} />
        <Field name="from" label={t('From')} type="date" value={period.from.toString()} />
        <Field name="until" label={t('Until')} type="date" value={period.until.toString()} />
        {asks.includes('by') && <Select name="by" label={t('Told by')} options={steps} value={period.by} />}
        <Button kind="quiet">{t('Show')}</Button>
      </Form>
    </details>
  )
}

function QuestionWords({ question: { list, period } }: Pick<FiguresPageProps, 'question'>) {
  const t = useWords()
  const { language } = usePage()
  return (
    <>
      {t('{{list}}, {{from}} – {{until}}', {
        list: list?.name ?? t('All lists'),
        from: shortDay(period.from, language),
        until: shortDay(period.until, language),
      })}
    </>
  )
}
