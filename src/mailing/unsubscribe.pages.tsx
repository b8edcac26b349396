import { Button, ConfirmPage, Form, Layout, Lede, PageTitle, useWords } from '#platform/html'
import { paths } from './mailing.paths.ts'

export type UnsubscribePageProps = { token: string; list: { name: string }; email: string; preferences: string }

/** Where the link in each mail leads: one button. */
export function UnsubscribePage({ token, list, email, preferences }: UnsubscribePageProps) {
  const t = useWords()
  return (
    <ConfirmPage
      title={t('Leave {{list}}?', { list: list.name })}
      sentence={t('{{email}} gets no more mail of this list, from this moment on.', { email })}
      action={paths.unsubscribe(token)}
      button={t('Leave the list')}
    >
      <p class="quiet">
        <a href={preferences}>{t('Choose what you get instead')}</a>
      </p>
    </ConfirmPage>
  )
}

/** After leaving: it is done, and it can be taken back. */
export function LeftPage({ token, list, email, preferences, mayReturn }: UnsubscribePageProps & { mayReturn: boolean }) {
  const t = useWords()
  return (
    <Layout title={t('You have left {{list}}', { list: list.name })} hidden>
      <PageTitle>{t('You have left {{list}}', { list: list.name })}</PageTitle>
      <Lede>{t('{{email}} gets no more mail of this list.', { email })}</Lede>
      {mayReturn ? (
        <Form action={paths.return(token)}>
          <Button kind="quiet">{t('Take it back')}</Button>
        </Form>
      ) : (
        <p>
          <a href="/join">{t('Join the mailing list')}</a>
        </p>
      )}
      <p>
        <a href={preferences}>{t('Choose what you get')}</a>
      </p>
    </Layout>
  )
}
