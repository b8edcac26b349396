import { AboutEventPage, type Event } from '#events'
import {
  Button,
  EmptyState,
  EventDate,
  Field,
  fieldsOf,
  Form,
  Heading,
  Lede,
  Table,
  usePage,
  useWords,
  type FormState,
} from '#platform/html'
import { formatDay } from '#platform/time'
import { paths } from './participants.paths.ts'
import type { ReportLine } from './report.data.ts'
import { serviceWords } from './report.words.ts'

export type ReportsPageProps = { event: Event; reports: ReportLine[]; form: FormState }

/** The reports of one call, and where another is brought. */
export function ReportsPage({ event, reports, form }: ReportsPageProps) {
  const t = useWords()
  return (
    <AboutEventPage event={event} title={t('Participant reports')} back={paths.attendees(event.slug)}>
      <EventDate startsAt={event.startsAt} endsAt={event.endsAt} timeZone={event.timeZone} size="line" />
      <Lede>{t('Bring the list of participants that your meeting program gives. You see who is meant before anything is noted.')}</Lede>
      <Form action={paths.reports(event.slug)} errors={form.errors} multipart>
        <Field
          {...fieldsOf(form)('file')}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          label={t('File of the report (CSV)')}
          hint={t(
            'From Zoom, Microsoft Teams, Webex or GoTo, as it was downloaded. Other tables do, too, when they name people and minutes.',
          )}
        />
        <Button>{t('Look at it')}</Button>
      </Form>
      <section>
        <Heading id="reports">{t('Brought until now')}</Heading>
        {reports.length > 0 ? <Reports event={event} reports={reports} /> : <EmptyState sentence={t('No report was brought yet.')} />}
      </section>
    </AboutEventPage>
  )
}

function Reports({ event, reports }: Pick<ReportsPageProps, 'event' | 'reports'>) {
  const t = useWords()
  const { language } = usePage()
  const words = serviceWords(t)
  const rows = reports.map((report) => [
    <a href={paths.report(event.slug, report.id)}>{report.fileName || words[report.service]}</a>,
    words[report.service],
    formatDay(report.broughtAt, event.timeZone, language),
    report.by,
    report.people.toLocaleString(`${language}-US`),
    report.takenAt ? t('Taken') : t('Looked at, not taken'),
  ])
  return (
    <Table
      caption={t('Brought until now')}
      quietCaption
      head={[t('File'), t('From'), t('Brought'), t('By'), t('People'), t('Standing')]}
      rows={rows}
      numbers={[4]}
    />
  )
}
