import {
  Button,
  ConfirmPage,
  EmptyState,
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
  Select,
  Status,
  usePage,
  useWords,
  type FormState,
  type Option,
} from '#platform/html'
import type { Words } from '#platform/text'
import type { Numbers } from './series.data.ts'
import { paths } from './series.paths.ts'
import type { BeginsWith, StopsWith } from './series.rules.ts'

const beginningWords = (t: Words): Record<BeginsWith, string> => ({
  joined: t('when somebody joins the list'),
  'first-rsvp': t('after somebody’s first RSVP'),
  convener: t('when somebody says that their job is convener'),
})

const stopWords = (t: Words): Record<StopsWith, string> => ({ rsvped: t('once they RSVP to an event') })

export type SeriesListPageProps = {
  series: { id: string; name: string; isOn: boolean; beginsWith: BeginsWith; entered: number }[]
  form: FormState
}

/** The series that there are, and where one is begun. */
export function SeriesListPage({ series, form }: SeriesListPageProps) {
  const t = useWords()
  const words = beginningWords(t)
  return (
    <Layout title={t('Series of mails')} hidden>
      <PageTitle above={<a href="/admin">{t('Desk')}</a>}>{t('Series of mails')}</PageTitle>
      <p>
        {t('A few mails that follow one another after something happens, to readers of a list. Each person goes through a series once.')}
      </p>
      {series.length > 0 ? (
        <EntryList label={t('Series of mails')}>
          {series.map(({ id, name, isOn, beginsWith, entered }) => (
            <Entry
              key={id}
              href={paths.series(id)}
              title={name}
              line={t('Begins {{beginning}}.', { beginning: words[beginsWith] })}
              facts={[<Status key="on">{isOn ? t('On') : t('Off')}</Status>, t('{{count}} people entered', { count: entered })]}
            />
          ))}
        </EntryList>
      ) : (
        <EmptyState sentence={t('There is no series yet.')} />
      )}
      <Heading>{t('Begin a series')}</Heading>
      <Form action={paths.all} errors={form.errors}>
        <Field {...fieldsOf(form)('name')} label={t('Name')} hint={t('For stewards alone.')} required maxLength={120} />
        <Button>{t('Begin')}</Button>
      </Form>
    </Layout>
  )
}

export type ShownStep = { id: string; subject: string; afterDays: number; atHour: number | null; sent: number }

export type SeriesPageProps = {
  id: string
  name: string
  isOn: boolean
  form: FormState
  lists: Option[]
  steps: ShownStep[]
  numbers: Numbers
  problem?: string | undefined
  isSaved: boolean
}

/** One series: on or off, its steps, what it is for, and its figures. */
export function SeriesPage({ id, name, isOn, form, lists, steps, numbers, problem, isSaved }: SeriesPageProps) {
  const t = useWords()
  return (
    <Layout title={name} hidden>
      <PageTitle above={<a href={paths.all}>{t('Series of mails')}</a>}>{name}</PageTitle>
      {isSaved && <Notice kind="good">{t('Saved.')}</Notice>}
      {problem && <Notice kind="problem">{problem}</Notice>}
      <p>
        {isOn
          ? t('It is on: whoever comes enters, and each step leaves at its moment.')
          : t('It is off: nobody enters, and nothing of it leaves.')}
      </p>
      <Form action={paths.switch(id)}>
        <Button kind="quiet" name="on" value={isOn ? 'no' : 'yes'}>
          {isOn ? t('Switch it off') : t('Switch it on, for those who come from now on')}
        </Button>
      </Form>
      <Figures numbers={numbers} />
      <Steps id={id} steps={steps} isOn={isOn} />
      <Heading>{t('What it is for')}</Heading>
      <AboutForm id={id} form={form} lists={lists} />
      <p>
        <a href={paths.removal(id)}>{t('Remove this series')}</a>
      </p>
    </Layout>
  )
}

function Figures({ numbers }: { numbers: Numbers }) {
  const t = useWords()
  const { language } = usePage()
  const figure = (number: number) => number.toLocaleString(`${language}-US`)
  return (
    <Facts
      facts={[
        { name: t('Entered'), value: figure(numbers.entered) },
        { name: t('On their way'), value: figure(numbers.going) },
        { name: t('Had all of it'), value: figure(numbers.finished) },
        { name: t('Left the list'), value: figure(numbers.left) },
        { name: t('Stopped'), value: figure(numbers.stopped) },
      ]}
    />
  )
}

function Steps({ id, steps, isOn }: Pick<SeriesPageProps, 'id' | 'steps' | 'isOn'>) {
  const t = useWords()
  return (
    <section>
      <Heading>{t('Steps')}</Heading>
      {steps.length > 0 && (
        <EntryList>
          {steps.map(({ id: step, subject, sent, ...delay }, place) => (
            <Entry
              key={step}
              href={paths.step(id, step)}
              level={3}
              title={`${place + 1}. ${subject || t('No subject yet')}`}
              facts={[delayWords(t, delay), t('sent to {{count}} people', { count: sent })]}
            />
          ))}
        </EntryList>
      )}
      {isOn ? (
        <p class="hint">{t('Switch it off to add a step.')}</p>
      ) : (
        <Form action={paths.steps(id)}>
          <Button kind="quiet">{t('Add a step')}</Button>
        </Form>
      )}
    </section>
  )
}

function delayWords(t: Words, { afterDays, atHour }: { afterDays: number; atHour: number | null }): string {
  const days = afterDays === 0 ? t('on the same day') : t('{{count}} days later', { count: afterDays })
  return atHour === null ? days : t('{{days}}, at {{hour}} where the reader is', { days, hour: `${atHour}:00` })
}

function AboutForm({ id, form, lists }: Pick<SeriesPageProps, 'id' | 'form' | 'lists'>) {
  const t = useWords()
  const field = fieldsOf(form)
  const optionsOf = (words: Record<string, string>) => Object.entries(words).map(([value, said]) => ({ value, words: said }))
  return (
    <Form action={paths.series(id)} errors={form.errors}>
      <Field {...field('name')} label={t('Name')} required maxLength={120} />
      <Select
        {...field('list')}
        label={t('List')}
        hint={t('Only its readers get the series, and whoever leaves it gets nothing more.')}
        options={lists}
      />
      <Select {...field('beginsWith')} label={t('It begins')} options={optionsOf(beginningWords(t))} />
      <Select
        {...field('stopsWith')}
        label={t('It stops early')}
        empty={t('only when they leave the list')}
        options={optionsOf(stopWords(t))}
      />
      <Button>{t('Save')}</Button>
    </Form>
  )
}

export function SeriesRemovalPage({ id, name }: { id: string; name: string }) {
  const t = useWords()
  return (
    <ConfirmPage
      title={t('Remove this series?')}
      sentence={t('“{{name}}”, its steps and its figures will be gone for good. Nobody who is on their way gets more of it.', { name })}
      action={paths.removal(id)}
      button={t('Remove it for good')}
      kind="danger"
    />
  )
}
