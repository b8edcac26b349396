import type { ComponentChildren } from 'preact'
import { markdown, type Language } from '#platform/text'
import { Button } from './button.tsx'
import { Form, type FormState } from './form.tsx'
import { LanguageTabs, type LanguageTabsProps } from './languages.tsx'
import { Layout } from './layout.tsx'
import { useWords } from './page-context.ts'
import { Prose } from './prose.tsx'
import { Lede, PageTitle } from './titles.tsx'

export type WritingPageProps = {
  title: string
  /** Where the text is read, or the list it will stand in. */
  back: { href: string; words: ComponentChildren }
  action: string
  tabs: LanguageTabsProps
  form: FormState
  /** When these words were saved last, as the writer saw it: so that nobody writes over another's words unawares. */
  seen: string
  /** Shows what is typed as it will be read. */
  preview?: boolean | undefined
  /** What is put into the Markdown before it is shown. */
  fill?: ((body: string) => string) | undefined
  children: ComponentChildren
}

/** Where stewards write: one language at a time, saved or looked at first. */
export function WritingPage({ title, back, action, tabs, form, seen, preview, fill = (body) => body, children }: WritingPageProps) {
  const t = useWords()
  return (
    <Layout title={title} hidden>
      <PageTitle above={<a href={back.href}>{back.words}</a>}>{title}</PageTitle>
      <LanguageTabs {...tabs} />
      {preview && <Preview {...{ title: '', summary: '', body: '', ...form.values }} language={tabs.current} fill={fill} />}
      <Form action={action} errors={form.errors}>
        <input type="hidden" name="language" value={tabs.current} />
        <input type="hidden" name="seen" value={seen} />
        {children}
        <p class="acts">
          <Button>{t('Save')}</Button>
          <Button kind="quiet" name="act" value="preview">
            {t('Preview')}
          </Button>
        </p>
      </Form>
    </Layout>
  )
}

type PreviewProps = { title: string; summary: string; body: string; language: Language; fill: (body: string) => string }

function Preview({ title, summary, body, language, fill }: PreviewProps) {
  const t = useWords()
  return (
    <section class="preview" aria-labelledby="preview" tabIndex={-1} data-take-focus>
      <p class="above" id="preview">
        {t('Preview: nothing is saved yet')}
      </p>
      <div lang={language}>
        <h2>{title}</h2>
        {summary && <Lede>{summary}</Lede>}
        <Prose html={markdown(fill(body))} />
      </div>
    </section>
  )
}
