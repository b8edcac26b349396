import { Button, fieldsOf, Form, Layout, PageTitle, Select, useWords, type FormState, type Option } from '#platform/html'
import { editionPaths as paths } from '#editions'

export type AudiencePageProps = { slug: string; subject: string; form: FormState; lists: Option[]; segments: Option[] }

/** Whom an edition is for: the readers of a list, or those of them in a segment. */
export function AudiencePage({ slug, subject, form, lists, segments }: AudiencePageProps) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <Layout title={t('Who gets the update')} hidden>
      <PageTitle above={<a href={paths.send(slug)}>{subject || t('No subject yet')}</a>}>{t('Who gets the update')}</PageTitle>
      <Form action={paths.audience(slug)} errors={form.errors}>
        <Select {...field('list')} label={t('Mailing list')} options={lists} />
        <Select
          {...field('segment')}
          label={t('Segment')}
          hint={t('Who is in it is looked up when the sending begins.')}
          empty={t('All readers of the list')}
          options={segments}
        />
        <Button>{t('Save')}</Button>
      </Form>
      <p>
        <a href="/admin/segments">{t('Look after segments')}</a>
      </p>
    </Layout>
  )
}
