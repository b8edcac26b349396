import { Button, Facts, Form, Heading, useWords } from '#platform/html'
import { paths } from './sign-in.paths.ts'

/** My page's part on signing in: which ways there are, where they are open, and the way out. */
export function WaysIn({ email, passkeys, sessions }: { email: string; passkeys: number; sessions: number }) {
  const t = useWords()
  return (
    <section>
      <Heading>{t('Signing in')}</Heading>
      <Facts
        facts={[
          {
            name: t('E-mail'),
            value: (
              <>
                {email} <a href={paths.address}>{t('Change my address')}</a>
              </>
            ),
          },
          {
            name: t('Passkeys'),
            value: <a href={paths.passkeys}>{passkeys ? t('{{count}} passkeys', { count: passkeys }) : t('Add a passkey')}</a>,
          },
          { name: t('Sessions'), value: <a href={paths.sessions}>{t('Signed in on {{count}} devices', { count: sessions })}</a> },
        ]}
      />
      <Form action={paths.signOut}>
        <Button kind="quiet">{t('Sign out')}</Button>
      </Form>
    </section>
  )
}
