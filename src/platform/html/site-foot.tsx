import { LanguageSwitch } from './language-switch.tsx'
import { currentMark, footLinks } from './navigation.ts'
import { usePage, useWords } from './page-context.ts'

export function SiteFoot() {
  const { network, origin, path } = usePage()
  const t = useWords()
  return (
    <footer class="site-foot">
      <p class="site-foot-name">{network.name}</p>
      <nav aria-label={t('About this site')}>
        <ul>
          {footLinks.map((link) => (
            <li key={link.href}>
              <a href={link.href} aria-current={currentMark(link.href, path)}>
                {t(link.words)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <LanguageSwitch />
      <p class="printed-address">
        {origin}
        {path}
      </p>
    </footer>
  )
}
