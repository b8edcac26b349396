import type { Event } from '#events'
import {
  Acts,
  Button,
  ConfirmPage,
  Field,
  fieldsOf,
  Figures,
  Form,
  Heading,
  In,
  Layout,
  LinkButton,
  Notice,
  PageTitle,
  Select,
  Table,
  usePage,
  useWords,
  type FormState,
} from '#platform/html'
import type { Words } from '#platform/text'
import type { Known } from './match.rules.ts'
import { paths } from './participants.paths.ts'
import type { Matched } from './report.actions.ts'
import type { ParticipantReport } from './report.data.ts'
import { serviceWords } from './report.words.ts'

type Stay = { name: string; minutes: number; visits: number; answered: boolean }

export type ReportPageProps = { event: Event; report: ParticipantReport; form: FormState } & (
  | { matched: Matched[]; stays?: never }
  | { stays: Stay[]; matched?: never }
)

/** A report: before it is taken, who is meant by it, to be corrected; afterwards, who was there. */
export function ReportPage({ event, report, form, matched, stays }: ReportPageProps) {
  const t = useWords()
  return (
    <Layout title={serviceWords(t)[report.service]} wide hidden>
      <PageTitle
        above={
          <a href={paths.reports(event.slug)}>
            {t('Participant reports')}, <In language={event.language}>{event.title}</In>
          </a>
        }
      >
        {report.fileName || serviceWords(t)[report.service]}
      </PageTitle>
      {matched ? <Preview {...{ event, report, form, matched }} /> : <Outcome {...{ event, report, stays }} />}
    </Layout>
  )
}

type PreviewProps = { event: Event; report: ParticipantReport; form: FormState; matched: Matched[] }

function Preview({ event, report, form, matched }: PreviewProps) {
  const t = useWords()
  const { language } = usePage()
  const sure = matched.filter(({ match }) => match.by === 'address')
  const likely = matched.filter(({ match }) => match.by === 'name')
  const open = matched.filter(({ match }) => match.by === null)
  const figure = (list: Matched[]) => list.length.toLocaleString(`${language}-US`)
  return (
    <>
      <Figures
        figures={[
          { number: serviceWords(t)[report.service], words: t('gave this report') },
          { number: figure(sure), words: t('known by their address') },
          { number: figure(likely), words: t('likely by their name') },
          { number: figure(open), words: t('not known') },
        ]}
      />
      <p>{t('Nothing is noted yet. Look at the likely and the unknown ones, then take the report.')}</p>
      <Form action={paths.taking(event.slug, report.id)} errors={form.errors}>
        {sure.length > 0 && <SureTable sure={sure} />}
        <Doubts id="likely" title={t('Likely, by their name')} list={likely} form={form} />
        <Doubts id="open" title={t('Not known')} list={open} form={form}>
          {t('They are counted; their names and addresses are not kept. Nobody gets on a list by this.')}
        </Doubts>
        <Button>{t('Take this report')}</Button>
      </Form>
      <Acts>
        <LinkButton href={paths.removal(event.slug, report.id)} kind="quiet">
          {t('Throw it away')}
        </LinkButton>
      </Acts>
    </>
  )
}

const stayWords = ({ minutes, visits }: { minutes: number; visits: number }, t: Words) =>
  visits > 1 ? t('{{minutes}} min, joined {{visits}} times', { minutes, visits }) : t('{{minutes}} min', { minutes })

const personWords = ({ name, email, answered }: Known, t: Words) =>
  answered ? t('{{name}}, {{email}} (answered)', { name: name || email, email }) : t('{{name}}, {{email}}', { name: name || email, email })

function SureTable({ sure }: { sure: Matched[] }) {
  const t = useWords()
  const rows = sure.map(({ row, match }) => [row.name || row.email, match.by ? personWords(match.person, t) : '', stayWords(row, t)])
  return (
    <section>
      <Heading id="sure">{t('Known by their address')}</Heading>
      <Table caption={t('Known by their address')} quietCaption head={[t('In the report'), t('Who it is'), t('Stayed')]} rows={rows} />
    </section>
  )
}

type DoubtsProps = { id: string; title: string; list: Matched[]; form: FormState; children?: string }

function Doubts({ id, title, list, form, children }: DoubtsProps) {
  if (list.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      {children && <p>{children}</p>}
      {list.map((one) => (
        <Doubt key={one.row.place} {...one} form={form} />
      ))}
    </section>
  )
}

/** A line that the steward decides: somebody of the list, somebody by address, nobody, or somebody new. */
function Doubt({ row, match, form }: Matched & { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  const offered = match.by ? [match.person] : match.candidates
  const preset = match.by ? match.person.id : ''
  const label = [row.name, row.email].filter(Boolean).join(', ')
  const who = field(`who-${row.place}`)
  return (
    <div class="decision" role="group" aria-label={label}>
      <Select
        {...who}
        value={who.value ?? preset}
        label={label}
        hint={stayWords(row, t)}
        empty={t('Nobody we know: count only')}
        options={[
          ...offered.map((person) => ({ value: person.id, words: personWords(person, t) })),
          ...(row.email ? [{ value: 'new', words: t('Add this address to the people we know') }] : []),
        ]}
      />
      <Field
        {...field(`address-${row.place}`)}
        label={t('Or the address of who it is')}
        type="email"
        optional
        width="medium"
        autocomplete="off"
      />
    </div>
  )
}

function Outcome({ event, report, stays }: { event: Event; report: ParticipantReport; stays: Stay[] }) {
  const t = useWords()
  const { language } = usePage()
  const figure = (number: number) => number.toLocaleString(`${language}-US`)
  const rows = stays.map((stay) => [stay.name, stayWords(stay, t), stay.answered ? t('Yes') : t('No')])
  return (
    <>
      <Notice kind="good">
        <p>{t('This report is taken.')}</p>
      </Notice>
      <Figures
        figures={[
          { number: figure(stays.length), words: t('were there') },
          { number: figure(stays.filter(({ answered }) => !answered).length), words: t('came without an answer') },
          { number: figure(report.unknown), words: t('not known') },
        ]}
      />
      {stays.length > 0 && <Table caption={t('Who was there')} head={[t('Name'), t('Stayed'), t('Had answered')]} rows={rows} />}
      <Acts>
        <a href={paths.attendees(event.slug)}>{t('Who is coming')}</a>
        <a href={paths.removal(event.slug, report.id)}>{t('Undo')}</a>
      </Acts>
    </>
  )
}

/** Says what undoing does. */
export function ReportRemovalPage({ event, report }: { event: Event; report: ParticipantReport }) {
  const t = useWords()
  return (
    <ConfirmPage
      title={report.takenAt ? t('Undo this report?') : t('Throw this report away?')}
      sentence={
        report.takenAt
          ? t('Its minutes go, and whoever was there by it alone was not. What people and hosts noted themselves stays.')
          : t('Nothing of it was noted. You can bring it again.')
      }
      action={paths.removal(event.slug, report.id)}
      button={report.takenAt ? t('Undo') : t('Throw it away')}
      kind="danger"
    />
  )
}
