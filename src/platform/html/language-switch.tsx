import { languages } from '#platform/text'
import { ownNames } from './languages.tsx'
import { usePage } from './page-context.ts'

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
