import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { findEvent, findForSteward, findInterest, guestOf, readerOf, stateOf } from '#events'
import type { FormState } from '#platform/html'
import {
  answerDownload,
  anyone,
  lineInput,
  newRoutes,
  notFound,
  readForm,
  stateInput,
  steward,
  type Asked,
  type RequestContext,
} from '#platform/http'
import { paths } from './academy.paths.ts'
import { sayTeam, type Team } from './team.actions.ts'
import { countTeams, findTeamOf, listInterestedPeople, listTeams } from './team.data.ts'
import { TeamPage } from './team.pages.tsx'
import { stateName, TeamsPage } from './teams.pages.tsx'

const teamForm = z.object({ state: stateInput, known: lineInput(120), team: lineInput(120), role: lineInput(100), act: lineInput(20) })

/** With which team people would come to the Academy; what it comes to, for stewards. */
export const academyRoutes = newRoutes()
  .get('/interest/:token/team', anyone, async (c) => {
    const mine = await linked(c)
    const nothing = { state: mine.person.state, team: '', role: '' }
    return show(c, mine, formOf((await findTeamOf(c.var.db, mine.guest)) ?? nothing))
  })
  .post('/interest/:token/team', anyone, async (c) => {
    const mine = await linked(c)
    const { values, form, typed } = await readForm(c, teamForm)
    if (!values) return show(c, mine, form, 422)
    if (values.act === 'teams') return show(c, mine, { values: typed, errors: {} })
    const { state, role } = values
    if (!(await sayTeam(c.var.db, mine.guest, { state, role, team: values.team || values.known }, c.var.now))) notFound()
    return c.redirect(`${paths.team(mine.token)}?done=said`, 303)
  })
  .get('/events/:slug/teams', steward, async (c) => {
    const event = await academy(c)
    return c.var.page(<TeamsPage event={event} counts={await countTeams(c.var.db, event.id)} />)
  })
  .get('/events/:slug/teams.csv', steward, async (c) => {
    const event = await academy(c)
    const { t } = c.var
    const people = await listInterestedPeople(c.var.db, event.id)
    const head = [t('State'), t('Team'), t('Name'), t('E-mail'), t('Organization'), t('Role')]
    const rows = people.map((one) => [stateName(one.state), one.team ?? '', one.name, one.email, one.organisation, one.role ?? ''])
    const text = stringify([head, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' })
    return answerDownload(c, { name: `${event.slug}-teams.csv`, mediaType: 'text/csv; charset=utf-8', pieces: once(text) })
  })

/** Their team is one of those of their state, to be chosen; without a state it is written. */
const formOf = ({ state, team, role }: Team): FormState => ({
  values: state === null ? { team, role } : { state, known: team, role },
  errors: {},
})

async function* once(text: string) {
  yield await Promise.resolve(text)
}

async function academy(c: Asked) {
  const event = await findForSteward(c)
  return event.kind === 'academy' ? event : notFound()
}

type Linked = Awaited<ReturnType<typeof linked>>

/** Somebody who has confirmed that they want to be told the date of an Academy which has none yet. */
async function linked(c: RequestContext) {
  const { guest, person, token } = await guestOf(c, 'interest')
  const reader = { ...readerOf(c), personId: person.id, steward: false }
  const event = (await findEvent(c.var.db, reader, { id: guest.eventId })) ?? notFound()
  const interest = await findInterest(c.var.db, guest)
  const isOpen = event.kind === 'academy' && stateOf(event, c.var.now) === 'to-be-announced' && interest?.confirmedAt
  return isOpen ? { event, guest, person, token } : notFound()
}

async function show(c: RequestContext, { event, token }: Linked, form: FormState, status: 200 | 422 = 200) {
  const teams = await listTeams(c.var.db, event.id)
  return c.var.page(<TeamPage {...{ event, token, teams, form }} isSaid={c.req.query('done') === 'said'} />, status)
}
