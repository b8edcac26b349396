import {
  Acts,
  EmptyState,
  Entry,
  EntryList,
  Heading,
  Layout,
  Lede,
  LinkButton,
  Notice,
  PageTitle,
  Pagination,
  Status,
  usePage,
  useWords,
} from '#platform/html'
import { wordsFor, type Language } from '#platform/text'
import { formatDay } from '#platform/time'
import { LetterArticle, fillGeneral, inLanguage, type Letter } from '#letters'
import { EditionControls } from './edition-controls.pages.tsx'
import type { Edition, EditionBrief } from './edition.data.ts'
import { stateOf, type EditionState } from './edition.rules.ts'
import { paths } from './editions.paths.ts'

export type UpdatesPageProps = {
  editions: EditionBrief[]
  /** Of stewards: what is not out yet. */ inHand: Edition[]
  page: number
  pages: number
}

/** All editions, the newest first. */
export function UpdatesPage({ editions, inHand, page, pages }: UpdatesPageProps) {
  const t = useWords()
  const { person, language, network } = usePage()
  const about = t('What is coming up, what is new and what others have learned, once a month.')
  return (
    <Layout title={t('Updates')} description={about} feed={paths.feed(language)}>
      <PageTitle>{t('Updates')}</PageTitle>
      <Lede>{about}</Lede>
      {person?.isSteward && <InHand editions={inHand} />}
      {person?.isSteward && <Heading>{t('Published')}</Heading>}
      {editions.length > 0 ? (
        <EntryList label={t('Updates')}>
          {editions.map((edition) => (
            <Entry
              key={edition.id}
              href={paths.edition(edition.slug)}
              level={2}
              {...wordsOf(edition, language)}
              facts={[edition.publishedAt && formatDay(edition.publishedAt, network.timeZone, language)]}
            />
          ))}
        </EntryList>
      ) : (
        <EmptyState
          sentence={t('The first update is being written.')}
          act={<a href="/join">{t('Join the list and get it by e-mail')}</a>}
        />
      )}
      <Pagination page={page} pages={pages} href={paths.updatesOn} />
    </Layout>
  )
}

function wordsOf({ subject, preheader, letters }: Pick<EditionBrief, 'subject' | 'preheader' | 'letters'>, language: Language) {
  const t = wordsFor(language)
  const letter = letters?.[language]
  return {
    title: fillGeneral(letter?.subject || inLanguage(subject, language).text, language) || t('No subject yet'),
    line: fillGeneral(letter?.preheader ?? inLanguage(preheader, language).text, language) || undefined,
  }
}

function InHand({ editions }: { editions: Edition[] }) {
  const t = useWords()
  const { language, now } = usePage()
  return (
    <section>
      <Heading more={<LinkButton href={paths.newEdition}>{t('Write an update')}</LinkButton>}>{t('In hand')}</Heading>
      {editions.length > 0 && (
        <EntryList>
          {editions.map((edition) => {
            const state = stateOf(edition, now)
            return (
              <Entry
                key={edition.id}
                href={state === 'sending' ? paths.sending(edition.slug) : paths.edit(edition.slug)}
                {...wordsOf(edition, language)}
                facts={[<StateOf state={state} />]}
              />
            )
          })}
        </EntryList>
      )}
    </section>
  )
}

function StateOf({ state }: { state: EditionState }) {
  const t = useWords()
  const words: Record<EditionState, string> = {
    draft: t('Draft'),
    published: t('On the web only'),
    scheduled: t('Scheduled'),
    late: t('Late: look at it'),
    sending: t('Being sent'),
    sent: t('Sent'),
    cancelled: t('Cancelled half-way'),
  }
  return <Status kind={state === 'late' ? 'problem' : state === 'sent' ? 'good' : 'quiet'}>{words[state]}</Status>
}

export type EditionPageProps = { edition: Edition; letter: Letter; corrections: { note: string; correctedAt: Temporal.Instant }[] }

/** The web copy of one edition. */
export function EditionPage({ edition, letter, corrections }: EditionPageProps) {
  const t = useWords()
  const { person, language, network } = usePage()
  const { title, line } = wordsOf({ ...edition, letters: { en: letter, es: letter } }, language)
  const day = (at: Temporal.Instant) => formatDay(at, network.timeZone, language)
  return (
    <Layout
      title={title}
      description={line}
      picture={edition.publishedAt ? paths.sharePicture(edition.slug, language) : undefined}
      feed={paths.feed(language)}
      hidden={!edition.publishedAt}
    >
      {person?.isSteward && <EditionControls edition={edition} />}
      <article>
        <PageTitle above={<a href={paths.updates}>{t('Updates')}</a>}>{title}</PageTitle>
        {edition.publishedAt && <p class="quiet">{day(edition.publishedAt)}</p>}
        {corrections.map(({ note, correctedAt }) => (
          <Notice key={correctedAt.toString()}>{t('Corrected on {{day}}: {{note}}', { day: day(correctedAt), note })}</Notice>
        ))}
        <LetterArticle letter={letter} />
      </article>
      <section class="closing">
        <h2>{t('Get the next one')}</h2>
        <Acts>
          <LinkButton href="/join">{t('Join the list')}</LinkButton>
        </Acts>
      </section>
    </Layout>
  )
}
