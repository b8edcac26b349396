import {
  Button,
  Checkbox,
  Field,
  fieldsOf,
  Fieldset,
  Form,
  Heading,
  Layout,
  Notice,
  PageTitle,
  Select,
  TimeZoneSelect,
  usePage,
  useWords,
  type FormState,
} from '#platform/html'
import { AboutYou } from '#people'
import type { SuppressionReason } from '#suppressions'
import { TopicChoices } from '#topics'
import { oftens, type Often } from './frequency.rules.ts'
import { fieldOfList, promiseIn, type ShownList } from './list.rules.ts'
import { paths } from './mailing.paths.ts'

export type PreferencesDone = 'joined' | 'saved' | 'left'

export type PreferencesPageProps = {
  /** Its own address, where its form is sent. */
  at: string
  email: string
  lists: ShownList[]
  topics: Parameters<typeof TopicChoices>[0]['topics']
  form: FormState
  done?: PreferencesDone | undefined
  suppressedFor?: SuppressionReason | undefined
}

/** All that a reader may choose, by the link in each mail or signed in. */
export function PreferencesPage({ at, email, lists, topics, form, done, suppressedFor }: PreferencesPageProps) {
  const t = useWords()
  return (
    <Layout title={t('What you get from us')} hidden>
      <PageTitle above={email}>{t('What you get from us')}</PageTitle>
      {done && <DoneNotice done={done} />}
      {suppressedFor && <SuppressedNotice reason={suppressedFor} />}
      <Form action={at} errors={form.errors}>
        <ListChoices lists={lists} form={form} />
        <ForAll form={form} />
        <TopicChoices topics={topics} form={form} />
        <AboutYou form={form} />
        <LanguageAndZone form={form} />
        <Button>{t('Save')}</Button>
      </Form>
      <Heading>{t('Leave everything')}</Heading>
      <p>{t('One click takes you off all lists, at once. Mail about events you RSVP to still comes.')}</p>
      <Form action={paths.departure(at)}>
        <Button kind="danger">{t('Leave all lists')}</Button>
      </Form>
    </Layout>
  )
}

function ListChoices({ lists, form }: { lists: ShownList[]; form: FormState }) {
  const t = useWords()
  const { language } = usePage()
  const field = fieldsOf(form)
  return (
    <Fieldset name="lists" label={t('Lists')} hint={promiseIn(language)}>
      {lists.map((list) => (
        <div key={list.slug} class="choice-with-more">
          <Checkbox {...field(fieldOfList(list))} label={list.name} hint={list.description} />
          <Select {...field(`often-${list.slug}`)} label={t('How often: {{list}}', { list: list.name })} options={oftenOptions(t)} />
        </div>
      ))}
    </Fieldset>
  )
}

/** One choice for every list at once, and the day on which a pause ends. */
function ForAll({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <>
      <Select {...field('forAll')} label={t('How often, for all lists')} empty={t('As chosen for each list')} options={oftenOptions(t)} />
      <Field
        {...field('pauseUntil')}
        label={t('A pause ends on')}
        hint={t('Until that day you get nothing from the lists that you pause. Then they begin again by themselves.')}
        type="date"
        width="medium"
        optional
      />
    </>
  )
}

function oftenOptions(t: ReturnType<typeof useWords>) {
  const words: Record<Often, string> = {
    each: t('Each mail when it comes out'),
    monthly: t('One mail a month with all of it'),
    pause: t('Pause for a while'),
  }
  return oftens.map((value) => ({ value, words: words[value] }))
}

function LanguageAndZone({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <>
      <Select
        {...field('language')}
        label={t('Language')}
        options={[
          { value: 'en', words: 'English' },
          { value: 'es', words: 'Español' },
        ]}
      />
      <TimeZoneSelect
        {...field('timeZone')}
        label={t('Time zone')}
        hint={t('Mails and pages show the hours of events in it.')}
        empty={t('As my browser says')}
      />
    </>
  )
}

function DoneNotice({ done }: { done: PreferencesDone }) {
  const t = useWords()
  const words = {
    joined: t('You are on the list. Tell us more about you if you like; it helps us to write what is of use.'),
    saved: t('Your choices are saved.'),
    left: t('You have left all lists. You get none of these mails any more.'),
  }
  return <Notice kind="good">{words[done]}</Notice>
}

function SuppressedNotice({ reason }: { reason: SuppressionReason }) {
  const t = useWords()
  if (reason === 'complained')
    return (
      <Notice kind="problem">
        {t('One of our mails to this address was reported as unwanted, so we send no more lists to it.')}{' '}
        <a href="/contact">{t('Write to us if that was a mistake.')}</a>
      </Notice>
    )
  return (
    <Notice kind="problem">
      {reason === 'added'
        ? t('We were asked to send no more lists to this address.')
        : t('Our last mail to this address came back, so we stopped sending.')}{' '}
      <a href="/join">{t('Join again to give the address a new try.')}</a>
    </Notice>
  )
}
