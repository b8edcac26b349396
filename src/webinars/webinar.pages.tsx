import type { ComponentChildren, VNode } from 'preact'
import {
  DraftNotice,
  Entry,
  Facts,
  In,
  Layout,
  Lede,
  LinkButton,
  PageTitle,
  Prose,
  usePage,
  useWords,
  WritingControls,
  Written,
} from '#platform/html'
import { markdown } from '#platform/text'
import { formatDay } from '#platform/time'
import { SpeakerList, speakerPaths } from '#speakers'
import { filedFacts, RelatedList, topicPaths, type Filed, type Related } from '#topics'
import type { Webinar, WholeWebinar } from './webinar.data.ts'
import { paths } from './webinars.paths.ts'

/** A webinar in a list: title, one line, when, how long, who spoke, what is kept. */
export function WebinarEntry({ webinar, level, more }: { webinar: Webinar; level?: 2 | 3; more?: ComponentChildren }) {
  const t = useWords()
  const mark = (words: string) => words !== '' && <In language={webinar.language}>{words}</In>
  return (
    <Entry
      href={paths.webinar(webinar.slug)}
      level={level}
      more={more}
      title={mark(webinar.title)}
      line={mark(webinar.summary)}
      facts={[
        !webinar.publishedAt && t('Draft'),
        <HeldOn webinar={webinar} />,
        webinar.minutes !== null && t('{{count}} minutes', { count: webinar.minutes }),
        mark(webinar.speakers),
        webinar.hasRecording && t('Recording'),
        webinar.hasTranscript && t('Transcript'),
        webinar.hasSlides && t('Slides'),
      ]}
    />
  )
}

export type WebinarPageProps = {
  webinar: WholeWebinar
  /** What is kept here besides. */
  kept: { hasRecording: boolean; slides: { href: string; name: string } | null; mediaHref: string }
  player: VNode | null
  /** The slides, page by page. */
  slides: VNode | null
  filed: Filed
  related: Related[]
}

export function WebinarPage({ webinar, kept, player, slides, filed, related }: WebinarPageProps) {
  const t = useWords()
  const { person } = usePage()
  return (
    <Layout
      title={webinar.title}
      description={webinar.summary}
      facts={<WebinarFacts {...{ webinar, kept, filed }} />}
      scripts={player ? ['media-player.js'] : []}
      hidden={!webinar.publishedAt}
    >
      {person?.isSteward && !webinar.publishedAt && <DraftNotice action={paths.webinarPublication(webinar.slug)} />}
      <article>
        <Written language={webinar.language}>
          <PageTitle above={<a href={paths.webinars}>{t('Webinars')}</a>}>{webinar.title}</PageTitle>
          <Lede>{webinar.summary}</Lede>
        </Written>
        <SpeakerList speakers={webinar.who} />
        {player}
        <Written language={webinar.language} isTold>
          <Prose html={markdown(webinar.body)} />
        </Written>
        {slides}
      </article>
      <RelatedList related={related} />
      <section class="closing">
        <h2>{t('Be there next time')}</h2>
        <p class="acts">
          <LinkButton href="/events">{t('See what is coming up')}</LinkButton> <a href="/join">{t('Join the list')}</a>
        </p>
      </section>
    </Layout>
  )
}

/** Where none was chosen, who spoke is what was typed. */
const typedSpeakers = ({ who, speakers }: WholeWebinar) => (who.length > 0 ? '' : speakers)

function WebinarFacts({ webinar, kept, filed }: Pick<WebinarPageProps, 'webinar' | 'kept' | 'filed'>) {
  const t = useWords()
  const { person } = usePage()
  const { recording, slides, minutes } = webinar
  const speakers = typedSpeakers(webinar)
  return (
    <>
      <Facts
        facts={[
          { name: t('Held on'), value: <HeldOn webinar={webinar} /> },
          minutes !== null && { name: t('Length'), value: t('{{count}} minutes', { count: minutes }) },
          speakers !== '' && { name: t('Speakers'), value: <In language={webinar.language}>{speakers}</In> },
          {
            name: t('Recording'),
            value: <RecordingFact here={kept.hasRecording} elsewhere={recording} />,
          },
          kept.slides && { name: t('Slides'), value: <a href={kept.slides.href}>{kept.slides.name || t('Open the slides')}</a> },
          slides !== null && { name: t('Slides'), value: <Kept href={slides} words={t('Open the slides')} /> },
          ...filedFacts(filed, paths.webinars, t),
        ]}
      />
      {person?.isSteward && (
        <WritingControls
          edit={paths.webinarEdit(webinar.slug, webinar.language)}
          removal={paths.webinarRemoval(webinar.slug)}
          publication={paths.webinarPublication(webinar.slug)}
          isPublic={webinar.publishedAt !== null}
        >
          <a href={kept.mediaHref}>{t('Recording and slides')}</a>
          <a href={speakerPaths.choice('webinars', webinar.slug)}>{t('Speakers')}</a>
          <a href={topicPaths.filing('webinars', webinar.slug)}>{t('Steps and subjects')}</a>
        </WritingControls>
      )}
    </>
  )
}

function RecordingFact({ here, elsewhere }: { here: boolean; elsewhere: string | null }) {
  const t = useWords()
  if (here) return <a href="#recording">{t('Watch it here')}</a>
  return elsewhere ? <Kept href={elsewhere} words={t('Watch the recording')} /> : <>{t('There is no recording of this webinar.')}</>
}

/** It lies on another site, which hears of the reader only when they follow the link. */
function Kept({ href, words }: { href: string; words: string }) {
  const t = useWords()
  return (
    <>
      <a href={href} rel="noreferrer">
        {words}
      </a>{' '}
      <span class="quiet">{t('on {{site}}', { site: URL.parse(href)?.hostname ?? '' })}</span>
    </>
  )
}

function HeldOn({ webinar }: { webinar: Pick<Webinar, 'heldOn'> }) {
  const { language } = usePage()
  const noon = webinar.heldOn.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).toInstant()
  return <time dateTime={webinar.heldOn.toString()}>{formatDay(noon, 'UTC', language)}</time>
}
