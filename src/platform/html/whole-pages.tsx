import type { ComponentChildren } from 'preact'
import { Button, type ButtonKind } from './button.tsx'
import { Form } from './form.tsx'
import { Layout } from './layout.tsx'
import { useWords } from './page-context.ts'
import { PageTitle } from './titles.tsx'

export type ConfirmPageProps = {
  title: string
  sentence: ComponentChildren
  action: string
  button: string
  kind?: ButtonKind | undefined
  hidden?: Record<string, string> | undefined
  children?: ComponentChildren | undefined
}

/** Where links in mails lead: it says what will happen, and has one button. Mail scanners that open it change nothing. */
export const ConfirmPage = ({ title, sentence, action, button, kind = 'primary', hidden = {}, children }: ConfirmPageProps) => (
  <Layout title={title} hidden>
    <PageTitle>{title}</PageTitle>
    <p>{sentence}</p>
    <Form action={action}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button kind={kind}>{button}</Button>
    </Form>
  </Layout>
)

export type ErrorPageProps = {
  status: number
  title: string
  sentence: ComponentChildren
  /** The sentence with the number to quote when asking for help. */
  number?: string | undefined
  children?: ComponentChildren | undefined
}

/** What went wrong and what to do next. */
export function ErrorPage({ status, title, sentence, number, children }: ErrorPageProps) {
  const t = useWords()
  return (
    <Layout title={title} hidden>
      <div class="error-page">
        <PageTitle above={String(status)}>{title}</PageTitle>
        <p>{sentence}</p>
        {children}
        <p class="acts">
          <a href="/">{t('Go to the front page')}</a> <a href="/contact">{t('Write to us')}</a>
        </p>
        {number && <p class="quiet">{number}</p>}
      </div>
    </Layout>
  )
}
