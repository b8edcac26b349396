import { AboutEventPage, type EventBrief } from '#events'
import { Acts, EmptyState, Figures, Table, usePage, useWords } from '#platform/html'
import { isState, states } from '#platform/text'
import { paths } from './academy.paths.ts'
import type { TeamCount } from './team.data.ts'

export type TeamsPageProps = { event: EventBrief; counts: TeamCount[] }

/** Who would come to the Academy, by state and by team: for stewards. */
export function TeamsPage({ event, counts }: TeamsPageProps) {
  const t = useWords()
  const people = counts.reduce((sum, count) => sum + count.people, 0)
  return (
    <AboutEventPage event={event} title={t('Who wants to come')} wide>
      <Totals counts={counts} people={people} />
      {people > 0 ? (
        <>
          <Acts>
            <a href={paths.teamsFile(event.slug)}>{t('Download as a table (CSV)')}</a>
          </Acts>
          <StateTable counts={counts} />
          <TeamTable counts={counts} />
        </>
      ) : (
        <EmptyState sentence={t('Nobody has asked yet.')} act={<a href={paths.event(event.slug)}>{t('See the page they see')}</a>} />
      )}
    </AboutEventPage>
  )
}

function Totals({ counts, people }: Pick<TeamsPageProps, 'counts'> & { people: number }) {
  const t = useWords()
  const { language } = usePage()
  const figure = (number: number, one: string, many: string) => ({
    number: number.toLocaleString(`${language}-US`),
    words: number === 1 ? one : many,
  })
  const teams = counts.filter(({ team }) => team !== '').length
  const inStates = new Set(counts.flatMap(({ state }) => state ?? [])).size
  return (
    <Figures
      figures={[
        figure(people, t('wants to be told the date'), t('want to be told the date')),
        figure(teams, t('team'), t('teams')),
        figure(inStates, t('state'), t('states')),
      ]}
    />
  )
}

export const stateName = (state: string | null) => (state && isState(state) ? states[state] : '')

function StateTable({ counts }: Pick<TeamsPageProps, 'counts'>) {
  const t = useWords()
  const byState = Map.groupBy(counts, ({ state }) => state)
  const rows = [...byState].map(([state, all]) => {
    const people = (of: TeamCount[]) => of.reduce((sum, count) => sum + count.people, 0)
    const teams = all.filter(({ team }) => team !== '')
    return [stateName(state) || t('No state said'), people(all), teams.length, people(all) - people(teams)]
  })
  return <Table caption={t('By state')} head={[t('State'), t('People'), t('Teams'), t('Without a team')]} rows={rows} numbers={[1, 2, 3]} />
}

function TeamTable({ counts }: Pick<TeamsPageProps, 'counts'>) {
  const t = useWords()
  const rows = counts
    .filter(({ team }) => team !== '')
    .map(({ state, team, people, roles }) => [team, stateName(state), people, roles.join(', ')])
  if (rows.length === 0) return null
  return <Table caption={t('By team')} head={[t('Team'), t('State'), t('People'), t('Roles')]} rows={rows} numbers={[2]} />
}
