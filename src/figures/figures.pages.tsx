import type { ComponentChildren } from 'preact'
import { Button, Field, Filter, Form, Layout, PageTitle, Select, useWords } from '#platform/html'
import type { Question } from './figures.asked.ts'
import { paths } from './figures.paths.ts'
import { withQuestion } from './question.rules.ts'

export type FiguresPageProps = {
  title: string
  path: (typeof paths)[keyof typeof paths]
  question: Question
  /** Which parts of the question this page answers. */
  asks: ('list' | 'period' | 'by')[]
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

function QuestionForm({ path, question: { lists, list, period }, asks }: Pick<FiguresPageProps, 'path' | 'question' | 'asks'>) {
  const t = useWords()
  const options = [...lists.map(({ slug, name }) => ({ value: slug, words: name })), { value: 'all', words: t('All lists') }]
  const steps = [
    { value: 'month', words: t('Month') },
    { value: 'week', words: t('Week') },
  ]
  return (
    <Form action={path} method="get" inline label={t('What to show')}>
      {asks.includes('list') && <Select name="list" label={t('List')} options={options} value={list?.slug ?? 'all'} />}
      {asks.includes('period') && <Field name="from" label={t('From')} type="date" value={period.from.toString()} />}
      {asks.includes('period') && <Field name="until" label={t('Until')} type="date" value={period.until.toString()} />}
      {asks.includes('by') && <Select name="by" label={t('Told by')} options={steps} value={period.by} />}
      <Button kind="quiet">{t('Show')}</Button>
    </Form>
  )
}
