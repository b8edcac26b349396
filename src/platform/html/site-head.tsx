import { LanguageSwitch } from './language-switch.tsx'
import { currentMark, headLinks } from './navigation.ts'
import { usePage, useWords } from './page-context.ts'

export function SiteHead() {
  const { network, path } = usePage()
  const t = useWords()
  return (
    <header class="site-head">
      <a class="site-name" href="/" aria-current={currentMark('/', path)}>
        {network.logo && <img src={network.logo} alt="" height="36" />}
        <span>{network.name}</span>
      </a>
      <nav class="site-nav" aria-label={t('Main')}>
        <ul>
          {headLinks.map((link) => (
            <li key={link.href}>
              <a href={link.href} aria-current={currentMark(link.href, path)}>
                {t(link.words)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="site-tools">
        <LanguageSwitch />
        <MyLinks />
      </div>
    </header>
  )
}

function MyLinks() {
  const { person, path } = usePage()
  const t = useWords()
  if (!person)
    return (
      <a href="/sign-in" aria-current={currentMark('/sign-in', path)}>
        {t('Sign in')}
      </a>
    )
  return (
    <>
      {person.isSteward && (
        <a href="/admin" aria-current={currentMark('/admin', path)}>
          {t('Desk')}
        </a>
      )}
      <a class="my-name" href="/me" aria-current={currentMark('/me', path)}>
        {person.name || t('My page')}
      </a>
    </>
  )
}
