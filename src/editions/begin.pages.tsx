import { Button, Checkbox, Field, Fieldset, fieldsOf, Form, Layout, PageTitle, Select, useWords, type FormState } from '#platform/html'
import type { Language } from '#platform/text'
import { paths } from './editions.paths.ts'

export type NewEditionPageProps = {
  form: FormState
  news: { events: { title: string }[]; tips: { title: string }[]; recordings: { slug: string; title: string }[] }
  /** The lists it can be written to, the usual one first. */
  lists: { slug: string; name: string }[]
  language: Language
}

/** What is new since the last edition, ready to be taken in with a click. */
export function NewEditionPage({ form, news, lists, language }: NewEditionPageProps) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <Layout title={t('New update')} hidden>
      <PageTitle above={<a href={paths.updates}>{t('Updates')}</a>}>{t('New update')}</PageTitle>
      <Form action={paths.updates} errors={form.errors}>
        <input type="hidden" name="language" value={language} />
        <Field {...field('subject')} label={t('Subject')} hint={t('You can change it until you send.')} required maxLength={200} />
        {lists.length > 1 && (
          <Select {...field('list')} label={t('To which list?')} options={lists.map(({ slug, name }) => ({ value: slug, words: name }))} />
        )}
        <NewsChoice news={news} form={form} />
        <Button>{t('Begin')}</Button>
      </Form>
    </Layout>
  )
}

function NewsChoice({ news, form }: Pick<NewEditionPageProps, 'news' | 'form'>) {
  const t = useWords()
  const field = fieldsOf(form)
  const titles = (those: { title: string }[]) => those.map(({ title }) => title).join(' · ')
  return (
    <Fieldset
      name="news"
      label={t('What is new since the last update')}
      hint={t('Each becomes a block that you can move, change or remove.')}
    >
      {news.tips.length > 0 && (
        <Checkbox {...field('tips')} label={t('{{count}} new tips', { count: news.tips.length })} hint={titles(news.tips)} />
      )}
      {news.events.length > 0 && (
        <Checkbox {...field('events')} label={t('{{count}} coming events', { count: news.events.length })} hint={titles(news.events)} />
      )}
      {news.recordings.map(({ slug, title }) => (
        <Checkbox key={slug} {...field(`recording-${slug}`)} label={t('A recording')} hint={title} />
      ))}
      {news.tips.length + news.events.length + news.recordings.length === 0 && <p>{t('Nothing yet. You can still write one.')}</p>}
    </Fieldset>
  )
}
