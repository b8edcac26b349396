import {
  Acts,
  Button,
  DraftNotice,
  EmptyState,
  Entry,
  EntryList,
  Facts,
  Field,
  Form,
  Heading,
  In,
  Layout,
  Lede,
  LinkButton,
  Notice,
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
import { filedFacts, NarrowingFields, RelatedList, topicPaths, type Counted, type Filed, type Narrowing, type Related } from '#topics'
import type { AnswerLink } from './answer-link.data.ts'
import { AnswerLinks, Linking, type LinkingProps } from './answer-link.pages.tsx'
import type { Answer, Outcomes } from './answer.data.ts'
import type { Help } from './office-hours.tables.ts'
import { newsKey, paths } from './office-hours.paths.ts'
import { helpWords } from './question.words.ts'

export type AnswersPageProps = {
  answers: Answer[]
  inAll: number
  asked: string
  narrowed: Narrowing
  counted: Counted
  page: number
  pages: number
}

/** What was asked before, and what was answered. */
export function AnswersPage({ answers, inAll, asked, narrowed, counted, page, pages }: AnswersPageProps) {
  const t = useWords()
  const { person, language } = usePage()
  const isNarrowed = paths.answersAbout(asked, 1, narrowed) !== paths.answers
  return (
    <Layout
      title={t('Answers')}
      description={t('What people asked at office hours, and what helped.')}
      feed={paths.answersFeed(language)}
      hidden={asked !== ''}
    >
      <PageTitle above={<a href={paths.officeHours}>{t('Office hours')}</a>}>{t('Answers')}</PageTitle>
      <Lede>{t('What people asked at office hours, and what helped.')}</Lede>
      <p class="acts">
        <LinkButton href={paths.newQuestion}>{t('Bring a challenge')}</LinkButton>
        {person?.isSteward && <a href={paths.newAnswer}>{t('Write an answer')}</a>}
      </p>
      <Form action={paths.answers} method="get" inline label={t('Search the answers')}>
        <Field name="q" type="search" label={t('Search the answers')} value={asked} maxLength={200} />
        <NarrowingFields counted={counted} chosen={narrowed} />
        <Button kind="quiet">{t('Search')}</Button>
      </Form>
      {isNarrowed && answers.length > 0 && <p role="status">{t('{{count}} answers', { count: inAll })}</p>}
      {answers.length > 0 ? (
        <EntryList label={t('Answers')}>
          {answers.map((answer) => (
            <AnswerEntry key={answer.id} answer={answer} />
          ))}
        </EntryList>
      ) : (
        <EmptyState
          sentence={isNarrowed ? t('There is no answer to this yet.') : t('No answer has been published yet.')}
          act={<a href={paths.newQuestion}>{t('Bring a challenge')}</a>}
        />
      )}
      <Pagination page={page} pages={pages} href={(other) => paths.answersAbout(asked, other, narrowed)} />
    </Layout>
  )
}

function AnswerEntry({ answer }: { answer: Answer }) {
  const t = useWords()
  const { language, network } = usePage()
  const { slug, title, summary, publishedAt } = answer
  return (
    <Entry
      href={paths.answer(slug)}
      title={<In language={answer.language}>{title}</In>}
      line={summary && <In language={answer.language}>{summary}</In>}
      facts={[publishedAt ? formatDay(publishedAt, network.timeZone, language) : t('Draft')]}
    />
  )
}

export type AnswerPageProps = {
  answer: Answer
  outcomes: Outcomes
  filed: Filed
  related: Related[]
  links: AnswerLink[]
  linking: LinkingProps | null
}

export function AnswerPage({ answer, outcomes, filed, related, links, linking }: AnswerPageProps) {
  const t = useWords()
  const { person } = usePage()
  return (
    <Layout title={answer.title} description={answer.summary} hidden={!answer.publishedAt}>
      {person?.isSteward && !answer.publishedAt && <AnswerDraftNotice slug={answer.slug} />}
      <article>
        <Written language={answer.language}>
          <PageTitle above={<a href={paths.answers}>{t('Answers')}</a>}>{answer.title}</PageTitle>
          <Lede>{answer.summary}</Lede>
          {answer.asked && (
            <section>
              <Heading>{t('What was asked')}</Heading>
              <Prose html={markdown(answer.asked)} />
            </section>
          )}
          <section>
            <Heading>{t('What helped')}</Heading>
            <Prose html={markdown(answer.body)} />
          </section>
        </Written>
      </article>
      <FiledUnder filed={filed} />
      <AnswerLinks links={links} slug={answer.slug} mayChange={linking !== null} />
      <OutcomeLine outcomes={outcomes} />
      {person?.isSteward && <Controls answer={answer} />}
      {linking && <Linking {...linking} />}
      <RelatedList related={related} />
      <section class="closing">
        <h2>{t('Is yours another one?')}</h2>
        <p class="acts">
          <LinkButton href={paths.newQuestion}>{t('Bring a challenge')}</LinkButton> <a href={paths.answers}>{t('More answers')}</a>
        </p>
      </section>
    </Layout>
  )
}

function FiledUnder({ filed }: { filed: Filed }) {
  const t = useWords()
  return filed.steps.length + filed.subjects.length > 0 ? <Facts facts={filedFacts(filed, paths.answers, t)} /> : null
}

/** Nobody is named, and of one alone nothing is told. */
function OutcomeLine({ outcomes }: { outcomes: Outcomes }) {
  const t = useWords()
  const all = outcomes.yes + outcomes.some + outcomes.no
  return all < 2 ? null : (
    <p class="quiet">{t('It helped {{helped}} of {{count}} people who told us.', { helped: outcomes.yes + outcomes.some, count: all })}</p>
  )
}

function AnswerDraftNotice({ slug }: { slug: string }) {
  const t = useWords()
  return (
    <DraftNotice action={paths.answerPublication(slug)}>
      {t('This is a draft. Only stewards see it. Once it is published, whoever asked is told by mail.')}
    </DraftNotice>
  )
}

function Controls({ answer }: { answer: Answer }) {
  const t = useWords()
  const isPublic = answer.publishedAt !== null
  return (
    <WritingControls
      edit={paths.answerEdit(answer.slug, answer.language)}
      removal={paths.answerRemoval(answer.slug)}
      publication={paths.answerPublication(answer.slug)}
      isPublic={isPublic}
    >
      <a href={topicPaths.filing('answers', answer.slug)}>{t('Steps and subjects')}</a>
      {isPublic && (
        <>
          <Form action={paths.nextUpdate}>
            <input type="hidden" name="news" value={newsKey(answer.slug)} />
            <Button kind="quiet">{t('Put it in the next update')}</Button>
          </Form>
          <Form action={paths.answerTip(answer.slug)}>
            <Button kind="quiet">{t('Make a tip of it')}</Button>
          </Form>
        </>
      )}
    </WritingControls>
  )
}

export type OutcomePageProps = { answer: { slug: string; title: string }; token: string; said: Help | null }

/** Where the mail leads: one press. */
export function OutcomePage({ answer, token, said }: OutcomePageProps) {
  const t = useWords()
  const words = helpWords(t)
  return (
    <Layout title={t('Did it help?')} hidden>
      <PageTitle>{t('Did it help?')}</PageTitle>
      <Lede>
        <a href={paths.answer(answer.slug)}>{answer.title}</a>
      </Lede>
      {said && <Notice kind="good">{t('Thank you. You said: {{words}}. You can change it below.', { words: words[said] })}</Notice>}
      <Form action={paths.outcome(token)} label={t('Did it help?')}>
        <Acts>
          {(['yes', 'some', 'no'] as const).map((help) => (
            <Button key={help} name="said" value={help} kind={help === 'yes' ? 'primary' : 'quiet'}>
              {words[help]}
            </Button>
          ))}
        </Acts>
      </Form>
    </Layout>
  )
}
