import {
  Acts,
  Button,
  Facts,
  Field,
  fieldsOf,
  Form,
  Heading,
  Layout,
  Notice,
  ownNames,
  PageTitle,
  TextArea,
  usePage,
  useWords,
  WritingArea,
  type FormState,
} from '#platform/html'
import type { Language } from '#platform/text'
import { editionPaths as paths } from '#editions'

export type MendingPageProps = {
  slug: string
  subject: string
  written: Language[]
  /** Ids of the blocks of words. */
  blocks: string[]
  sent: number
  waiting: number
  form: FormState
}

/** Mends an edition that was stopped on its way: the rest of its readers get it mended. */
export function MendingPage({ slug, subject, written, blocks, sent, waiting, form }: MendingPageProps) {
  const t = useWords()
  const { language } = usePage()
  const field = fieldsOf(form)
  const figure = (number: number) => number.toLocaleString(`${language}-US`)
  return (
    <Layout title={t('Mend the update')} hidden>
      <PageTitle above={<a href={paths.sending(slug)}>{subject}</a>}>{t('Mend the update')}</PageTitle>
      <p>
        {t('It stands still. Mend the words below: whoever waits gets the mended update, and the page on the web says what you corrected.')}
      </p>
      <Facts
        facts={[
          { name: t('Had it already'), value: figure(sent) },
          { name: t('Get it mended'), value: figure(waiting) },
        ]}
      />
      <Form action={paths.mending(slug)} errors={form.errors}>
        <Field
          {...field('note')}
          label={t('What you corrected')}
          hint={t('One sentence for readers: “The call is on Thursday, not Tuesday.”')}
          required
          maxLength={500}
        />
        {written.map((one) => (
          <WordsIn key={one} language={one} isOne={written.length === 1} blocks={blocks} form={form} />
        ))}
        <Acts>
          <Button>{t('Send the mended update to the {{count}} who wait', { count: waiting })}</Button>
        </Acts>
      </Form>
    </Layout>
  )
}

function WordsIn({ language, isOne, blocks, form }: { language: Language; isOne: boolean; blocks: string[]; form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <>
      {!isOne && <Heading>{ownNames[language]}</Heading>}
      <Field {...field(`${language}-subject`)} label={t('Subject')} required maxLength={200} />
      {blocks.map((id, place) => (
        <WritingArea key={id} {...field(`${language}-${id}-text`)} label={t('Words {{number}}', { number: place + 1 })} rows={8} />
      ))}
    </>
  )
}

export type CorrectionNotePageProps = { slug: string; subject: string; count: number; form: FormState; isSent: boolean }

/** A short word to those who had the update before it was mended. Nobody must write one. */
export function CorrectionNotePage({ slug, subject, count, form, isSent }: CorrectionNotePageProps) {
  const t = useWords()
  return (
    <Layout title={t('Write to those who had it before')} hidden>
      <PageTitle above={<a href={paths.sending(slug)}>{subject}</a>}>{t('Write to those who had it before')}</PageTitle>
      {isSent ? (
        <Notice kind="good">{t('They have been written to.')}</Notice>
      ) : (
        <>
          <p>{t('They are not sent the update again. If the mistake matters to them, say in a few words what is right.')}</p>
          <Form action={paths.correctionNote(slug)} errors={form.errors}>
            <TextArea {...fieldsOf(form)('words')} label={t('What is right')} rows={4} required />
            <Button>{t('Send these words to {{count}} readers', { count })}</Button>
          </Form>
        </>
      )}
    </Layout>
  )
}
