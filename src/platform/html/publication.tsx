import type { ComponentChildren } from 'preact'
import type { Language } from '#platform/text'
import { Button } from './button.tsx'
import { Form } from './form.tsx'
import { ownNames } from './languages.tsx'
import { Notice } from './notice.tsx'
import { useWords } from './page-context.ts'
import { Acts } from './titles.tsx'
import { ConfirmPage } from './whole-pages.tsx'

/** Over a draft: that it is one, and the button that publishes it. */
export function DraftNotice({ action, children }: { action: string; children?: ComponentChildren }) {
  const t = useWords()
  return (
    <Notice>
      <p>{children ?? t('This is a draft. Only stewards see it.')}</p>
      <Acts>
        <Form action={action}>
          <Button name="publish" value="yes">
            {t('Publish')}
          </Button>
        </Form>
      </Acts>
    </Notice>
  )
}

export type WritingControlsProps = {
  edit: string
  removal: string
  publication: string
  isPublic: boolean
  /** What else can be done with it. */
  children?: ComponentChildren
}

/** What stewards can do with a text they wrote, beside it. */
export function WritingControls({ edit, removal, publication, isPublic, children }: WritingControlsProps) {
  const t = useWords()
  return (
    <Acts>
      <a href={edit}>{t('Edit')}</a>
      {children}
      <a href={removal}>{t('Remove')}</a>
      {isPublic && (
        <Form action={publication}>
          <Button kind="quiet" name="publish" value="no">
            {t('Take back to drafts')}
          </Button>
        </Form>
      )}
    </Acts>
  )
}

export type WordsRemovalProps = { question: string; title: string; action: string; written: Language[] }

/** Asks before a text goes: all of it, or the words of one language. */
export function WordsRemovalPage({ question, title, action, written }: WordsRemovalProps) {
  const t = useWords()
  return (
    <ConfirmPage
      title={question}
      sentence={t('“{{title}}” will be gone for good, in every language. To hide it for a while, take it back to drafts instead.', {
        title,
      })}
      action={action}
      button={t('Remove it for good')}
      kind="danger"
    >
      {written.length > 1 &&
        written.map((language) => (
          <Button key={language} kind="quiet" name="only" value={language}>
            {t('Remove only the words in {{language}}', { language: ownNames[language] })}
          </Button>
        ))}
    </ConfirmPage>
  )
}
