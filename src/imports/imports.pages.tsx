import {
  Button,
  EmptyState,
  Entry,
  EntryList,
  Field,
  Form,
  Heading,
  Layout,
  Lede,
  PageTitle,
  useWords,
  usePage,
  type FormState,
  fieldsOf,
} from '#platform/html'
import type { Words } from '#platform/text'
import { formatDay } from '#platform/time'
import { paths } from './imports.paths.ts'
import type { Stage } from './stage.rules.ts'

export type ImportsPageProps = {
  imports: { id: string; fileName: string; begunAt: Temporal.Instant; stage: Stage; by: string }[]
  form: FormState
}

/** Where people are brought along from another system, and what was brought before. */
export function ImportsPage({ imports, form }: ImportsPageProps) {
  const t = useWords()
  return (
    <Layout title={t('Bring people along')} hidden>
      <PageTitle above={<a href="/admin">{t('Desk')}</a>}>{t('Bring people along')}</PageTitle>
      <Lede>{t('Choose the file that your old system gave you. We show you what is in it before anybody is taken in.')}</Lede>
      <Form action={paths.imports} errors={form.errors} multipart>
        <Field
          {...fieldsOf(form)('file')}
          type="file"
          label={t('File')}
          hint={t(
            'The zip of a Mailchimp audience, a table (CSV, separated by commas, semicolons or tabs) or address cards (vCard), of up to 64 MB.',
          )}
          accept=".csv,.tsv,.txt,.zip,.vcf"
        />
        <Button>{t('Look into it')}</Button>
      </Form>
      <Heading>{t('Brought before')}</Heading>
      {imports.length > 0 ? <Before imports={imports} /> : <EmptyState sentence={t('Nothing yet.')} />}
    </Layout>
  )
}

function Before({ imports }: Pick<ImportsPageProps, 'imports'>) {
  const t = useWords()
  const { language, timeZone, network } = usePage()
  return (
    <EntryList>
      {imports.map(({ id, fileName, begunAt, stage, by }) => (
        <Entry
          key={id}
          level={3}
          href={paths.import(id)}
          title={fileName}
          facts={[stageWords(t)[stage], formatDay(begunAt, timeZone ?? network.timeZone, language), by]}
        />
      ))}
    </EntryList>
  )
}

export const stageWords = (t: Words): Record<Stage, string> => ({
  begun: t('Waits for a few words from you'),
  checking: t('Is being read'),
  checked: t('Waits for your yes'),
  taking: t('People are coming in'),
  taken: t('Taken in'),
  undoing: t('Is being taken back'),
  undone: t('Taken back'),
})
