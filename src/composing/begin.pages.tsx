import { Button, Field, fieldsOf, Form, Layout, PageTitle, Select, useWords, type FormState } from '#platform/html'
import type { Language } from '#platform/text'
import { editionPaths as paths } from '#editions'
import { NewsChoice } from './news.pages.tsx'
import type { News } from './news.rules.ts'

export type NewEditionPageProps = {
  form: FormState
  news: News
  /** The lists it can be written to, the usual one first. */
  lists: { slug: string; name: string }[]
  language: Language
  /** The newest edition, to be begun from. */
  last: { slug: string; subject: string } | undefined
}

/** What is new since the last edition, ready to be taken in with a click. */
export function NewEditionPage({ form, news, lists, language, last }: NewEditionPageProps) {
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
        <NewsChoice news={news} form={form} label={t('What is new since the last update')} />
        <Button>{t('Begin')}</Button>
      </Form>
      {last && (
        <section>
          <h2>{t('Or begin from the last one')}</h2>
          <p>{t('A copy of “{{subject}}”: its blocks and pictures as they were, without its subject.', { subject: last.subject })}</p>
          <Form action={paths.copy(last.slug)}>
            <Button kind="quiet">{t('Copy the last update')}</Button>
          </Form>
        </section>
      )}
    </Layout>
  )
}
