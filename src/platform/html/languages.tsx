import type { ComponentChildren } from 'preact'
import { languages, type Language } from '#platform/text'
import { usePage, useWords } from './page-context.ts'

/** Each language names itself, so that whoever needs it can find it. */
export const ownNames: Record<Language, string> = { en: 'English', es: 'Español' }

/** What somebody wrote, marked with its language where that is not the page's. */
export function In({ language, children }: { language: Language; children: ComponentChildren }) {
  const page = usePage()
  return language === page.language ? <>{children}</> : <span lang={language}>{children}</span>
}

/** The same around paragraphs; says that this page has not been translated. */
export function Written({
  language,
  isTold,
  children,
}: {
  language: Language
  /** Above on the same page. */ isTold?: boolean
  children: ComponentChildren
}) {
  const t = useWords()
  const page = usePage()
  if (language === page.language) return <>{children}</>
  return (
    <>
      {!isTold && <p class="quiet">{language === 'en' ? t('This page is in English for now.') : t('This page is in Spanish for now.')}</p>}
      <div lang={language}>{children}</div>
    </>
  )
}

export type LanguageTabsProps = { current: Language; written: Language[]; href: (language: Language) => string }

/** Which language one writes in; one that has no words yet says so. */
export function LanguageTabs({ current, written, href }: LanguageTabsProps) {
  const t = useWords()
  return (
    <nav class="language-tabs" aria-label={t('Language of the text')}>
      <ul>
        {languages.map((language) => (
          <li key={language}>
            <a href={href(language)} aria-current={language === current ? 'page' : undefined}>
              <span lang={language}>{ownNames[language]}</span>{' '}
              {!written.includes(language) && <span class="quiet">{t('not written yet')}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
