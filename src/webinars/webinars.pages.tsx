import {
  Button,
  EmptyState,
  EntryList,
  Field,
  Filter,
  Form,
  Layout,
  Lede,
  LinkButton,
  PageTitle,
  Pagination,
  usePage,
  useWords,
} from '#platform/html'
import type { Webinar } from './webinar.data.ts'
import { WebinarEntry } from './webinar.pages.tsx'
import { Hits } from './webinar-hits.pages.tsx'
import type { Hit } from './hit.rules.ts'
import { paths, type Narrowed } from './webinars.paths.ts'

export type Archive = { webinars: { webinar: Webinar; hits: Hit[] }[]; inAll: number; pages: number }
export type WebinarsPageProps = Archive & { narrowed: Narrowed; years: number[]; page: number }

/** The archive: what was held, by whom, and where to see it. */
export function WebinarsPage(props: WebinarsPageProps) {
  const { narrowed, page, pages } = props
  const t = useWords()
  const { person } = usePage()
  return (
    <Layout
      title={t('Webinars')}
      description={t('Past webinars: notes, recordings, slides, and what was said.')}
      hidden={narrowed.asked !== ''}
    >
      <PageTitle>{t('Webinars')}</PageTitle>
      <Lede>
        {t('Past webinars: notes, recordings, slides, and what was said.')} <a href="/events">{t('See what is coming up')}</a>
      </Lede>
      {person?.isSteward && (
        <p class="acts">
          <LinkButton href={paths.newWebinar} kind="quiet">
            {t('Add a webinar')}
          </LinkButton>
        </p>
      )}
      <Narrowing {...props} />
      <Results {...props} />
      <Pagination page={page} pages={pages} href={(other) => paths.webinarsOn(other, narrowed)} />
    </Layout>
  )
}

function Narrowing({ narrowed, years }: WebinarsPageProps) {
  const t = useWords()
  const { asked, year } = narrowed
  return (
    <>
      <Form action={paths.webinars} method="get" inline label={t('Search the webinars')}>
        <Field name="q" type="search" label={t('Search in what was said')} value={asked} maxLength={200} />
        {year !== null && <input type="hidden" name="year" value={year} />}
        <Button kind="quiet">{t('Search')}</Button>
      </Form>
      {years.length > 1 && (
        <Filter
          label={t('Year')}
          links={[
            { href: paths.webinarsOn(1, { asked, year: null }), words: t('All years'), current: year === null },
            ...years.map((one) => ({ href: paths.webinarsOn(1, { asked, year: one }), words: String(one), current: one === year })),
          ]}
        />
      )}
    </>
  )
}

function Results({ webinars, inAll, narrowed }: WebinarsPageProps) {
  const t = useWords()
  const { asked } = narrowed
  const comingUp = <a href="/events">{t('See what is coming up')}</a>
  if (webinars.length === 0)
    return asked ? (
      <EmptyState
        sentence={t('Nothing was said of “{{asked}}”. Try fewer words, or another word for it.', { asked })}
        act={<a href={paths.webinars}>{t('All webinars')}</a>}
      />
    ) : (
      <EmptyState sentence={t('No webinar has been kept here yet.')} act={comingUp} />
    )
  return (
    <>
      {asked && <p role="status">{t('{{count}} webinars speak of “{{asked}}”', { count: inAll, asked })}</p>}
      <EntryList label={t('Webinars')}>
        {webinars.map(({ webinar, hits }) => (
          <WebinarEntry key={webinar.id} webinar={webinar} level={2} more={hits.length > 0 && <Hits slug={webinar.slug} hits={hits} />} />
        ))}
      </EntryList>
    </>
  )
}
