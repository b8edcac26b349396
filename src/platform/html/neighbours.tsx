import type { ComponentChildren } from 'preact'
import { useWords } from './page-context.ts'

export type Neighbour = { href: string; title: ComponentChildren }

/** The one before and the one after, by their titles. */
export function Neighbours({ previous, next }: { previous?: Neighbour | undefined; next?: Neighbour | undefined }) {
  const t = useWords()
  if (!previous && !next) return null
  return (
    <nav class="neighbours" aria-label={t('Before and after')}>
      {previous && (
        <a rel="prev" href={previous.href}>
          <span>{t('Previous')}</span> {previous.title}
        </a>
      )}
      {next && (
        <a rel="next" href={next.href}>
          <span>{t('Next')}</span> {next.title}
        </a>
      )}
    </nav>
  )
}
