import {
  Button,
  Entry,
  EntryList,
  Facts,
  Field,
  fieldsOf,
  Form,
  Heading,
  Layout,
  PageTitle,
  usePage,
  useWords,
  type FormState,
} from '#platform/html'
import type { Language } from '#platform/text'
import { formatDay, formatTime, formatZone } from '#platform/time'
import { paths } from './lists.paths.ts'
import { standingShown, standsSince, type OnList } from './people.rules.ts'
import { standingWords } from './standing.words.ts'

type InLanguages = Record<Language, string>

export type Proof = {
  id: string
  name: InLanguages
  kind: 'invited' | 'given' | 'confirmed' | 'withdrawn'
  at: Temporal.Instant
  address: string | null
  wording: string
  source: string
  givenOn: Temporal.PlainDate | null
  /** The steward who wrote it down. */
  hand: string | null
}

export type ConsentsPageProps = {
  person: { id: string; name: string; email: string; organisation: string }
  lists: (OnList & { slug: string; name: InLanguages; frequency: 'each' | 'monthly'; pausedUntil: Temporal.Instant | null })[]
  proofs: Proof[]
  timeZone: string
}

/** One person on all lists, and the proof of every step in order. */
export function ConsentsPage({ person, lists, proofs, timeZone }: ConsentsPageProps) {
  const t = useWords()
  return (
    <Layout title={t('Consents of {{name}}', { name: person.name })} hidden>
      <PageTitle above={<a href={paths.lists}>{t('Lists')}</a>}>{person.name}</PageTitle>
      <Facts
        facts={[
          { name: t('E-mail'), value: <a href={`mailto:${person.email}`}>{person.email}</a> },
          person.organisation !== '' && { name: t('Organization'), value: person.organisation },
        ]}
      />
      <Heading>{t('Lists')}</Heading>
      <ListsOf person={person} lists={lists} timeZone={timeZone} />
      <Heading>{t('Consents and their proofs')}</Heading>
      {proofs.length === 0 ? (
        <p>{t('There is no proof: this person was put on the list when the community began.')}</p>
      ) : (
        <Proofs proofs={proofs} timeZone={timeZone} />
      )}
    </Layout>
  )
}

function ListsOf({ person, lists, timeZone }: Omit<ConsentsPageProps, 'proofs'>) {
  const t = useWords()
  const { language } = usePage()
  const words = standingWords(t)
  const day = (moment: Temporal.Instant) => formatDay(moment, timeZone, language)
  return (
    <EntryList label={t('Lists')}>
      {lists.map((list) => {
        const standing = standingShown(list)
        return (
          <Entry
            key={list.slug}
            level={3}
            href={paths.people(list.slug)}
            title={list.name[language]}
            facts={[
              words[standing],
              t('since {{day}}', { day: day(standsSince(list)) }),
              list.pausedUntil && t('paused until {{day}}', { day: day(list.pausedUntil) }),
              !list.pausedUntil && list.frequency === 'monthly' && t('one mail a month'),
            ]}
            acts={
              standing !== 'left' && (
                <a href={paths.removal(list.slug, person.id)} aria-label={t('Take off the list: {{list}}', { list: list.name[language] })}>
                  {t('Take off the list')}
                </a>
              )
            }
          />
        )
      })}
    </EntryList>
  )
}

function Proofs({ proofs, timeZone }: Pick<ConsentsPageProps, 'proofs' | 'timeZone'>) {
  const t = useWords()
  const { language } = usePage()
  const steps: Record<Proof['kind'], (list: string) => string> = {
    invited: (list) => t('Invited to {{list}}', { list }),
    given: (list) => t('Asked for {{list}}', { list }),
    confirmed: (list) => t('Confirmed {{list}}', { list }),
    withdrawn: (list) => t('Left {{list}}', { list }),
  }
  return (
    <EntryList label={t('Consents and their proofs')}>
      {proofs.map(({ id, kind, name, at, wording, source, address, givenOn, hand }) => (
        <Entry
          key={id}
          level={3}
          title={steps[kind](name[language])}
          line={`“${wording}”`}
          facts={[
            `${formatDay(at, timeZone, language)}, ${formatTime(at, timeZone, language)} ${formatZone(timeZone, language, at)}`,
            source,
            givenOn && t('signed on {{day}}', { day: givenOn.toLocaleString(`${language}-US`, { dateStyle: 'long' }) }),
            hand && t('by {{name}}', { name: hand }),
            address,
          ]}
        />
      ))}
    </EntryList>
  )
}

export type RemovalPageProps = { list: { slug: string; name: string }; person: { id: string; name: string }; form: FormState }

/** Takes somebody off a list; the reason becomes part of the proof. */
export function RemovalPage({ list, person, form }: RemovalPageProps) {
  const t = useWords()
  const title = t('Take {{name}} off {{list}}?', { name: person.name, list: list.name })
  return (
    <Layout title={title} hidden>
      <PageTitle above={<a href={paths.consents(person.id)}>{person.name}</a>}>{title}</PageTitle>
      <p>{t('They get no more mail of this list, from this moment on. They are not told, and can join again.')}</p>
      <Form action={paths.removal(list.slug, person.id)} errors={form.errors}>
        <Field
          {...fieldsOf(form)('reason')}
          label={t('Why?')}
          hint={t('Such as: asked us by phone. It is kept with their consents.')}
          required
          maxLength={300}
        />
        <Button kind="danger">{t('Take off the list')}</Button>
      </Form>
    </Layout>
  )
}
