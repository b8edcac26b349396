import {
  Button,
  ConfirmPage,
  emptyForm,
  ErrorSummary,
  Field,
  fieldsOf,
  Form,
  Layout,
  Lede,
  LinkButton,
  PageTitle,
  useWords,
  type FormState,
} from '#platform/html'
import { PasskeyForm } from './passkey-form.pages.tsx'
import { paths } from './sign-in.paths.ts'

export type SignInPageProps = {
  next: string
  form?: FormState
  /** Whether this site's address allows passkeys. */ passkeys: boolean
  problem?: 'passkey-failed' | 'passkey-unknown' | undefined
}

export function SignInPage({ next, form = emptyForm, passkeys, problem }: SignInPageProps) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <Layout title={t('Sign in')} hidden scripts={passkeys ? ['passkey.js'] : []}>
      <PageTitle>{t('Sign in')}</PageTitle>
      <Lede>{t('You need no password: we mail you a code. If you are new, the same code gives you a place here.')}</Lede>
      {problem && (
        <ErrorSummary
          errors={{
            '':
              problem === 'passkey-unknown'
                ? t('This passkey is not known here. Sign in by e-mail, then add it again.')
                : t('The passkey did not work this time. Try again, or sign in by e-mail.'),
          }}
        />
      )}
      <Form action={paths.signIn} errors={form.errors} honeypot>
        <input type="hidden" name="next" value={next} />
        <Field {...field('email')} label={t('E-mail')} type="email" autocomplete={passkeys ? 'username webauthn' : 'username'} required />
        <Button>{t('Mail me a code')}</Button>
      </Form>
      {passkeys && (
        <PasskeyForm
          kind="sign-in"
          action={paths.signInPasskey}
          options={paths.signInPasskeyOptions}
          failed={t('The passkey did not answer. Try again, or sign in by e-mail.')}
        >
          <input type="hidden" name="next" value={next} />
          <Button kind="quiet">{t('Sign in with a passkey')}</Button>
        </PasskeyForm>
      )}
    </Layout>
  )
}

export type CodePageProps = { email: string; next: string; form?: FormState }

/** Comes after asking, for a known address, an unknown one and one that asked too often alike. */
export function CodePage({ email, next, form = emptyForm }: CodePageProps) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <Layout title={t('Look in your mail')} hidden>
      <PageTitle>{t('Look in your mail')}</PageTitle>
      {email ? (
        <Lede>{t('A code and a link are on their way to {{email}}. They work for 15 minutes.', { email })}</Lede>
      ) : (
        <Lede>{t('Enter your address and the code from the newest mail.')}</Lede>
      )}
      <Form action={paths.code} errors={form.errors}>
        {email ? (
          <input type="hidden" name="email" value={email} />
        ) : (
          <Field {...field('email')} label={t('E-mail')} type="email" autocomplete="username" required />
        )}
        <Field
          {...field('code')}
          label={t('Code')}
          hint={t('Six digits, from the newest mail')}
          inputmode="numeric"
          autocomplete="one-time-code"
          width="short"
          required
        />
        <Button>{t('Sign in')}</Button>
      </Form>
      <NoMail email={email} next={next} />
    </Layout>
  )
}

function NoMail({ email, next }: { email: string; next: string }) {
  const t = useWords()
  return (
    <section>
      <h2>{t('No mail yet?')}</h2>
      <p>{t('It can take a minute, and it may lie among the spam. One address gets at most five codes an hour.')}</p>
      {email && (
        <Form action={paths.signIn}>
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="next" value={next} />
          <Button kind="quiet">{t('Mail me a new code')}</Button>
        </Form>
      )}
      <p>
        <a href={`${paths.signIn}?next=${encodeURIComponent(next)}`}>{t('Use another address')}</a>
      </p>
    </section>
  )
}

export type LinkPageProps = { token: string; email: string; isOwners: boolean }

/** Where the link in the mail leads: opening it signs nobody in, pressing its button does. */
export function LinkPage({ token, email, isOwners }: LinkPageProps) {
  const t = useWords()
  return (
    <ConfirmPage
      title={t('Sign in')}
      action={paths.link(token)}
      button={t('Sign in')}
      sentence={
        isOwners
          ? t('This signs you in as {{email}}, an owner of this community.', { email })
          : t('This signs you in as {{email}}.', { email })
      }
    />
  )
}

/** A link that was used, has ended, or never was. */
export function EndedLinkPage() {
  const t = useWords()
  return (
    <Layout title={t('This link does not work any more')} hidden>
      <PageTitle>{t('This link does not work any more')}</PageTitle>
      <p>{t('It was used before, its time is over, a newer one was sent, or a piece of it is missing. A new one takes a minute.')}</p>
      <p class="acts">
        <LinkButton href={paths.signIn}>{t('Sign in')}</LinkButton>
      </p>
    </Layout>
  )
}
