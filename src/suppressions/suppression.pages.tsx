import {
  Button,
  Entry,
  EntryList,
  Facts,
  Field,
  fieldsOf,
  Form,
  Heading,
  Layout,
  Notice,
  PageTitle,
  TextArea,
  usePage,
  useWords,
  type Fact,
  type FormState,
} from '#platform/html'
import type { Words } from '#platform/text'
import { formatDay } from '#platform/time'
import { mayEnd } from './suppression.rules.ts'
import { reasonNames, reasonSentences, waysBack } from './suppression.words.ts'
import { paths } from './suppressions.paths.ts'
import type { SuppressionReason } from './suppressions.tables.ts'

type Ended = { endedAt: Temporal.Instant | null; endedBecause: string; ender: string | null }

export type SuppressionPageProps = {
  suppression: Ended & {
    id: string
    address: string | null
    reason: SuppressionReason
    since: Temporal.Instant
    detail: string
    adder: string | null
  }
  earlier: (Ended & { id: string; reason: SuppressionReason; since: Temporal.Instant })[]
  form: FormState
  timeZone: string
  isQuick?: boolean
}

/** One address: what happened, in plain words, and the way to undo it. */
export function SuppressionPage(props: SuppressionPageProps) {
  const { suppression, earlier, isQuick } = props
  const t = useWords()
  return (
    <Layout title={suppression.address ?? ''} hidden>
      <PageTitle above={<a href={paths.list}>{t('Addresses that get no mail')}</a>}>{suppression.address}</PageTitle>
      {isQuick && <Notice>{t('Somebody was quicker: this has been undone already.')}</Notice>}
      <p>{reasonSentences(t)[suppression.reason]}</p>
      <SuppressionFacts {...props} />
      {suppression.endedAt ? <p>{t('This is over: mail goes to the address again.')}</p> : <EndForm {...props} />}
      {earlier.length > 0 && <Earlier {...props} />}
    </Layout>
  )
}

function SuppressionFacts({ suppression, timeZone }: SuppressionPageProps) {
  const t = useWords()
  const { language } = usePage()
  const { reason, since, detail, adder } = suppression
  const day = (at: Temporal.Instant) => formatDay(at, timeZone, language)
  return (
    <Facts
      facts={[
        { name: t('Why'), value: reasonNames(t)[reason] },
        { name: t('Since'), value: day(since) },
        detail === '' ? null : { name: reason === 'added' ? t('Reason given') : t('The server’s answer'), value: detail },
        reason === 'added' ? { name: t('Added by'), value: adder ?? t('someone who has left') } : null,
        ...endingFacts(t, suppression, day),
      ]}
    />
  )
}

function endingFacts(t: Words, { endedAt, endedBecause, ender }: Ended, day: (at: Temporal.Instant) => string): (Fact | null)[] {
  if (endedAt === null) return []
  return [
    { name: t('Undone'), value: day(endedAt) },
    { name: t('Undone by'), value: ender ?? t('the address itself, by confirming') },
    endedBecause === '' ? null : { name: t('Reason to undo'), value: endedBecause },
  ]
}

function EndForm({ suppression, form }: SuppressionPageProps) {
  const t = useWords()
  const { person } = usePage()
  const may = person !== null && mayEnd({ isSteward: true, isOwner: person.isOwner }, suppression)
  return (
    <section>
      <Heading>{t('Let mail go there again')}</Heading>
      <p>{waysBack(t)[suppression.reason]}</p>
      {may && (
        <Form action={paths.end(suppression.id)} errors={form.errors}>
          <TextArea
            {...fieldsOf(form)('because')}
            label={t('Why do you undo this?')}
            hint={t('Your reason and your name are kept. “Ben wrote that his mailbox works again.”')}
            rows={3}
            maxLength={500}
            required
          />
          <Button>{t('Let mail go there again')}</Button>
        </Form>
      )}
    </section>
  )
}

function Earlier({ earlier, timeZone }: SuppressionPageProps) {
  const t = useWords()
  const { language } = usePage()
  const day = (at: Temporal.Instant) => formatDay(at, timeZone, language)
  return (
    <section>
      <Heading>{t('What else is known of this address')}</Heading>
      <EntryList>
        {earlier.map(({ id, reason, since, endedAt, endedBecause, ender }) => (
          <Entry
            key={id}
            level={3}
            href={paths.suppression(id)}
            title={reasonNames(t)[reason]}
            line={endedBecause || undefined}
            facts={[
              t('since {{day}}', { day: day(since) }),
              endedAt && t('undone {{day}}', { day: day(endedAt) }),
              ender && t('by {{name}}', { name: ender }),
            ]}
          />
        ))}
      </EntryList>
    </section>
  )
}

/** Taking an address off by hand. */
export function NewSuppressionPage({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <Layout title={t('Add an address')} hidden>
      <PageTitle above={<a href={paths.list}>{t('Addresses that get no mail')}</a>}>{t('Add an address')}</PageTitle>
      <p>{t('It gets no more mail of our lists from this moment on. You can undo this.')}</p>
      <Form action={paths.list} errors={form.errors}>
        <Field {...field('email')} label={t('E-mail')} type="email" autocomplete="off" required maxLength={254} />
        <TextArea
          {...field('because')}
          label={t('Why should it get no mail?')}
          hint={t('Your reason and your name are kept. “Asked by phone to be left alone.”')}
          rows={3}
          maxLength={500}
          required
        />
        <Button>{t('Add the address')}</Button>
      </Form>
    </Layout>
  )
}
