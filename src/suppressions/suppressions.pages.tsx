import {
  Acts,
  Button,
  EmptyState,
  Entry,
  EntryList,
  Field,
  Form,
  Layout,
  LinkButton,
  Notice,
  PageTitle,
  Select,
  usePage,
  useWords,
} from '#platform/html'
import { formatDay } from '#platform/time'
import { reasonNames } from './suppression.words.ts'
import { paths } from './suppressions.paths.ts'
import type { SuppressionReason } from './suppressions.tables.ts'

export type Listed = { id: string; address: string | null; reason: SuppressionReason; since: Temporal.Instant; detail: string }

export type SuppressionsPageProps = {
  suppressions: Listed[]
  counts: { reason: SuppressionReason; count: number; named: number }[]
  search: { q: string; reason: SuppressionReason | null; before: string | null }
  nextBefore: string | null
  timeZone: string
  isAdded: boolean
}

const shownReasons = ['bounced', 'unreachable', 'complained', 'added'] as const

/** Every address that gets no list mail, and why. */
export function SuppressionsPage(props: SuppressionsPageProps) {
  const { suppressions, search, isAdded } = props
  const t = useWords()
  const isAll = search.q === '' && search.reason === null && search.before === null
  return (
    <Layout title={t('Addresses that get no mail')} hidden>
      <PageTitle above={<a href="/admin">{t('Desk')}</a>}>{t('Addresses that get no mail')}</PageTitle>
      {isAdded && <Notice kind="good">{t('The address is added. It gets no more mail of our lists.')}</Notice>}
      <p>{t('Mail to these would come back or annoy. Mails they ask for themselves, such as a code to sign in, still leave.')}</p>
      <SearchForm {...props} />
      {suppressions.length === 0 ? (
        <EmptyState
          sentence={isAll ? t('Every address takes our mail.') : t('No address is found by that.')}
          act={isAll ? undefined : <a href={paths.list}>{t('Show all addresses')}</a>}
        />
      ) : (
        <Addresses {...props} />
      )}
      <Pages {...props} />
      <Forgotten {...props} />
      <Acts>
        <LinkButton href={paths.new} kind="quiet">
          {t('Add an address')}
        </LinkButton>
        <LinkButton href={paths.blocked} kind="quiet">
          {t('See who turns us away')}
        </LinkButton>
      </Acts>
    </Layout>
  )
}

function SearchForm({ search, counts }: SuppressionsPageProps) {
  const t = useWords()
  const names = reasonNames(t)
  const numbers = new Map(counts.map(({ reason, named }) => [reason, named]))
  const options = shownReasons.map((reason) => ({ value: reason, words: `${names[reason]} (${numbers.get(reason) ?? 0})` }))
  return (
    <Form action={paths.list} method="get" inline label={t('Find an address')}>
      <Field name="q" label={t('Part of the address')} type="search" value={search.q} />
      <Select name="reason" label={t('Reason')} empty={t('All')} options={options} value={search.reason ?? ''} />
      <Button kind="quiet">{t('Find')}</Button>
    </Form>
  )
}

function Addresses({ suppressions, timeZone }: SuppressionsPageProps) {
  const t = useWords()
  const { language } = usePage()
  const names = reasonNames(t)
  return (
    <EntryList label={t('Addresses that get no mail')}>
      {suppressions.map(({ id, address, reason, since }) => (
        <Entry
          key={id}
          href={paths.suppression(id)}
          title={address}
          facts={[names[reason], t('since {{day}}', { day: formatDay(since, timeZone, language) })]}
        />
      ))}
    </EntryList>
  )
}

/** Of people who were forgotten only their number is told, since only that is known. */
function Forgotten({ counts }: SuppressionsPageProps) {
  const t = useWords()
  const count = counts.reduce((sum, { count, named }) => sum + count - named, 0)
  return count > 0 ? <p class="quiet">{t('{{count}} people asked to be forgotten. No list shows them.', { count })}</p> : null
}

function Pages({ search, nextBefore }: SuppressionsPageProps) {
  const t = useWords()
  if (!search.before && !nextBefore) return null
  return (
    <nav class="pagination" aria-label={t('Pages')}>
      {search.before && <a href={addressOf(search, null)}>{t('Back to the newest')}</a>}
      {nextBefore && (
        <a rel="next" href={addressOf(search, nextBefore)}>
          {t('Next page')}
        </a>
      )}
    </nav>
  )
}

function addressOf({ q, reason }: SuppressionsPageProps['search'], before: string | null): string {
  const asked = Object.entries({ q, reason, before }).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return `${paths.list}${asked.length ? `?${new URLSearchParams(asked).toString()}` : ''}`
}
