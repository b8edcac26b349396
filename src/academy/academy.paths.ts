import { eventPaths } from '#events'

export const paths = {
  event: eventPaths.event,
  interest: eventPaths.interestLink,
  team: eventPaths.interestTeam,
  teams: eventPaths.teams,
  teamsFile: (slug: string) => `${eventPaths.teams(slug)}.csv`,
}
