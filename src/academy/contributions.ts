import type { DataOf } from '#people'
import { say } from '#platform/text'
import { listTeamsOf } from './team.data.ts'

/** With which teams somebody said they would come. */
export const academyData: DataOf = async (db, personId) => ({ academyTeams: await listTeamsOf(db, personId) })

/**
 * What a person reads beside it.
 * @public
 */
export const academyDataWords = [say('Academy'), say('Academy teams'), say('Team'), say('Role'), say('State'), say('Said at')]
