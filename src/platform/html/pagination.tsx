import { useWords } from './page-context.ts'

/** Newer and older, and where one is. `href(page)` gives the address of a page, counted from 1. */
export function Pagination({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
  const t = useWords()
  if (pages <= 1) return null
  return (
    <nav class="pagination" aria-label={t('Pages')}>
      {page > 1 && (
        <a rel="prev" href={href(page - 1)}>
          {t('Previous page')}
        </a>
      )}
      <span>{t('Page {{page}} of {{pages}}', { page, pages })}</span>
      {page < pages && (
        <a rel="next" href={href(page + 1)}>
          {t('Next page')}
        </a>
      )}
    </nav>
  )
}
