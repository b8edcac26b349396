import {
  Button,
  EmptyState,
  Entry,
  EntryList,
  ErrorSummary,
  Field,
  fieldsOf,
  Form,
  Heading,
  Layout,
  Notice,
  PageTitle,
  usePage,
  useWords,
  type FormState,
} from '#platform/html'
import { formatDay } from '#platform/time'
import { PasskeyForm } from './passkey-form.pages.tsx'
import { paths } from './sign-in.paths.ts'

export type ShownPasskey = { id: string; name: string; madeAt: Temporal.Instant; usedAt: Temporal.Instant | null }

export type PasskeysPageProps = {
  passkeys: ShownPasskey[]
  timeZone: string
  /** Whether this site's address allows passkeys. */
  mayAdd: boolean
  /** What this browser is called, for the name of a new one. */
  suggestion: string
  form: FormState
  done?: 'added' | 'named' | 'removed' | undefined
  problem?: 'failed' | 'too-many' | undefined
}

export function PasskeysPage({ passkeys, timeZone, mayAdd, suggestion, form, done, problem }: PasskeysPageProps) {
  const t = useWords()
  const news = {
    added: t('The passkey is added. We told you by mail too.'),
    named: t('The name is kept.'),
    removed: t('The passkey opens nothing here any more. Remove it from your device as well.'),
  }
  const problems = {
    failed: t('The passkey could not be added. Try again.'),
    'too-many': t('Twenty passkeys are the most. Remove one first.'),
  }
  return (
    <Layout title={t('Passkeys')} hidden scripts={mayAdd ? ['passkey.js'] : []}>
      <PageTitle above={<a href="/me">{t('My page')}</a>}>{t('Passkeys')}</PageTitle>
      {done && <Notice kind="good">{news[done]}</Notice>}
      {problem && <ErrorSummary errors={{ '': problems[problem] }} />}
      <p>
        {t(
          'A passkey signs you in with your finger, your face or the PIN of your device. Nothing is mailed, and no false site can use it.',
        )}
      </p>
      {passkeys.length === 0 ? (
        <EmptyState sentence={t('You have no passkey here yet.')} />
      ) : (
        <PasskeyList {...{ passkeys, timeZone, form }} />
      )}
      {mayAdd ? (
        <AddPasskey suggestion={suggestion} form={form} />
      ) : (
        <p>{t('Passkeys need an address with a name and TLS, like https://community.example.org. This site has none yet.')}</p>
      )}
    </Layout>
  )
}

function PasskeyList({ passkeys, timeZone, form }: Pick<PasskeysPageProps, 'passkeys' | 'timeZone' | 'form'>) {
  const t = useWords()
  const { language } = usePage()
  const day = (moment: Temporal.Instant) => formatDay(moment, timeZone, language)
  return (
    <EntryList label={t('Passkeys')}>
      {passkeys.map(({ id, name, madeAt, usedAt }) => (
        <Entry
          key={id}
          title={name}
          facts={[
            t('Added on {{day}}', { day: day(madeAt) }),
            usedAt ? t('last used on {{day}}', { day: day(usedAt) }) : t('not used yet'),
          ]}
          acts={<PasskeyActs id={id} name={name} form={form} />}
        />
      ))}
    </EntryList>
  )
}

function PasskeyActs({ id, name, form }: { id: string; name: string; form: FormState }) {
  const t = useWords()
  const { value, ...field } = fieldsOf(form)(`name-${id}`)
  return (
    <Form action={paths.passkeyName(id)} inline label={name}>
      <Field {...field} value={value ?? name} label={t('Name')} required />
      <Button kind="quiet">{t('Rename')}</Button>
      <Button kind="danger" action={paths.passkeyRemoval(id)}>
        {t('Remove')}
      </Button>
    </Form>
  )
}

function AddPasskey({ suggestion, form }: { suggestion: string; form: FormState }) {
  const t = useWords()
  const { value, ...field } = fieldsOf(form)('name')
  return (
    <section>
      <Heading>{t('Add a passkey')}</Heading>
      <PasskeyForm
        kind="add"
        action={paths.passkeys}
        options={paths.passkeyOptions}
        failed={t('The passkey did not answer. Perhaps this device has one for this site already.')}
      >
        <Field
          {...field}
          value={value ?? suggestion}
          label={t('Name')}
          hint={t('So that you know it again, such as the device it is on')}
          width="medium"
          required
        />
        <Button>{t('Add a passkey')}</Button>
      </PasskeyForm>
    </section>
  )
}
