import type { ComponentChildren } from 'preact'
import {
  Acts,
  Button,
  DateTimeField,
  Facts,
  Form,
  Heading,
  Layout,
  LinkButton,
  Notice,
  PageTitle,
  usePage,
  useWords,
  fieldsOf,
  type FormState,
} from '#platform/html'
import type { Language } from '#platform/text'
import { formatDay, formatTime, formatZone } from '#platform/time'
import { editionPaths as paths, type ToMend } from '#editions'
import { LocalHourForm, LocalHourNotice } from './local-hour.pages.tsx'
import type { LocalClock } from './local-hour.rules.ts'

export type SendPageProps = {
  slug: string
  subject: string
  /** The list it goes to. */
  list: string
  /** How many readers get it, by the language of their frame. */
  readers: Record<Language, number>
  /** Whom it goes to, in words. */
  audience: string
  isSegment: boolean
  mend: ToMend[]
  /** What is to be seen to first: the check list, a second steward's word. */
  before: ComponentChildren
  isHeld: boolean
  scheduledFor: Temporal.Instant | null
  isLate: boolean
  /** When it leaves where readers live, if at an hour of their own clocks. */
  clock: Pick<LocalClock, 'first' | 'last'> | null
  timeZone: string
  form: FormState
}

/** The last look before many inboxes: to how many it goes, and when. */
export function SendPage(props: SendPageProps) {
  const { slug, subject, list, readers, audience, mend, before, isHeld, timeZone, form } = props
  const t = useWords()
  const { language } = usePage()
  const figure = (number: number) => number.toLocaleString(`${language}-US`)
  return (
    <Layout title={t('Send the update')} hidden>
      <PageTitle above={<a href={paths.edit(slug)}>{t('Back to writing')}</a>}>{subject || t('No subject yet')}</PageTitle>
      <Notices {...props} />
      <p>
        {audience} <a href={paths.audience(slug)}>{t('Change who gets it')}</a>
      </p>
      <Facts
        facts={[
          { name: t('List'), value: list },
          { name: t('Readers'), value: figure(readers.en + readers.es) },
          { name: t('In English'), value: figure(readers.en) },
          { name: t('In Spanish'), value: figure(readers.es) },
        ]}
      />
      {before}
      {mend.length === 0 && !isHeld && !isForNobody(props) && (
        <SendForms slug={slug} count={readers.en + readers.es} timeZone={timeZone} form={form} />
      )}
      <Acts>
        <LinkButton kind="quiet" href={paths.trial(slug)}>
          {t('Try two subjects')}
        </LinkButton>
        <LinkButton kind="quiet" href={paths.preview(slug)}>
          {t('Look at it first')}
        </LinkButton>
      </Acts>
    </Layout>
  )
}

const isForNobody = ({ isSegment, readers }: SendPageProps) => isSegment && readers.en + readers.es === 0

/** When it leaves, and what stands in its way. */
function Notices(props: SendPageProps) {
  const { slug, scheduledFor, isLate, clock, timeZone, mend } = props
  const t = useWords()
  return (
    <>
      {scheduledFor && <ScheduledNotice slug={slug} scheduledFor={scheduledFor} isLate={isLate} timeZone={timeZone} />}
      {clock && <LocalHourNotice clock={clock} timeZone={timeZone} />}
      {mend.length > 0 && <ToMendNotice mend={mend} />}
      {isForNobody(props) && (
        <Notice kind="problem">
          {t('Nobody on the list is in this segment just now, so it cannot be sent. Choose another audience.')}
        </Notice>
      )}
    </>
  )
}

function SendForms({ slug, count, timeZone, form }: { slug: string; count: number; timeZone: string; form: FormState }) {
  const t = useWords()
  const { language, now } = usePage()
  const field = fieldsOf(form)
  return (
    <>
      <Heading>{t('Now')}</Heading>
      <Form action={paths.sending(slug)}>
        <Button>{t('Send to {{count}} readers now', { count })}</Button>
      </Form>
      <Heading>{t('Or at a moment')}</Heading>
      <Form action={paths.schedule(slug)} errors={form.errors['at'] ? { at: form.errors['at'] } : {}}>
        <DateTimeField {...field('at')} label={t('Day and hour')} hint={t('In {{zone}}.', { zone: formatZone(timeZone, language, now) })} />
        <Button kind="quiet">{t('Send it then')}</Button>
      </Form>
      <LocalHourForm slug={slug} form={form} />
    </>
  )
}

function ScheduledNotice({
  slug,
  scheduledFor,
  isLate,
  timeZone,
}: {
  slug: string
  scheduledFor: Temporal.Instant
  isLate: boolean
  timeZone: string
}) {
  const t = useWords()
  const { language } = usePage()
  const moment = `${formatDay(scheduledFor, timeZone, language)}, ${formatTime(scheduledFor, timeZone, language)} ${formatZone(timeZone, language, scheduledFor)}`
  return (
    <Notice kind={isLate ? 'problem' : 'note'}>
      <p>
        {isLate
          ? t('It should have left on {{moment}} and has not. See that it is still true, then send it or choose another moment.', {
              moment,
            })
          : t('It leaves on {{moment}}.', { moment })}
      </p>
      <Form action={paths.scheduleRemoval(slug)} inline>
        <Button kind="quiet">{t('Take the moment back')}</Button>
      </Form>
    </Notice>
  )
}

function ToMendNotice({ mend }: { mend: ToMend[] }) {
  const t = useWords()
  const sentences: Record<ToMend, string> = {
    'no-subject': t('It has no subject.'),
    'no-blocks': t('It has no block.'),
    'empty-words': t('A block of words is empty.'),
    'no-picture': t('A picture is not chosen.'),
    'no-alternative': t('A picture does not say what it shows.'),
    'unfinished-button': t('A button lacks its words or its address.'),
    'no-recording': t('A recording is not chosen.'),
  }
  return (
    <Notice kind="problem">
      <p>{t('Before it can be sent:')}</p>
      <ul>
        {mend.map((one) => (
          <li key={one}>{sentences[one]}</li>
        ))}
      </ul>
    </Notice>
  )
}
