import type { ComponentChildren } from 'preact'
import {
  Button,
  DraftNotice,
  EmptyState,
  Entry,
  EntryList,
  Facts,
  Form,
  In,
  Layout,
  Lede,
  LinkButton,
  Neighbours,
  PageTitle,
  Pagination,
  Prose,
  usePage,
  useWords,
  WritingControls,
  Written,
} from '#platform/html'
import { markdown } from '#platform/text'
import { formatDay } from '#platform/time'
import {
  DidThisHelp,
  filedFacts,
  NarrowingFields,
  RelatedList,
  topicPaths,
  type Counted,
  type Filed,
  type Narrowing,
  type Related,
} from '#topics'
import type { Neighbour as Title, Tip } from './tip.data.ts'
import { readingMinutes } from './tip.rules.ts'
import { TipHour } from './tip-hour.pages.tsx'
import { paths } from './toolkit.paths.ts'

export type TipsPageProps = { tips: Tip[]; inAll: number; narrowed: Narrowing; counted: Counted; page: number; pages: number }

/** All tips, newest first; stewards see their drafts among them. */
export function TipsPage({ tips, inAll, narrowed, counted, page, pages }: TipsPageProps) {
  const t = useWords()
  const { person, language } = usePage()
  return (
    <Layout
      title={t('Tips')}
      description={t('Ten minutes of practical help each, with something to try this week.')}
      feed={paths.tipsFeed(language)}
    >
      <PageTitle>{t('Tips')}</PageTitle>
      <Lede>{t('Ten minutes of practical help each, with something to try this week.')}</Lede>
      {person?.isSteward && (
        <p class="acts">
          <LinkButton href={paths.newTip} kind="quiet">
            {t('Write a tip')}
          </LinkButton>
        </p>
      )}
      <NarrowingForm {...{ inAll, narrowed, counted }} />
      {tips.length > 0 ? (
        <EntryList label={t('Tips')}>
          {tips.map((tip) => (
            <TipEntry key={tip.id} tip={tip} level={2} />
          ))}
        </EntryList>
      ) : (
        <EmptyState sentence={t('The first tip is being written.')} act={<a href="/join">{t('Join the list and get it by e-mail')}</a>} />
      )}
      <Pagination page={page} pages={pages} href={(other) => paths.tipsOn(other, narrowed)} />
    </Layout>
  )
}

function NarrowingForm({ inAll, narrowed, counted }: Pick<TipsPageProps, 'inAll' | 'narrowed' | 'counted'>) {
  const t = useWords()
  const isNarrowed = narrowed.step !== null || narrowed.subject !== null
  if (counted.steps.length + counted.subjects.length === 0) return null
  return (
    <>
      <Form action={paths.tips} method="get" inline label={t('Narrow the tips')}>
        <NarrowingFields counted={counted} chosen={narrowed} />
        <Button kind="quiet">{t('Show')}</Button>
      </Form>
      {isNarrowed && (
        <p role="status">
          {t('{{count}} tips', { count: inAll })} <a href={paths.tips}>{t('All tips')}</a>
        </p>
      )}
    </>
  )
}

/** A tip in a list: title, one line, its step, its minutes, its day. */
export function TipEntry({ tip, level }: { tip: Tip; level?: 2 | 3 }) {
  const t = useWords()
  const minutes = readingMinutes(tip.body)
  return (
    <Entry
      href={paths.tip(tip.slug)}
      level={level}
      title={<In language={tip.language}>{tip.title}</In>}
      line={<In language={tip.language}>{tip.summary}</In>}
      facts={[
        tip.step && <In language={tip.language}>{tip.step}</In>,
        t('{{count}} minutes to read', { count: minutes }),
        <TipDay tip={tip} />,
      ]}
    />
  )
}

export type TipPageProps = {
  tip: Tip
  older?: Title | undefined
  newer?: Title | undefined
  /** The form to join the list. */
  join: ComponentChildren
  filed: Filed
  related: Related[]
}

export function TipPage({ tip, older, newer, join, filed, related }: TipPageProps) {
  const t = useWords()
  const { person, language } = usePage()
  const link = (title: Title | undefined) =>
    title && { href: paths.tip(title.slug), title: <In language={title.language}>{title.title}</In> }
  return (
    <Layout
      title={tip.title}
      description={tip.summary}
      feed={paths.tipsFeed(language)}
      facts={<TipFacts tip={tip} filed={filed} />}
      hidden={!tip.publishedAt}
    >
      {person?.isSteward && !tip.publishedAt && <DraftParts tip={tip} />}
      <article>
        <Written language={tip.language}>
          <PageTitle above={<a href={paths.tips}>{t('Tips')}</a>}>{tip.title}</PageTitle>
          <Lede>{tip.summary}</Lede>
          <Prose html={markdown(tip.body)} />
        </Written>
      </article>
      {tip.publishedAt && <DidThisHelp kind="tips" slug={tip.slug} />}
      <RelatedList related={related} />
      <section class="closing">
        <h2>{t('Get the next one')}</h2>
        <p>{t('The monthly update brings each new tip to your mailbox, with the next dates.')}</p>
        {join}
      </section>
      <Neighbours previous={link(older)} next={link(newer)} />
    </Layout>
  )
}

function DraftParts({ tip }: { tip: Tip }) {
  return (
    <>
      <DraftNotice action={paths.tipPublication(tip.slug)} />
      <TipHour tip={tip} />
    </>
  )
}

function TipFacts({ tip, filed }: { tip: Tip; filed: Filed }) {
  const t = useWords()
  const { person } = usePage()
  const mark = (words: string) => <In language={tip.language}>{words}</In>
  return (
    <>
      <Facts
        facts={[
          filed.steps.length === 0 && tip.step !== '' && { name: t('Step'), value: mark(tip.step) },
          ...filedFacts(filed, paths.tips, t),
          { name: t('Reading time'), value: t('{{count}} minutes', { count: readingMinutes(tip.body) }) },
          { name: t('Published'), value: <TipDay tip={tip} /> },
          tip.author !== '' && { name: t('By'), value: mark(tip.author) },
        ]}
      />
      {person?.isSteward && (
        <WritingControls
          edit={paths.tipEdit(tip.slug, tip.language)}
          removal={paths.tipRemoval(tip.slug)}
          publication={paths.tipPublication(tip.slug)}
          isPublic={tip.publishedAt !== null}
        >
          <a href={topicPaths.filing('tips', tip.slug)}>{t('Steps and subjects')}</a>
        </WritingControls>
      )}
    </>
  )
}

/** The day it was published, in the community's zone; drafts have none. */
function TipDay({ tip }: { tip: Pick<Tip, 'publishedAt'> }) {
  const t = useWords()
  const { language, network } = usePage()
  if (!tip.publishedAt) return <>{t('Draft')}</>
  return <time dateTime={tip.publishedAt.toString()}>{formatDay(tip.publishedAt, network.timeZone, language)}</time>
}

/** How long a tip takes to read. */
export function TipMinutes({ body }: { body: string }) {
  const t = useWords()
  return <>{t('{{count}} minutes to read', { count: readingMinutes(body) })}</>
}
