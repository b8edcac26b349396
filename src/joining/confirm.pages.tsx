import { promiseIn, type ShownList } from '#mailing'
import { Acts, ConfirmPage, Layout, LinkButton, PageTitle, usePage, useWords } from '#platform/html'
import { paths } from './joining.paths.ts'

/** Where the mail to confirm leads: one button. */
export function ConfirmJoinPage({ token, lists }: { token: string; lists: ShownList[] }) {
  const t = useWords()
  const { language } = usePage()
  return (
    <ConfirmPage
      title={t('Do you want our mails?')}
      sentence={t('Press the button and this is yours by e-mail:')}
      action={paths.confirm(token)}
      button={t('Yes, send them to me')}
    >
      <div class="prose">
        <ul>
          {lists.map((list) => (
            <li key={list.slug}>
              <strong>{list.name}.</strong> {list.description}
            </li>
          ))}
        </ul>
      </div>
      <p class="hint">{promiseIn(language)}</p>
    </ConfirmPage>
  )
}

/** The link has served already: what holds now, and the next useful act. */
export function UsedLinkPage({ isOn, preferences }: { isOn: boolean; preferences: string }) {
  const t = useWords()
  const title = isOn ? t('You are on the list') : t('This link has been used')
  return (
    <Layout title={title} hidden>
      <PageTitle>{title}</PageTitle>
      <p>
        {isOn
          ? t('You have confirmed already, so there is nothing left to do.')
          : t('You have left the list since. You are welcome to join again.')}
      </p>
      <Acts>
        {isOn ? (
          <LinkButton href={preferences}>{t('Choose what you get')}</LinkButton>
        ) : (
          <LinkButton href={paths.join}>{t('Join the mailing list')}</LinkButton>
        )}
      </Acts>
    </Layout>
  )
}
