import {
  Button,
  Field,
  fieldsOf,
  Form,
  Layout,
  Lede,
  ownNames,
  PageTitle,
  Select,
  TextArea,
  useWords,
  type FormState,
} from '#platform/html'
import { languages } from '#platform/text'
import { paths } from './lists.paths.ts'
import type { PaperRefusal } from './people.rules.ts'

type FormPageProps = { list: { slug: string; name: string }; form: FormState }

/** Where a consent on paper is written down: where, when, to which words. */
export function PaperPage({ list, form, refused }: FormPageProps & { refused?: PaperRefusal }) {
  const t = useWords()
  const title = t('Add somebody who signed on paper')
  return (
    <Layout title={title} hidden>
      <PageTitle above={<a href={paths.people(list.slug)}>{list.name}</a>}>{title}</PageTitle>
      <Lede>{t('What you enter is kept as the proof. They are told by mail at once, and can leave with one click.')}</Lede>
      <Form action={paths.newPerson(list.slug)} errors={refused ? { email: refusalWords(t)[refused] } : form.errors}>
        <Field
          {...fieldsOf(form)('email')}
          error={refused ? refusalWords(t)[refused] : form.errors['email']}
          label={t('E-mail (required)')}
          type="email"
          required
        />
        <WhoFields form={form} />
        <ProofFields form={form} />
        <Button>{t('Add to the list')}</Button>
      </Form>
    </Layout>
  )
}

function WhoFields({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <>
      <Field {...field('firstName')} label={t('First name')} optional maxLength={80} />
      <Field {...field('lastName')} label={t('Last name')} optional maxLength={80} />
      <Select {...field('language')} label={t('Language')} options={languages.map((value) => ({ value, words: ownNames[value] }))} />
    </>
  )
}

function ProofFields({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <>
      <Field
        {...field('place')}
        label={t('Where did they sign?')}
        hint={t('Such as: sign-up sheet at the spring gathering in Lincoln.')}
        required
        maxLength={160}
      />
      <Field {...field('givenOn')} label={t('On which day?')} type="date" width="medium" required />
      <TextArea {...field('wording')} label={t('What does the paper say they agreed to?')} required rows={4} maxLength={1000} />
    </>
  )
}

const refusalWords = (t: ReturnType<typeof useWords>): Record<PaperRefusal, string> => ({
  'on-it': t('They are on the list already.'),
  'left-since': t('They left the list on that day or later. Only they can come back.'),
  bounced: t('Mail to this address came back. Ask for another one.'),
  added: t('A steward noted that this address should get no mail. Talk with them first.'),
  complained: t('Our mail to this address was reported as unwanted. Talk with them first.'),
  erased: t('Whoever has this address asked to be forgotten. Only they can come back.'),
})

/** Where a steward asks people onto a list. */
export function InvitationsPage({ list, form }: FormPageProps) {
  const t = useWords()
  return (
    <Layout title={t('Invite people')} hidden>
      <PageTitle above={<a href={paths.people(list.slug)}>{list.name}</a>}>{t('Invite people')}</PageTitle>
      <Lede>{t('Each gets one mail with a button. Whoever does not press it gets nothing more.')}</Lede>
      <Form action={paths.invitations(list.slug)} errors={form.errors}>
        <TextArea
          {...fieldsOf(form)('addresses')}
          label={t('E-mail addresses')}
          hint={t('One a line, at most 50 at a time.')}
          required
          rows={8}
          spellcheck={false}
        />
        <Button>{t('Send the invitations')}</Button>
      </Form>
    </Layout>
  )
}
