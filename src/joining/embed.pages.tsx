import { Heading, Layout, Lede, PageTitle, useWords } from '#platform/html'
import { paths } from './joining.paths.ts'

/** How another site gets the form: text to copy, and how it looks there. */
export function EmbedPage({ snippet }: { snippet: string }) {
  const t = useWords()
  return (
    <Layout title={t('Put the form on your own site')} hidden>
      <PageTitle>{t('Put the form on your own site')}</PageTitle>
      <Lede>{t('Copy this text into a page of your site. Whoever fills it in gets a mail from us to confirm.')}</Lede>
      <Heading id="copy">{t('Copy this')}</Heading>
      <textarea class="input full" readOnly rows={12} spellcheck={false} aria-labelledby="copy" value={snippet} />
      <p class="hint">{t('It is plain HTML without script or style, so it takes on the look of your page.')}</p>
      <Heading>{t('How it looks without your style')}</Heading>
      <iframe src={paths.embedPreview} title={t('How it looks without your style')} sandbox="" height="320" />
    </Layout>
  )
}
