import type { EventBrief } from '#events'
import {
  Button,
  Choices,
  Field,
  fieldsOf,
  Form,
  In,
  Layout,
  Lede,
  LinkButton,
  Notice,
  PageTitle,
  Select,
  useWords,
  type FormState,
} from '#platform/html'
import { states } from '#platform/text'
import { paths } from './academy.paths.ts'

export type TeamPageProps = {
  event: EventBrief
  token: string
  /** Teams that others named, with their states. */
  teams: { state: string | null; team: string }[]
  form: FormState
  isSaid: boolean
}

/** With which team somebody would come, before the date is set. Teams of the state are proposed; who is in them is not shown. */
export function TeamPage({ event, token, teams, form, isSaid }: TeamPageProps) {
  const t = useWords()
  return (
    <Layout title={t('Your team for the Academy')} hidden>
      <PageTitle above={<a href={paths.interest(token)}>{t('We will tell you the date')}</a>}>{t('Your team for the Academy')}</PageTitle>
      <Lede>
        <In language={event.language}>{event.title}</In>
      </Lede>
      {isSaid && (
        <Notice kind="good">
          <p>{t('We have noted it. You can change it here until the date is set.')}</p>
        </Notice>
      )}
      <p>
        {t('Teams come together. Tell us where you are and with whom you would come: it helps us plan. You can leave all of it empty.')}
      </p>
      <TeamForm token={token} teams={teams} form={form} />
      <p class="acts">
        <LinkButton href={paths.event(event.slug)} kind="quiet">
          {t('Read about it')}
        </LinkButton>
      </p>
    </Layout>
  )
}

function TeamForm({ token, teams, form }: Pick<TeamPageProps, 'token' | 'teams' | 'form'>) {
  const t = useWords()
  const field = fieldsOf(form)
  const state = form.values['state'] ?? ''
  const near = teams.filter((team) => state !== '' && team.state === state)
  return (
    <Form action={paths.team(token)} errors={form.errors}>
      <Select
        {...field('state')}
        label={t('Your state')}
        optional
        empty={t('Choose a state')}
        options={Object.entries(states).map(([value, words]) => ({ value, words }))}
      />
      <Button kind="quiet" name="act" value="teams">
        {t('Show the teams of this state')}
      </Button>
      <NearTeams near={near} form={form} />
      <Field
        {...field('team')}
        label={t('Name of your team')}
        hint={t('A partnership, a board, a project: as you call yourselves. Leave it empty if you have no team yet.')}
        optional
        list="teams"
      />
      <Proposals teams={teams} />
      <Field {...field('role')} label={t('Your role in the team')} hint={t('Convener, employer, college, workforce board…')} optional />
      <Button>{t('Save')}</Button>
    </Form>
  )
}

function NearTeams({ near, form }: { near: TeamPageProps['teams']; form: FormState }) {
  const t = useWords()
  if (near.length === 0) return null
  return (
    <Choices
      {...fieldsOf(form)('known')}
      value={form.values['known'] ?? ''}
      label={t('Teams of your state')}
      options={[...near.map(({ team }) => ({ value: team, words: team })), { value: '', words: t('None of these') }]}
    />
  )
}

/** Browsers propose them while one types. */
const Proposals = ({ teams }: Pick<TeamPageProps, 'teams'>) => (
  <datalist id="teams">
    {teams.map(({ state, team }) => (
      <option key={`${state} ${team}`} value={team}>
        {state ? `${team}, ${state}` : team}
      </option>
    ))}
  </datalist>
)
