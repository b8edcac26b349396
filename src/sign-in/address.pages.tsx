import { Button, emptyForm, Field, fieldsOf, Form, Layout, Lede, PageTitle, useWords, type FormState } from '#platform/html'
import { paths } from './sign-in.paths.ts'

export function AddressPage({ email, form = emptyForm }: { email: string; form?: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <Layout title={t('Change my address')} hidden>
      <PageTitle above={<a href="/me">{t('My page')}</a>}>{t('Change my address')}</PageTitle>
      <p>
        {t(
          'Your address is {{email}}. We mail a code to the new one; once you enter it, the new address takes over and all your other sessions end.',
          { email },
        )}
      </p>
      <Form action={paths.address} errors={form.errors}>
        <Field {...field('email')} label={t('New e-mail address')} type="email" autocomplete="email" required />
        <Button>{t('Mail me a code')}</Button>
      </Form>
    </Layout>
  )
}

export function AddressCodePage({ email, form = emptyForm }: { email: string; form?: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <Layout title={t('Look in your mail')} hidden>
      <PageTitle above={<a href={paths.address}>{t('Change my address')}</a>}>{t('Look in your mail')}</PageTitle>
      <Lede>{t('A code is on its way to {{email}}. It works for 15 minutes.', { email })}</Lede>
      <Form action={paths.addressCode} errors={form.errors}>
        <input type="hidden" name="email" value={email} />
        <Field
          {...field('code')}
          label={t('Code')}
          hint={t('Six digits, from the newest mail')}
          inputmode="numeric"
          autocomplete="one-time-code"
          width="short"
          required
        />
        <Button>{t('Use this address from now on')}</Button>
      </Form>
    </Layout>
  )
}
