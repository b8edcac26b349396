import { languages, type Language } from '#platform/text'
import { usePage } from './page-context.ts'

/** Each language names itself, so that whoever needs it can find it. */
const ownNames: Record<Language, string> = { en: 'English', es: 'Español' }

/** One button for each other language; the answer leads back to this page. */
export function LanguageSwitch() {
  const { language, path } = usePage()
  return (
    <form class="language-switch" method="post" action="/language">
      <input type="hidden" name="next" value={path} />
      {languages
        .filter((other) => other !== language)
        .map((other) => (
          <button key={other} name="language" value={other} lang={other}>
            {ownNames[other]}
          </button>
        ))}
    </form>
  )
}
