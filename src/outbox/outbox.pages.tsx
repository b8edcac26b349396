import { EmptyState, Entry, EntryList, Filter, Layout, Notice, PageTitle, Status, usePage, useWords } from '#platform/html'
import { formatDay, formatTime } from '#platform/time'
import type { Weather as MailWeather } from './advice.actions.ts'
import type { Advice } from './advice.rules.ts'
import type { ListedMail, OutboxSearch } from './outbox.data.ts'
import { paths } from './outbox.paths.ts'
import { adviceWords, stateKinds, states, stateWords } from './outbox.words.ts'

export type OutboxPageProps = MailWeather & {
  mails: (ListedMail & { advice: Advice | null })[]
  search: OutboxSearch
  /** Where the list goes on. */
  nextBefore: string | null
  timeZone: string
}

/** Every mail, the newest first. */
export function OutboxPage(props: OutboxPageProps) {
  const { mails, search } = props
  const t = useWords()
  const words = stateWords(t)
  const parts = [{ state: null, words: t('All mails') }, ...states.map((state) => ({ state, words: words[state] }))]
  return (
    <Layout title={t('Outbox')} hidden>
      <PageTitle above={<a href="/admin">{t('Desk')}</a>}>{t('Outbox')}</PageTitle>
      <Weather {...props} />
      <Filter
        label={t('Mails by what became of them')}
        links={parts.map(({ state, words }) => ({ href: paths.list({ state }), words, current: state === search.state }))}
      />
      {mails.length === 0 ? (
        <EmptyState sentence={t('No mail here. Each mail that the community writes appears on this page.')} />
      ) : (
        <MailList {...props} />
      )}
      <Pages {...props} />
    </Layout>
  )
}

function Weather({ hasServer, trouble, isHeld }: OutboxPageProps) {
  const t = useWords()
  if (isHeld)
    return (
      <Notice kind="problem">
        {t('Mail is held here and does not leave.')} <a href={paths.heldMail}>{t('Why, and what to do')}</a>
      </Notice>
    )
  if (!hasServer) return <Notice>{t('No mail server is set: mail is kept here and reaches nobody. Set SMTP_URL to send it.')}</Notice>
  return trouble ? (
    <Notice kind="problem">{t('The mail server cannot be used just now, so mail waits. It says: {{trouble}}', { trouble })}</Notice>
  ) : null
}

function MailList({ mails, timeZone }: OutboxPageProps) {
  const t = useWords()
  const { language } = usePage()
  const [words, advices] = [stateWords(t), adviceWords(t)]
  return (
    <EntryList label={t('Outbox')}>
      {mails.map(({ id, subject, toAddress, state, queuedAt, resentAt, pausedAt, advice }) => (
        <Entry
          key={id}
          href={paths.mail(id)}
          title={subjectOf(subject ?? '') || t('(no subject)')}
          line={advice && advices[advice]}
          facts={[
            <Status kind={stateKinds[state]}>{state === 'waiting' && pausedAt ? t('Paused') : words[state]}</Status>,
            resentAt && t('perhaps twice'),
            toAddress,
            `${formatDay(queuedAt, timeZone, language)}, ${formatTime(queuedAt, timeZone, language)}`,
          ]}
        />
      ))}
    </EntryList>
  )
}

/** What is filled in for each reader is left open in a list. */
const subjectOf = (subject: string) => subject.replace(/\{\{\w+\}\}/g, '…')

function Pages({ search, nextBefore }: OutboxPageProps) {
  const t = useWords()
  if (!search.before && !nextBefore) return null
  return (
    <nav class="pagination" aria-label={t('Pages')}>
      {search.before && <a href={paths.list({ state: search.state })}>{t('Back to the newest')}</a>}
      {nextBefore && (
        <a rel="next" href={paths.list({ state: search.state, before: nextBefore })}>
          {t('Next page')}
        </a>
      )}
    </nav>
  )
}
