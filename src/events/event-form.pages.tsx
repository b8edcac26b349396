import type { ComponentChildren } from 'preact'
import {
  Button,
  Checkbox,
  DateTimeField,
  Field,
  Fieldset,
  fieldsOf,
  Form,
  Heading,
  LanguageTabs,
  Layout,
  PageTitle,
  Select,
  TimeZoneSelect,
  useWords,
  WritingArea,
  type FormState,
} from '#platform/html'
import { states, type Language, type Words } from '#platform/text'
import { kinds } from './event.rules.ts'
import { kindWords } from './event.words.ts'
import { eventPaths } from './events.paths.ts'

export type EventFormProps = {
  form: FormState
  /** None: an event that is not yet begun. */
  edited?:
    | { slug: string; title: string; written: Language[]; language: Language; /** How many are told of a new time. */ told: number }
    | undefined
  /** When it was saved last, as the writer saw it. */
  seen?: string | undefined
  /** The same form for a whole series, with what it asks besides. */
  series?: { title: string; href: string; action: string; fields: ComponentChildren } | undefined
}

/** All there is to say of a gathering. The same page comes back with what is to mend. */
export function EventFormPage({ form, edited, seen = '', series }: EventFormProps) {
  const t = useWords()
  const page = pageOf({ edited, series }, t)
  return (
    <Layout title={page.title} hidden>
      <PageTitle above={page.back}>{page.title}</PageTitle>
      {edited && <WordsTabs {...edited} />}
      <Form action={page.action} errors={form.errors}>
        <input type="hidden" name="seen" value={seen} />
        <WordsFields form={form} />
        <WhenFields form={form} />
        <WhereFields form={form} />
        <SeatsFields form={form} />
        {series?.fields}
        <Told count={edited?.told ?? 0} />
        <Button>{page.button}</Button>
      </Form>
    </Layout>
  )
}

function pageOf({ edited, series }: Pick<EventFormProps, 'edited' | 'series'>, t: Words) {
  if (series)
    return { title: t('Change all that follow'), back: <a href={series.href}>{series.title}</a>, action: series.action, button: t('Save') }
  if (!edited)
    return {
      title: t('New event'),
      back: <a href={eventPaths.events}>{t('Events')}</a>,
      action: eventPaths.events,
      button: t('Save as a draft'),
    }
  const back = <a href={eventPaths.event(edited.slug)}>{edited.title}</a>
  return { title: t('Edit this event'), back, action: eventPaths.event(edited.slug), button: t('Save') }
}

const WordsTabs = ({ slug, language, written }: { slug: string; language: Language; written: Language[] }) => (
  <LanguageTabs
    current={language}
    written={written}
    href={(other) => (other === language ? eventPaths.edit(slug) : eventPaths.words(slug, other))}
  />
)

function Told({ count }: { count: number }) {
  const t = useWords()
  if (count === 0) return null
  return (
    <p>
      {t('If you change the title, the time, the place or the call, {{count}} people get a mail and their calendars follow.', { count })}
    </p>
  )
}

const Part = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <div class="form-part">
    <Heading>{title}</Heading>
    {children}
  </div>
)

function WordsFields({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  const words = kindWords(t)
  return (
    <Part title={t('What it is')}>
      <Select
        {...field('kind')}
        label={t('Kind of gathering')}
        options={kinds.map((kind) => ({ value: kind, words: words[kind] }))}
        required
      />
      <Field {...field('title')} label={t('Title')} required maxLength={200} />
      <Field
        {...field('summary')}
        label={t('In one sentence')}
        hint={t('Shown in lists, in search engines and in the monthly update.')}
        optional
        maxLength={400}
      />
      <Field {...field('hosts')} label={t('Hosts')} hint={t('Names, separated by commas.')} optional maxLength={1000} />
      <WritingArea {...field('description')} label={t('Description')} optional rows={12} maxLength={20_000} />
    </Part>
  )
}

function WhenFields({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <Part title={t('When')}>
      <Checkbox
        {...field('openDate')}
        label={t('The date is to be announced')}
        hint={t('People can ask to be told. They get a mail when you set the date.')}
      />
      <TimeZoneSelect
        {...field('timeZone')}
        label={t('Time zone')}
        hint={t('All hours here are meant in this zone. In the night the clocks go back, the first of the two hours is meant.')}
        required
      />
      <DateTimeField {...field('startsAt')} label={t('Begins')} />
      <DateTimeField {...field('endsAt')} label={t('Ends')} />
      <Fieldset name="reminders" label={t('Remind those who come')}>
        <Checkbox {...field('remindWeek')} label={t('A week before')} />
        <Checkbox {...field('remindDay')} label={t('A day before')} />
        <Checkbox {...field('remindHour')} label={t('An hour before')} />
      </Fieldset>
    </Part>
  )
}

function WhereFields({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <Part title={t('Where')}>
      <Field
        {...field('place')}
        label={t('Place')}
        hint={t('Everybody sees it: an address, or “By video or phone”.')}
        optional
        maxLength={300}
      />
      <Select
        {...field('state')}
        label={t('For a state')}
        hint={t('Readers in it find it among the events in their state.')}
        empty={t('For everybody')}
        options={Object.entries(states).map(([value, words]) => ({ value, words }))}
        optional
      />
      <p class="hint">{t('Only people with a seat see what follows, on their page, in their mail and in their calendar.')}</p>
      <Field {...field('joinUrl')} label={t('Link to join')} type="url" inputmode="url" optional maxLength={1000} />
      <Field
        {...field('dialIn')}
        label={t('Phone numbers')}
        hint={t('With the country code, separated by commas.')}
        optional
        maxLength={300}
      />
      <Field {...field('meetingId')} label={t('Meeting ID')} optional width="medium" maxLength={100} />
      <Field {...field('passcode')} label={t('Passcode')} optional width="medium" maxLength={100} />
      <Checkbox
        {...field('isRecorded')}
        label={t('The call is recorded')}
        hint={t('People read it before they say that they come, and before they go into the call. Leave it off for office hours.')}
      />
    </Part>
  )
}

function SeatsFields({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <Part title={t('Seats and RSVP')}>
      <Field
        {...field('capacity')}
        label={t('Number of seats')}
        hint={t('Empty: there is room for everybody. Further people go onto a waiting list.')}
        inputmode="numeric"
        width="short"
        optional
      />
      <DateTimeField {...field('rsvpOpensAt')} label={t('RSVP opens')} hint={t('Empty: at once.')} optional />
      <DateTimeField {...field('rsvpClosesAt')} label={t('RSVP closes')} hint={t('Empty: when it begins.')} optional />
    </Part>
  )
}
