import { Button, EmptyState, Entry, EntryList, Form, Field, Layout, PageTitle, Select, Status, usePage, useWords } from '#platform/html'
import { formatDay } from '#platform/time'
import { paths } from './people.paths.ts'
import { roles, type Role } from './people.tables.ts'
import { nameOf, type Named } from './person.rules.ts'
import { roleWords } from './role.words.ts'

export type PeoplePageProps = {
  people: (Named & { id: string; organisation: string; role: Role; beganAt: Temporal.Instant })[]
  /** Null when words were looked for and more than one page of people has them: counting them all would read everybody. */
  total: number | null
  search: { q: string; role: Role | null; before: string | null }
  /** Where the list goes on. */
  nextBefore: string | null
  timeZone: string
}

/** Who is part of the community, for those who look after it. */
export function PeoplePage(props: PeoplePageProps) {
  const { people, total, nextBefore } = props
  const t = useWords()
  return (
    <Layout title={t('People')} hidden>
      <PageTitle above={<a href="/admin">{t('Desk')}</a>}>{t('People')}</PageTitle>
      <SearchForm {...props} />
      <p class="quiet" role="status">
        {total !== null && t('{{count}} people', { count: total })}
        {total === null && nextBefore && t('More than {{number}} people', { number: people.length })}
      </p>
      {people.length === 0 ? (
        <EmptyState sentence={t('Nobody is found by that.')} act={<a href={paths.people}>{t('Show everyone')}</a>} />
      ) : (
        <PeopleList {...props} />
      )}
      <Pages {...props} />
    </Layout>
  )
}

function SearchForm({ search }: PeoplePageProps) {
  const t = useWords()
  const words = roleWords(t)
  const options = roles.map((role) => ({ value: role, words: words[role] }))
  return (
    <Form action={paths.people} method="get" inline label={t('Find people')}>
      <Field name="q" label={t('Name, e-mail or organization')} type="search" value={search.q} />
      <Select name="role" label={t('Role in the community')} empty={t('All')} options={options} value={search.role ?? ''} />
      <Button kind="quiet">{t('Find')}</Button>
    </Form>
  )
}

function PeopleList({ people, timeZone }: PeoplePageProps) {
  const t = useWords()
  const { language } = usePage()
  const words = roleWords(t)
  return (
    <EntryList label={t('People')}>
      {people.map(({ id, role, beganAt, ...person }) => (
        <Entry
          key={id}
          href={paths.person(id)}
          title={nameOf(person)}
          facts={[
            role !== 'member' && <Status>{words[role]}</Status>,
            person.email,
            person.organisation,
            t('since {{day}}', { day: formatDay(beganAt, timeZone, language) }),
          ]}
        />
      ))}
    </EntryList>
  )
}

function Pages({ search, nextBefore }: PeoplePageProps) {
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

function addressOf({ q, role }: PeoplePageProps['search'], before: string | null) {
  const query = new URLSearchParams(Object.entries({ q, role: role ?? '', before: before ?? '' }).filter(([, value]) => value !== ''))
  return query.size ? `${paths.people}?${query.toString()}` : paths.people
}
