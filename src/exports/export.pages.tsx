import {
  Button,
  Choices,
  EmptyState,
  Entry,
  EntryList,
  Form,
  Heading,
  Layout,
  Lede,
  PageTitle,
  Select,
  useWords,
  usePage,
} from '#platform/html'
import { formatDay, formatTime } from '#platform/time'
import type { ExportKind } from './exports.tables.ts'
import { paths } from './exports.paths.ts'

export type ExportsPageProps = {
  lists: { slug: string; name: string }[]
  before: { id: string; what: ExportKind; list: string | null; by: string; at: Temporal.Instant }[]
  mayTakeAll: boolean
}

/** Where people, and everything, are taken along to another system; and who did so before. */
export function ExportsPage({ lists, before, mayTakeAll }: ExportsPageProps) {
  const t = useWords()
  return (
    <Layout title={t('Take data along')} hidden>
      <PageTitle above={<a href="/admin">{t('Desk')}</a>}>{t('Take data along')}</PageTitle>
      <Lede>
        {t('What you download are people’s data: keep the file safe, and delete it once it has served. We note who took what, and when.')}
      </Lede>
      <PeopleForm lists={lists} />
      {mayTakeAll && <EverythingForm />}
      <Heading>{t('Taken before')}</Heading>
      {before.length > 0 ? <Before before={before} /> : <EmptyState sentence={t('Nothing yet.')} />}
    </Layout>
  )
}

function PeopleForm({ lists }: Pick<ExportsPageProps, 'lists'>) {
  const t = useWords()
  return (
    <>
      <Heading>{t('People')}</Heading>
      <Form action={paths.people}>
        <Select
          name="list"
          label={t('Of which list?')}
          options={lists.map(({ slug, name }) => ({ value: slug, words: name }))}
          empty={t('All people')}
        />
        <Choices
          name="format"
          label={t('For what?')}
          value="csv"
          options={[
            {
              value: 'csv',
              words: t('A table (CSV)'),
              hint: t('With headings that Mailchimp knows: names, tags, how each person stands, when and by what words they agreed.'),
            },
            {
              value: 'vcard',
              words: t('Address cards (vCard)'),
              hint: t('For an address book. Whoever left or bounced is not among them.'),
            },
          ]}
        />
        <Button>{t('Download the people')}</Button>
      </Form>
    </>
  )
}

function EverythingForm() {
  const t = useWords()
  return (
    <>
      <Heading>{t('Everything')}</Heading>
      <p>
        {t(
          'A zip with all that this community keeps: people, lists, consents, events, answers, tips, pages and updates, with a page that explains the files.',
        )}
      </p>
      <Form action={paths.everything}>
        <Button kind="quiet">{t('Download everything')}</Button>
      </Form>
    </>
  )
}

function Before({ before }: Pick<ExportsPageProps, 'before'>) {
  const t = useWords()
  const { language, timeZone, network } = usePage()
  const zone = timeZone ?? network.timeZone
  const words = { 'people-csv': t('People, as a table'), 'people-vcard': t('People, as address cards'), everything: t('Everything') }
  return (
    <EntryList>
      {before.map(({ id, what, list, by, at }) => (
        <Entry
          key={id}
          level={3}
          title={words[what]}
          facts={[list, `${formatDay(at, zone, language)}, ${formatTime(at, zone, language)}`, by || t('Whoever runs the server')]}
        />
      ))}
    </EntryList>
  )
}
