import type { HTMLAttributes } from 'preact'
import {
  Button,
  EmptyState,
  Field,
  fieldsOf,
  Form,
  Heading,
  Layout,
  Lede,
  Notice,
  PageTitle,
  Status,
  TextArea,
  usePage,
  useWords,
  type FormState,
} from '#platform/html'
import { formatDay, formatTime } from '#platform/time'
import { paths } from './deliverability.paths.ts'
import { topics, type Finding, type Verdict } from './finding.rules.ts'
import { findingWords, topicWords, verdictWords } from './finding.words.ts'
import { errorsOf, ReceivedPart } from './received.pages.tsx'
import type { Received } from './received.rules.ts'

export type DeliverabilityPageProps = {
  check: { checkedAt: Temporal.Instant; findings: Finding[] } | undefined
  mailFrom: string
  form: FormState
  isSent: boolean
  /** What the receiver of a test found, if its source was just pasted. */
  received: Received | null
}

/** Whether receivers believe that our mail is ours, and what to add at the DNS host. */
export function DeliverabilityPage({ check, mailFrom, form, isSent, received }: DeliverabilityPageProps) {
  const t = useWords()
  return (
    <Layout title={t('Does our mail arrive?')} hidden scripts={['copy-text.js']}>
      <PageTitle above={<a href="/admin">{t('Desk')}</a>}>{t('Does our mail arrive?')}</PageTitle>
      <Lede>{t('Mail services ask the domain of {{mailFrom}} whether our mail is ours. This page asks the same.', { mailFrom })}</Lede>
      {check ? <CheckedAt at={check.checkedAt} /> : <EmptyState sentence={t('Nothing has been checked yet.')} />}
      <Form action={paths.check}>
        <Button>{check ? t('Check again') : t('Check now')}</Button>
      </Form>
      {check && <Findings findings={check.findings} />}
      <Heading>{t('Send a test')}</Heading>
      {isSent && (
        <Notice kind="good">{t('The test is on its way. In its mail program, look at “show original” for SPF, DKIM and DMARC.')}</Notice>
      )}
      <Form action={paths.test} errors={errorsOf(form, 'to')}>
        <Field
          {...fieldsOf(form)('to')}
          type="email"
          label={t('To an address of yours')}
          hint={t('The one you sign in with, or the community’s contact address.')}
          required
        />
        <Button kind="quiet">{t('Send the test')}</Button>
      </Form>
      <ReceivedPart received={received} form={form} />
    </Layout>
  )
}

function CheckedAt({ at }: { at: Temporal.Instant }) {
  const t = useWords()
  const { language, network, timeZone } = usePage()
  const zone = timeZone ?? network.timeZone
  return (
    <p class="quiet">{t('Checked on {{moment}}', { moment: `${formatDay(at, zone, language)}, ${formatTime(at, zone, language)}` })}</p>
  )
}

const kinds: Record<Verdict, 'good' | 'note' | 'problem' | 'quiet'> = { good: 'good', advice: 'note', wrong: 'problem', unknown: 'quiet' }

function Findings({ findings }: { findings: Finding[] }) {
  const t = useWords()
  const words = topicWords(t)
  return (
    <>
      {topics.map((topic) => (
        <section key={topic}>
          <Heading>{words[topic]}</Heading>
          {findings
            .filter((finding) => finding.topic === topic)
            .map((finding, place) => (
              <Found key={place} finding={finding} id={`${topic}-${place}`} />
            ))}
        </section>
      ))}
    </>
  )
}

/** The record can be selected and copied by hand; with script, a button copies it. */
function Found({ finding: { verdict, what, values, record }, id }: { finding: Finding; id: string }) {
  const t = useWords()
  return (
    <>
      <p>
        <Status kind={kinds[verdict]}>{verdictWords(t)[verdict]}</Status> {findingWords(t, what, values)}
      </p>
      {record && (
        <copy-text class="form" data-copy={t('Copy the value')} data-copied={t('Copied')}>
          <Field name={`${id}-name`} label={t('Name of the {{type}} record', { type: record.type })} value={record.name} readOnly />
          <TextArea name={`${id}-value`} label={t('Its value')} value={record.value} rows={3} readOnly />
        </copy-text>
      )}
    </>
  )
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'copy-text': HTMLAttributes<HTMLElement> & { 'data-copy': string; 'data-copied': string }
    }
  }
}
