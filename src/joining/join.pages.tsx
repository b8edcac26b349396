import { fieldOfList, promiseIn, type ShownList } from '#mailing'
import {
  Button,
  Checkbox,
  emptyForm,
  Field,
  Fieldset,
  fieldsOf,
  Form,
  Layout,
  Lede,
  Notice,
  PageTitle,
  usePage,
  useWords,
  type FormState,
} from '#platform/html'
import { AboutYou } from '#people'
import { paths } from './joining.paths.ts'

/** The pages of ours that carry the form. */
export const joinSources = ['front page', 'join page', 'event page', 'tip page', 'updates page'] as const
export type JoinSource = (typeof joinSources)[number]

export type JoinFormProps = {
  source: JoinSource
  /** What is joined: the community's first list. */
  list: ShownList
}

/** The short form for other pages: an address, perhaps a first name. The rest can be told after confirming. */
export function JoinForm({ source, list }: JoinFormProps) {
  const t = useWords()
  const { language } = usePage()
  return (
    <Form action={paths.join} honeypot label={t('Join the mailing list')}>
      <input type="hidden" name="source" value={source} />
      <input type="hidden" name={fieldOfList(list)} value="yes" />
      <Field name="email" label={t('E-mail (required)')} type="email" autocomplete="email" required />
      <Field name="firstName" label={t('First name')} optional autocomplete="given-name" maxLength={80} />
      <p class="hint">
        {list.name}. {list.description} {promiseIn(language)}
      </p>
      <Button>{t('Join the list')}</Button>
    </Form>
  )
}

export function JoinPage({ lists, form = emptyForm }: { lists: ShownList[]; form?: FormState }) {
  const t = useWords()
  const { person, network } = usePage()
  return (
    <Layout
      title={t('Join the mailing list')}
      description={t('News of {{network}} by e-mail. No account is needed.', { network: network.name })}
    >
      <PageTitle>{t('Join the mailing list')}</PageTitle>
      <Lede>{t('Hear what is coming up and what others have learned. You need no account, and you can leave with one click.')}</Lede>
      {person && (
        <Notice>
          <a href="/me/lists">{t('You are signed in: choose your lists here.')}</a>
        </Notice>
      )}
      <WholeJoinForm lists={lists} form={form} />
      <p class="quiet">
        {t('We keep what you enter to send you these mails, and show it to nobody.')} <a href="/privacy">{t('How we treat your data')}</a>
      </p>
      <p class="quiet">
        <a href={paths.embed}>{t('Put this form on your own site')}</a>
      </p>
    </Layout>
  )
}

function WholeJoinForm({ lists, form }: { lists: ShownList[]; form: FormState }) {
  const t = useWords()
  const { language } = usePage()
  const field = fieldsOf(form)
  return (
    <Form action={paths.join} honeypot errors={form.errors}>
      <input type="hidden" name="source" value="join page" />
      <Field {...field('email')} label={t('E-mail (required)')} type="email" autocomplete="email" required />
      <Fieldset name="lists" label={t('What would you like to get?')} hint={promiseIn(language)}>
        {lists.map((list) => (
          <Checkbox key={list.slug} {...field(fieldOfList(list))} label={list.name} hint={list.description} />
        ))}
      </Fieldset>
      <AboutYou form={form} />
      <Button>{t('Join the list')}</Button>
    </Form>
  )
}

/** The same answer to everyone, whether or not the address was known. */
export function SentPage() {
  const t = useWords()
  return (
    <Layout title={t('Look into your inbox')} hidden>
      <PageTitle>{t('Look into your inbox')}</PageTitle>
      <Lede>{t('We have sent you a mail. Open its link and press the button: then you are on the list.')}</Lede>
      <p>
        {t('Nothing there after a few minutes? Look into the folder for unwanted mail, and check that the address was right.')}{' '}
        <a href={paths.join}>{t('Enter it again')}</a>
      </p>
    </Layout>
  )
}
