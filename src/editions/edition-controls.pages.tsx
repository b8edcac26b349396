import {
  Acts,
  Button,
  ConfirmPage,
  Field,
  fieldsOf,
  Form,
  LanguageTabs,
  Layout,
  LinkButton,
  PageTitle,
  usePage,
  useWords,
  WritingArea,
  type FormState,
} from '#platform/html'
import type { Language } from '#platform/text'
import type { Edition } from './edition.data.ts'
import { mayEdit, stateOf } from './edition.rules.ts'
import { paths } from './editions.paths.ts'

/** What stewards may do with an edition, where they read it. */
export function EditionControls({ edition }: { edition: Edition }) {
  const t = useWords()
  const { now } = usePage()
  const { slug } = edition
  const state = stateOf(edition, now)
  if (!mayEdit(edition))
    return (
      <Acts>
        <LinkButton kind="quiet" href={paths.sending(slug)}>
          {t('How the sending went')}
        </LinkButton>
        <LinkButton kind="quiet" href={paths.correction(slug)}>
          {t('Correct the web copy')}
        </LinkButton>
        <CopyButton slug={slug} />
      </Acts>
    )
  return (
    <Acts>
      <LinkButton kind="quiet" href={paths.edit(slug)}>
        {t('Edit')}
      </LinkButton>
      <LinkButton kind="quiet" href={paths.send(slug)}>
        {t('Send …')}
      </LinkButton>
      <Form action={paths.publication(slug)}>
        <Button kind="quiet" name="publish" value={state === 'published' ? 'no' : 'yes'}>
          {state === 'published' ? t('Take it off the web') : t('Put it on the web without sending')}
        </Button>
      </Form>
      <CopyButton slug={slug} />
    </Acts>
  )
}

function CopyButton({ slug }: { slug: string }) {
  const t = useWords()
  return (
    <Form action={paths.copy(slug)}>
      <Button kind="quiet">{t('Copy as a new draft')}</Button>
    </Form>
  )
}

export function RemovalPage({ slug, subject }: { slug: string; subject: string }) {
  const t = useWords()
  return (
    <ConfirmPage
      title={t('Remove this draft?')}
      sentence={t('“{{subject}}” will be gone for good, in every language.', { subject })}
      action={paths.removal(slug)}
      button={t('Remove it for good')}
      kind="danger"
    />
  )
}

export type CorrectionPageProps = {
  slug: string
  subject: string
  language: Language
  written: Language[]
  blocks: string[]
  form: FormState
}

/** Mends the words of the web copy; the mails that were sent stay as they are, and the page says what was mended. */
export function CorrectionPage({ slug, subject, language, written, blocks, form }: CorrectionPageProps) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <Layout title={t('Correct the web copy')} hidden>
      <PageTitle above={<a href={paths.edition(slug)}>{subject}</a>}>{t('Correct the web copy')}</PageTitle>
      <p>{t('The mails have left and stay as they are. The page will say on which day you corrected what.')}</p>
      <LanguageTabs current={language} written={written} href={(other) => paths.correction(slug, other)} />
      <Form action={paths.correction(slug)} errors={form.errors}>
        <input type="hidden" name="language" value={language} />
        <Field
          {...field('note')}
          label={t('What you corrected')}
          hint={t('One sentence for readers: “The call is on Thursday, not Tuesday.”')}
          required
          maxLength={500}
        />
        {blocks.map((id, place) => (
          <WritingArea key={id} {...field(`${id}-text`)} label={t('Words {{number}}', { number: place + 1 })} rows={8} />
        ))}
        <Button>{t('Correct it')}</Button>
      </Form>
    </Layout>
  )
}
