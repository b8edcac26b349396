import { Heading, In, ownNames, usePage, useWords } from '#platform/html'
import type { Language } from '#platform/text'
import { writeMoment } from '#platform/time'
import type { Cue } from './captions.rules.ts'
import type { Chapter, Media } from './recording.data.ts'
import { paths } from './recordings.paths.ts'
import { turnsOf } from './turns.rules.ts'

export type PlayerProps = {
  slug: string
  media: Media
  /** The language that is read here, of those there are. */
  language: Language
  cues: Cue[]
  chapters: Chapter[]
  /** Where to begin, in milliseconds. */
  at: number
}

/** The recording with its captions; chapters and sentences that lead into it. Without script each link opens the page at its moment. */
export function Player(props: PlayerProps) {
  const { slug, media, language, cues, chapters } = props
  const t = useWords()
  return (
    <media-player>
      <section id="recording" class="recording" aria-label={t('Recording')}>
        <Recording {...props} />
        {chapters.length > 0 && <Chapters {...{ slug, chapters, language }} />}
      </section>
      {cues.length > 0 && <Transcript {...{ slug, cues, language, media }} />}
    </media-player>
  )
}

function Recording({ slug, media, language, at }: PlayerProps) {
  const t = useWords()
  const { recording, transcripts } = media
  if (!recording) return null
  const src = `${paths.recording(slug)}${at > 0 ? `#t=${Math.floor(at / 1000)}` : ''}`
  if (recording.mediaType.startsWith('audio/'))
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- What was said stands below it, sentence by sentence.
    return <audio controls preload="metadata" src={src} aria-label={t('Recording, sound only')} />
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- One track a language follows.
    <video controls preload="metadata" playsInline src={src} aria-label={t('Recording')}>
      {transcripts.map((transcript) => (
        <track
          key={transcript.language}
          kind="captions"
          srclang={transcript.language}
          label={ownNames[transcript.language]}
          src={paths.captions(slug, transcript.language)}
          default={transcript.language === language}
        />
      ))}
    </video>
  )
}

function Chapters({ slug, chapters, language }: Pick<PlayerProps, 'slug' | 'chapters' | 'language'>) {
  const t = useWords()
  return (
    <nav class="chapters" aria-label={t('Chapters')}>
      <ol>
        {chapters.map(({ startsAt, title }) => (
          <li key={startsAt}>
            <a href={paths.at(slug, startsAt)} data-at={startsAt}>
              <span class="moment">{writeMoment(startsAt)}</span> <In language={language}>{title}</In>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Transcript({ slug, cues, language, media }: Pick<PlayerProps, 'slug' | 'cues' | 'language' | 'media'>) {
  const t = useWords()
  return (
    <section class="transcript" aria-labelledby="transcript">
      <Heading id="transcript">{t('What was said')}</Heading>
      <p class="quiet">
        {t('Choose a sentence to hear it.')} <OtherTranscripts {...{ slug, language, media }} />
      </p>
      <div class="said" lang={language} tabIndex={0} role="region" aria-label={t('Transcript')}>
        {turnsOf(cues).map(({ speaker, sentences }) => (
          <p key={sentences[0]?.startsAt}>
            {speaker && <b class="speaker">{speaker}</b>}{' '}
            {sentences.map(({ startsAt, endsAt, words }) => (
              <>
                <a href={paths.at(slug, startsAt)} data-at={startsAt} data-until={endsAt}>
                  {words}
                </a>{' '}
              </>
            ))}
          </p>
        ))}
      </div>
    </section>
  )
}

function OtherTranscripts({ slug, language, media }: Pick<PlayerProps, 'slug' | 'language' | 'media'>) {
  const t = useWords()
  const { person } = usePage()
  const others = media.transcripts.filter((transcript) => transcript.language !== language)
  return (
    <>
      {others.map((other) => (
        <a key={other.language} href={`${paths.webinar(slug)}?words=${other.language}#transcript`} hreflang={other.language}>
          {t('Read it in {{language}}', { language: ownNames[other.language] })}
        </a>
      ))}{' '}
      <a href={paths.transcript(slug, language)}>{t('Keep it as text')}</a>
      {person?.isSteward && (
        <>
          {' '}
          <a href={paths.transcriptEdit(slug, language)}>{t('Correct it')}</a>
        </>
      )}
    </>
  )
}
