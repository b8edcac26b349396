import { transaction, type Db } from '#database'
import { findInterest } from '#events'
import { listTeams, saveTeamOf } from './team.data.ts'

export type Team = { state: string | null; team: string; role: string }

/** Notes with which team somebody would come, spelled as that team spells itself; false when they have not asked to be told. */
export const sayTeam = (
  db: Db,
  whose: { eventId: string; personId: string },
  { state, team, role }: Team,
  now: Temporal.Instant,
): Promise<boolean> =>
  transaction(db, async (tx) => {
    const interest = await findInterest(tx, whose)
    if (!interest?.confirmedAt) return false
    const same = (await listTeams(tx, whose.eventId)).find((one) => one.state === state && one.team.toLowerCase() === team.toLowerCase())
    await saveTeamOf(tx, { ...whose, state, team: same?.team ?? team, role, saidAt: now })
    return true
  })
