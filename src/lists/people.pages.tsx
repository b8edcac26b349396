import {
  Acts,
  Button,
  EmptyState,
  Entry,
  EntryList,
  Field,
  Figures,
  Form,
  Layout,
  LinkButton,
  Notice,
  PageTitle,
  Select,
  Status,
  usePage,
  useWords,
} from '#platform/html'
import { formatDay } from '#platform/time'
import { paths } from './lists.paths.ts'
import { sought, standingShown, standsSince, type OnList, type Sought } from './people.rules.ts'
import { soughtWords, standingWords } from './standing.words.ts'

export type PeopleDone = 'added' | 'taken-off' | 'invited'

export type ListPeoplePageProps = {
  list: { slug: string; name: string; isClosed: boolean }
  people: (OnList & { id: string; email: string; firstName: string; lastName: string; organisation: string })[]
  counts: { on: number; asked: number; left: number }
  search: { q: string; standing: Sought | null; before: string | null }
  nextBefore: string | null
  timeZone: string
  done: { what: PeopleDone; invited: number; passed: number } | null
}

/** Who is on a list, has asked, or has left. */
export function ListPeoplePage(props: ListPeoplePageProps) {
  const { list, people, counts, done } = props
  const t = useWords()
  const { language } = usePage()
  const figure = (number: number) => number.toLocaleString(`${language}-US`)
  return (
    <Layout title={t('People of {{list}}', { list: list.name })} hidden>
      <PageTitle above={<a href={paths.lists}>{t('Lists')}</a>}>{list.name}</PageTitle>
      {done && <DoneNotice {...done} />}
      <Figures
        figures={[
          { number: figure(counts.on), words: t('on the list') },
          { number: figure(counts.asked), words: t('not confirmed yet') },
          { number: figure(counts.left), words: t('have left') },
        ]}
      />
      {!list.isClosed && (
        <Acts>
          <LinkButton href={paths.invitations(list.slug)}>{t('Invite people')}</LinkButton>
          <a href={paths.newPerson(list.slug)}>{t('Add somebody who signed on paper')}</a>
        </Acts>
      )}
      <SearchForm {...props} />
      {people.length === 0 ? (
        <EmptyState sentence={t('Nobody is found by that.')} act={<a href={paths.people(list.slug)}>{t('Show everyone')}</a>} />
      ) : (
        <People {...props} />
      )}
      <Pages {...props} />
    </Layout>
  )
}

function DoneNotice({ what, invited, passed }: { what: PeopleDone; invited: number; passed: number }) {
  const t = useWords()
  const words: Record<PeopleDone, string> = {
    added: t('They are on the list, and told by mail.'),
    'taken-off': t('They are off the list. The reason is kept with their consents.'),
    invited: t('{{count}} people are invited by mail.', { count: invited }),
  }
  return (
    <Notice kind="good">
      {words[what]}{' '}
      {passed > 0 &&
        t('{{count}} addresses were passed over: on the list already, stopped, or asked often enough today.', { count: passed })}
    </Notice>
  )
}

function SearchForm({ list, search }: ListPeoplePageProps) {
  const t = useWords()
  const words = soughtWords(t)
  return (
    <Form action={paths.people(list.slug)} method="get" inline label={t('Find people')}>
      <Field name="q" label={t('Name, e-mail or organization')} type="search" value={search.q} />
      <Select
        name="standing"
        label={t('How they stand')}
        empty={t('All')}
        options={sought.map((value) => ({ value, words: words[value] }))}
        value={search.standing ?? ''}
      />
      <Button kind="quiet">{t('Find')}</Button>
    </Form>
  )
}

function People({ list, people, timeZone }: ListPeoplePageProps) {
  const t = useWords()
  const { language } = usePage()
  const words = standingWords(t)
  return (
    <EntryList label={t('People of {{list}}', { list: list.name })}>
      {people.map((person) => {
        const standing = standingShown(person)
        const name = `${person.firstName} ${person.lastName}`.trim()
        return (
          <Entry
            key={person.id}
            href={paths.consents(person.id)}
            title={name || person.email}
            facts={[
              <Status kind={standing === 'on' ? 'good' : 'quiet'}>{words[standing]}</Status>,
              t('since {{day}}', { day: formatDay(standsSince(person), timeZone, language) }),
              name && person.email,
              person.organisation,
            ]}
          />
        )
      })}
    </EntryList>
  )
}

function Pages({ list, search, nextBefore }: ListPeoplePageProps) {
  const t = useWords()
  if (!search.before && !nextBefore) return null
  const at = (before: string | null) => {
    const query = new URLSearchParams(
      Object.entries({ q: search.q, standing: search.standing ?? '', before: before ?? '' }).filter(([, value]) => value !== ''),
    )
    return query.size ? `${paths.people(list.slug)}?${query.toString()}` : paths.people(list.slug)
  }
  return (
    <nav class="pagination" aria-label={t('Pages')}>
      {search.before && <a href={at(null)}>{t('Back to the newest')}</a>}
      {nextBefore && (
        <a rel="next" href={at(nextBefore)}>
          {t('Next page')}
        </a>
      )}
    </nav>
  )
}
