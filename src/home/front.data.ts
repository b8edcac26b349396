import { jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Db } from '#database'
import type { Language } from '#platform/text'
import { newestTips } from '#toolkit'
import { newestWebinars } from '#webinars'

/** What the front page shows of the library: one query. */
export const findFrontPage = (db: Db, reader: { networkId: string; language: Language }) =>
  db
    .selectNoFrom([
      jsonObjectFrom(newestTips(db, reader, 1).clearSelect().select(['slug', 'title', 'summary', 'step', 'body', 'language'])).as('tip'),
      jsonObjectFrom(
        newestWebinars(db, reader, 1)
          .clearSelect()
          .select(['slug', 'title', 'summary', 'minutes', 'recording', 'heldOn as day', 'language']),
      ).as('webinar'),
    ])
    .executeTakeFirstOrThrow()

export type FrontLibrary = Awaited<ReturnType<typeof findFrontPage>>

/** How many are here, and of how many states. It reads everybody, so its answer is to be remembered for a while. */
export async function countWhoIsHere(db: Db, networkId: string): Promise<{ people: number; states: number }> {
  const states = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .where('membership.networkId', '=', networkId)
    .select((of) => ['person.state', of.fn.countAll<number>().as('people')])
    .groupBy('person.state')
    .execute()
  return { people: states.reduce((sum, { people }) => sum + people, 0), states: states.filter(({ state }) => state !== null).length }
}
