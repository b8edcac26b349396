import { In, useWords } from '#platform/html'
import { writeMoment } from '#platform/time'
import { marks, type Hit, type SlideHit } from './hit.rules.ts'
import { paths } from './webinars.paths.ts'

/** The sentences that speak of what was asked, each leading to its second; then the slides, each leading to its page. */
export function Hits({ slug, hits, slides }: { slug: string; hits: Hit[]; slides: SlideHit[] }) {
  const t = useWords()
  if (hits.length + slides.length === 0) return null
  return (
    <ul class="hits" aria-label={t('Sentences and slides that speak of it')}>
      {hits.map((hit) => (
        <li key={hit.startsAt}>
          <a href={`${paths.webinar(slug)}?at=${Math.floor(hit.startsAt / 1000)}&words=${hit.language}#recording`}>
            {writeMoment(hit.startsAt)}
          </a>{' '}
          <In language={hit.language}>
            {hit.speaker && `${hit.speaker}: `}
            <Marked words={hit.words} />
          </In>
        </li>
      ))}
      {slides.map(({ page, words }) => (
        <li key={`slide ${page}`}>
          <a href={paths.slide(slug, page)}>{t('Slide {{number}}', { number: page })}</a> <Marked words={words} />
        </li>
      ))}
    </ul>
  )
}

/** The words that were asked for stand out. */
const Marked = ({ words }: { words: string }) => (
  <>
    {words.split(marks.begin).map((piece, at) => {
      const [marked = '', ...rest] = piece.split(marks.end)
      return at === 0 ? (
        piece
      ) : (
        <>
          <mark>{marked}</mark>
          {rest.join('')}
        </>
      )
    })}
  </>
)
