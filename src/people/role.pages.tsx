import { Button, Choices, Entry, EntryList, Facts, Form, Heading, Layout, Notice, PageTitle, usePage, useWords } from '#platform/html'
import { states } from '#platform/text'
import { formatDay } from '#platform/time'
import { paths } from './people.paths.ts'
import { roles, type Role } from './people.tables.ts'
import { nameOf, type Named } from './person.rules.ts'
import { roleWords } from './role.words.ts'

export type RoleChange = {
  id: string
  fromRole: Role | null
  toRole: Role
  changedAt: Temporal.Instant
  firstName: string | null
  lastName: string | null
  email: string | null
}

export type PersonPageProps = {
  person: Named & {
    id: string
    organisation: string
    job: string
    state: string | null
    role: Role
    memberSince: Temporal.Instant
    emailProvedAt: Temporal.Instant | null
  }
  changes: RoleChange[]
  timeZone: string
  done?: boolean
  refused?: 'last-owner' | undefined
}

export function PersonPage(props: PersonPageProps) {
  const { person, changes, timeZone, done, refused } = props
  const t = useWords()
  const { language, person: reader } = usePage()
  const day = (moment: Temporal.Instant) => formatDay(moment, timeZone, language)
  return (
    <Layout title={nameOf(person)} hidden>
      <PageTitle above={<a href={paths.people}>{t('People')}</a>}>{nameOf(person)}</PageTitle>
      {done && <Notice kind="good">{t('The role is changed. They are told by mail.')}</Notice>}
      <PersonFacts person={person} day={day} />
      {reader?.isOwner && <RoleForm person={person} error={refused && t('The community needs an owner. Make somebody else one first.')} />}
      {changes.length > 0 && <RoleChanges changes={changes} day={day} />}
    </Layout>
  )
}

type Day = (moment: Temporal.Instant) => string

function PersonFacts({ person, day }: { person: PersonPageProps['person']; day: Day }) {
  const t = useWords()
  return (
    <Facts
      facts={[
        { name: t('Role in the community'), value: roleWords(t)[person.role] },
        { name: t('E-mail'), value: <a href={`mailto:${person.email}`}>{person.email}</a> },
        person.organisation !== '' && { name: t('Organization'), value: person.organisation },
        person.job !== '' && { name: t('Role'), value: person.job },
        person.state !== null && { name: t('State'), value: states[person.state as keyof typeof states] },
        { name: t('Here since'), value: day(person.memberSince) },
        { name: t('Address proved'), value: person.emailProvedAt ? day(person.emailProvedAt) : t('not yet') },
      ]}
    />
  )
}

function RoleForm({ person, error }: { person: PersonPageProps['person']; error: string | undefined }) {
  const t = useWords()
  const words = roleWords(t)
  const hints: Record<Role, string> = {
    owner: t('All that stewards do, and settings and roles.'),
    steward: t('Writes pages and events, sees who takes part, sends the update.'),
    member: t('Takes part.'),
  }
  return (
    <section>
      <Form action={paths.role(person.id)} errors={error ? { role: error } : {}}>
        <Choices
          name="role"
          label={t('Role in the community')}
          value={person.role}
          error={error}
          options={roles.map((role) => ({ value: role, words: words[role], hint: hints[role] }))}
        />
        <Button>{t('Give this role')}</Button>
      </Form>
    </section>
  )
}

function RoleChanges({ changes, day }: { changes: RoleChange[]; day: Day }) {
  const t = useWords()
  const words = roleWords(t)
  return (
    <section>
      <Heading>{t('Changes of role')}</Heading>
      <EntryList label={t('Changes of role')}>
        {changes.map(({ id, fromRole, toRole, changedAt, firstName, lastName, email }) => {
          const hand =
            email === null
              ? t('whoever runs the server, or someone who has left')
              : nameOf({ firstName: firstName ?? '', lastName: lastName ?? '', email })
          return (
            <Entry
              key={id}
              title={fromRole ? t('From {{from}} to {{to}}', { from: words[fromRole], to: words[toRole] }) : words[toRole]}
              facts={[day(changedAt), t('by {{name}}', { name: hand })]}
            />
          )
        })}
      </EntryList>
    </section>
  )
}
