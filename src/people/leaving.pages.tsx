import { Acts, Button, Form, Layout, LinkButton, PageTitle, useWords } from '#platform/html'
import { paths } from './people.paths.ts'

export function LeavingPage({ email, isLastOwner }: { email: string; isLastOwner: boolean }) {
  const t = useWords()
  return (
    <Layout title={t('Leave the community')} hidden>
      <PageTitle above={<a href={paths.data}>{t('My data')}</a>}>{t('Leave the community')}</PageTitle>
      <p>{t('When you press the button, this happens at once and cannot be taken back:')}</p>
      <ul class="prose">
        <li>{t('Your name, your address and your profile are deleted, and you are signed out everywhere.')}</li>
        <li>
          {t(
            'You are taken off all lists. So that no list writes to you by mistake, a fingerprint is kept from which nobody can read your address.',
          )}
        </li>
        <li>{t('Seats you hold go to whoever waits for them. What you took part in before stays as a number: how many came, not who.')}</li>
        <li>{t('One last mail to {{email}} confirms it.', { email })}</li>
      </ul>
      <p>
        <a href={paths.data}>{t('Look at your data, or download it, first.')}</a>
      </p>
      <Form action={paths.leaving}>
        <Button kind="danger" disabledReason={isLastOwner ? t('You are the only owner. Make somebody else an owner first.') : null}>
          {t('Forget me')}
        </Button>
      </Form>
    </Layout>
  )
}

export function GoodbyePage() {
  const t = useWords()
  return (
    <Layout title={t('Goodbye, and thank you')} hidden>
      <PageTitle>{t('Goodbye, and thank you')}</PageTitle>
      <p>{t('You are forgotten here. All public pages stay open to you, and you are welcome back at any time.')}</p>
      <Acts>
        <LinkButton href="/" kind="quiet">
          {t('Go to the front page')}
        </LinkButton>
      </Acts>
    </Layout>
  )
}
