import {
  EmptyState,
  Entry,
  EntryList,
  Facts,
  In,
  Layout,
  Lede,
  LinkButton,
  PageTitle,
  Pagination,
  Prose,
  usePage,
  useWords,
  Written,
} from '#platform/html'
import { markdown } from '#platform/text'
import { formatDay } from '#platform/time'
import type { Webinar } from './webinar.data.ts'
import { WebinarControls, WebinarDraftNotice } from './webinar-controls.pages.tsx'
import { paths } from './webinars.paths.ts'

/** The archive: what was held, by whom, and where to see it. */
export function WebinarsPage({ webinars, page, pages }: { webinars: Webinar[]; page: number; pages: number }) {
  const t = useWords()
  const { person } = usePage()
  return (
    <Layout title={t('Webinars')} description={t('Notes of past webinars, with recordings and slides where they are kept.')}>
      <PageTitle>{t('Webinars')}</PageTitle>
      <Lede>
        {t('Notes of past webinars, with recordings and slides where they are kept.')} <a href="/events">{t('See what is coming up')}</a>
      </Lede>
      {person?.isSteward && (
        <p class="acts">
          <LinkButton href={paths.newWebinar} kind="quiet">
            {t('Add a webinar')}
          </LinkButton>
        </p>
      )}
      {webinars.length > 0 ? (
        <EntryList label={t('Webinars')}>
          {webinars.map((webinar) => (
            <WebinarEntry key={webinar.id} webinar={webinar} level={2} />
          ))}
        </EntryList>
      ) : (
        <EmptyState sentence={t('No webinar has been kept here yet.')} act={<a href="/events">{t('See what is coming up')}</a>} />
      )}
      <Pagination page={page} pages={pages} href={paths.webinarsOn} />
    </Layout>
  )
}

/** A webinar in a list: title, one line, when, how long, who spoke, what is kept. */
export function WebinarEntry({ webinar, level }: { webinar: Webinar; level?: 2 | 3 }) {
  const t = useWords()
  const mark = (words: string) => words !== '' && <In language={webinar.language}>{words}</In>
  return (
    <Entry
      href={paths.webinar(webinar.slug)}
      level={level}
      title={mark(webinar.title)}
      line={mark(webinar.summary)}
      facts={[
        !webinar.publishedAt && t('Draft'),
        <HeldOn webinar={webinar} />,
        webinar.minutes !== null && t('{{count}} minutes', { count: webinar.minutes }),
        mark(webinar.speakers),
        webinar.recording !== null && t('Recording'),
        webinar.slides !== null && t('Slides'),
      ]}
    />
  )
}

export function WebinarPage({ webinar }: { webinar: Webinar }) {
  const t = useWords()
  const { person } = usePage()
  return (
    <Layout title={webinar.title} description={webinar.summary} facts={<WebinarFacts webinar={webinar} />} hidden={!webinar.publishedAt}>
      {person?.isSteward && !webinar.publishedAt && <WebinarDraftNotice webinar={webinar} />}
      <article>
        <Written language={webinar.language}>
          <PageTitle above={<a href={paths.webinars}>{t('Webinars')}</a>}>{webinar.title}</PageTitle>
          <Lede>{webinar.summary}</Lede>
          <Prose html={markdown(webinar.body)} />
        </Written>
      </article>
      <section class="closing">
        <h2>{t('Be there next time')}</h2>
        <p class="acts">
          <LinkButton href="/events">{t('See what is coming up')}</LinkButton> <a href="/join">{t('Join the list')}</a>
        </p>
      </section>
    </Layout>
  )
}

function WebinarFacts({ webinar }: { webinar: Webinar }) {
  const t = useWords()
  const { person } = usePage()
  const { recording, slides, minutes, speakers } = webinar
  return (
    <>
      <Facts
        facts={[
          { name: t('Held on'), value: <HeldOn webinar={webinar} /> },
          minutes !== null && { name: t('Length'), value: t('{{count}} minutes', { count: minutes }) },
          speakers !== '' && { name: t('Speakers'), value: <In language={webinar.language}>{speakers}</In> },
          {
            name: t('Recording'),
            value: recording ? <Kept href={recording} words={t('Watch the recording')} /> : t('There is no recording of this webinar.'),
          },
          slides !== null && { name: t('Slides'), value: <Kept href={slides} words={t('Open the slides')} /> },
        ]}
      />
      {person?.isSteward && <WebinarControls webinar={webinar} />}
    </>
  )
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
