import { Heading, useWords } from '#platform/html'
import { paths } from './recordings.paths.ts'
import type { SlidePage } from './slides.data.ts'

/** So much of a slide's words is read for its picture; all of them stand below. */
const longestAlt = 300

/** Slides page by page, without script; all their words below, for whoever reads or hears instead. */
export function Slides({ slug, pages, at }: { slug: string; pages: SlidePage[]; at: number }) {
  const t = useWords()
  const slide = pages[at - 1]
  if (!slide) return null
  const place = t('Slide {{number}} of {{count}}', { number: at, count: pages.length })
  const alt = slide.words ? `${place}: ${slide.words.slice(0, longestAlt)}` : place
  return (
    <section id="slides" class="slides">
      <Heading>{t('Slides')}</Heading>
      <img src={paths.slidePage(slug, at)} width={slide.width} height={slide.height} alt={alt} loading="lazy" />
      <nav class="slide-turns" aria-label={t('Turn the slides')}>
        {at > 1 ? <a href={paths.slideAt(slug, at - 1)}>{t('Previous slide')}</a> : <span />}
        <span>{place}</span>
        {at < pages.length ? <a href={paths.slideAt(slug, at + 1)}>{t('Next slide')}</a> : <span />}
      </nav>
      <details>
        <summary>{t('All slides in words')}</summary>
        <ol>
          {pages.map(({ page, words }) => (
            <li key={page}>
              <a href={paths.slideAt(slug, page)}>{t('Slide {{number}}', { number: page })}</a> {words}
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}
