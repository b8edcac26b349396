import { Button, Choices, Field, fieldsOf, Form, Layout, PageTitle, useWords, type FormState } from '#platform/html'
import { paths } from './lists.paths.ts'

/** Where a list is begun, or gets other words. */
export function ListFormPage({ form, slug }: { form: FormState; /** Of the list that is there. */ slug?: string }) {
  const t = useWords()
  const title = slug ? t('Change the list') : t('New list')
  return (
    <Layout title={title} hidden>
      <PageTitle above={<a href={paths.lists}>{t('Lists')}</a>}>{title}</PageTitle>
      <Form action={slug ? paths.edit(slug) : paths.lists} errors={form.errors}>
        <WordFields form={form} />
        <Choices
          {...fieldsOf(form)('access')}
          label={t('Who may join?')}
          required
          options={[
            { value: 'open', words: t('Everybody'), hint: t('It stands on the page to join.') },
            { value: 'invitation', words: t('Those you invite'), hint: t('Nobody else sees it.') },
          ]}
        />
        <Button>{slug ? t('Save') : t('Begin the list')}</Button>
      </Form>
    </Layout>
  )
}

function WordFields({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <>
      <Field {...field('name')} label={t('Name in English')} required maxLength={60} />
      <Field {...field('description')} label={t('What it brings and how often, in English')} hint={promise(t)} required maxLength={240} />
      <Field
        {...field('nameEs')}
        label={t('Name in Spanish')}
        hint={t('Without it, readers of Spanish get the English one.')}
        optional
        maxLength={60}
      />
      <Field {...field('descriptionEs')} label={t('What it brings and how often, in Spanish')} optional maxLength={240} />
    </>
  )
}

const promise = (t: ReturnType<typeof useWords>) =>
  t('People read it before they join, and it is kept with each consent as the words they agreed to.')
