import { Acts, Button, Field, Form, Heading, LanguageTabs, Layout, LinkButton, Notice, PageTitle, useWords } from '#platform/html'
import { languages, type Language } from '#platform/text'
import { editionPaths as paths } from '#editions'

export type PreviewPageProps = {
  slug: string
  subject: string
  preheader: string
  language: Language
  /** Whose name stands in it. */
  reader: { email: string; isKnown: boolean }
  isTestSent: boolean
}

/** The edition as it will look: wide, on a phone, by night, and as plain text. */
export function PreviewPage({ slug, subject, preheader, language, reader, isTestSent }: PreviewPageProps) {
  const t = useWords()
  const query = `?language=${language}&reader=${encodeURIComponent(reader.email)}`
  const mail = (night = '') => `${paths.previewMail(slug)}${query}${night}`
  return (
    <Layout title={t('Preview')} hidden wide>
      <PageTitle above={<a href={paths.edit(slug, language)}>{t('Back to writing')}</a>}>{subject || t('No subject yet')}</PageTitle>
      {preheader && <p class="lede">{preheader}</p>}
      <LanguageTabs current={language} written={[...languages]} href={(other) => paths.preview(slug, other)} />
      {isTestSent && <Notice kind="good">{t('The test is on its way to {{email}}.', { email: reader.email })}</Notice>}
      <PreviewActs slug={slug} language={language} />
      <ReaderForm slug={slug} language={language} reader={reader} />
      <div class="mail-previews">
        <MailFrame title={t('On a desktop')} src={mail()} size="wide" />
        <MailFrame title={t('On a phone')} src={mail()} size="phone" />
        <MailFrame title={t('By night, on a desktop')} src={mail('&night=yes')} size="wide" />
        <MailFrame title={t('By night, on a phone')} src={mail('&night=yes')} size="phone" />
        <MailFrame title={t('As plain text')} src={`${paths.previewText(slug)}${query}`} size="wide" />
      </div>
    </Layout>
  )
}

function PreviewActs({ slug, language }: { slug: string; language: Language }) {
  const t = useWords()
  return (
    <Acts>
      <Form action={paths.test(slug)} inline>
        <input type="hidden" name="language" value={language} />
        <Button kind="quiet">{t('Send me a test')}</Button>
      </Form>
      <LinkButton href={paths.send(slug)}>{t('Send …')}</LinkButton>
    </Acts>
  )
}

function ReaderForm({ slug, language, reader }: Pick<PreviewPageProps, 'slug' | 'language' | 'reader'>) {
  const t = useWords()
  return (
    <Form method="get" action={paths.preview(slug)} inline label={t('See it as a reader')}>
      <input type="hidden" name="language" value={language} />
      <Field
        name="reader"
        type="email"
        label={t('See it as this reader')}
        value={reader.email}
        error={reader.isKnown ? undefined : t('Nobody on the list has this address.')}
      />
      <Button kind="quiet">{t('Show')}</Button>
    </Form>
  )
}

/** The mail itself, in a frame that may neither run script nor lead anywhere. */
const MailFrame = ({ title, src, size }: { title: string; src: string; size: 'wide' | 'phone' }) => (
  <section>
    <Heading level={2}>{title}</Heading>
    <iframe class={`mail-preview ${size}`} src={src} title={title} height={720} sandbox="" />
  </section>
)
