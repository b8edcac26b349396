import {
  Button,
  EmptyState,
  EntryList,
  Field,
  Form,
  Layout,
  Lede,
  LinkButton,
  PageTitle,
  Pagination,
  Select,
  usePage,
  useWords,
} from '#platform/html'
import { speakerPaths } from '#speakers'
import { NarrowingFields } from '#topics'
import type { Webinar } from './webinar.data.ts'
import type { Parts } from './webinar-narrow.data.ts'
import { WebinarEntry } from './webinar.pages.tsx'
import { Hits } from './webinar-hits.pages.tsx'
import type { Hit, SlideHit } from './hit.rules.ts'
import { paths, type Narrowed } from './webinars.paths.ts'

export type Archive = { webinars: { webinar: Webinar; hits: Hit[]; slides: SlideHit[] }[]; inAll: number; pages: number }
export type WebinarsPageProps = Archive & { narrowed: Narrowed; parts: Parts; page: number }

/** The archive: what was held, by whom, and where to see it. */
export function WebinarsPage(props: WebinarsPageProps) {
  const { narrowed, page, pages } = props
  const t = useWords()
  const { person, language } = usePage()
  return (
    <Layout
      title={t('Webinars')}
      description={t('Past webinars: notes, recordings, slides, and what was said.')}
      feed={paths.webinarsFeed(language)}
      hidden={narrowed.asked !== ''}
    >
      <PageTitle>{t('Webinars')}</PageTitle>
      <Lede>
        {t('Past webinars: notes, recordings, slides, and what was said.')} <a href="/events">{t('See what is coming up')}</a>{' '}
        <a href={speakerPaths.speakers}>{t('Who spoke')}</a>
      </Lede>
      {person?.isSteward && (
        <p class="acts">
          <LinkButton href={paths.newWebinar} kind="quiet">
            {t('Add a webinar')}
          </LinkButton>
        </p>
      )}
      <NarrowingForm {...props} />
      <Results {...props} />
      <Pagination page={page} pages={pages} href={(other) => paths.webinarsOn(other, narrowed)} />
    </Layout>
  )
}

/** One form for all: what was chosen stays, and without script it is a plain address. */
function NarrowingForm({ narrowed, parts }: WebinarsPageProps) {
  const t = useWords()
  const { asked, year, speaker } = narrowed
  return (
    <Form action={paths.webinars} method="get" inline label={t('Search the webinars')}>
      <Field name="q" type="search" label={t('Search in what was said')} value={asked} maxLength={200} />
      <NarrowingFields counted={parts} chosen={narrowed} />
      {parts.years.length > 1 && (
        <Select
          name="year"
          label={t('Year')}
          value={String(year ?? '')}
          empty={t('All years')}
          options={parts.years.map((one) => ({ value: String(one.year), words: `${one.year} (${one.count})` }))}
        />
      )}
      {parts.speakers.length > 0 && (
        <Select
          name="speaker"
          label={t('Speaker')}
          value={speaker ?? ''}
          empty={t('All speakers')}
          options={parts.speakers.map(({ slug, name, count }) => ({ value: slug, words: `${name} (${count})` }))}
        />
      )}
      <Button kind="quiet">{t('Show')}</Button>
    </Form>
  )
}

function NothingFound({ asked, isNarrowed }: { asked: string; isNarrowed: boolean }) {
  const t = useWords()
  const all = <a href={paths.webinars}>{t('All webinars')}</a>
  if (asked)
    return <EmptyState sentence={t('Nothing was said of “{{asked}}”. Try fewer words, or another word for it.', { asked })} act={all} />
  return isNarrowed ? (
    <EmptyState sentence={t('Nothing in the archive is all of this.')} act={all} />
  ) : (
    <EmptyState sentence={t('No webinar has been kept here yet.')} act={<a href="/events">{t('See what is coming up')}</a>} />
  )
}

function Results({ webinars, inAll, narrowed }: WebinarsPageProps) {
  const t = useWords()
  const { asked } = narrowed
  const isNarrowed = paths.webinarsOn(1, narrowed) !== paths.webinars
  if (webinars.length === 0) return <NothingFound asked={asked} isNarrowed={isNarrowed} />
  return (
    <>
      {asked && <p role="status">{t('{{count}} webinars speak of “{{asked}}”', { count: inAll, asked })}</p>}
      {!asked && isNarrowed && (
        <p role="status">
          {t('{{count}} webinars', { count: inAll })} <a href={paths.webinars}>{t('All webinars')}</a>
        </p>
      )}
      <EntryList label={t('Webinars')}>
        {webinars.map(({ webinar, hits, slides }) => (
          <WebinarEntry key={webinar.id} webinar={webinar} level={2} more={<Hits slug={webinar.slug} hits={hits} slides={slides} />} />
        ))}
      </EntryList>
    </>
  )
}
