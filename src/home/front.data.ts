import { jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Db } from '#database'
import type { Language } from '#platform/text'
import { newestTips } from '#toolkit'
import { newestWebinars } from '#webinars'

/** What the front page shows of the library, and how many are here: one query. */
export const findFrontPage = (db: Db, reader: { networkId: string; language: Language }) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .where('membership.networkId', '=', reader.networkId)
    .select((of) => [
      of.fn.countAll<number>().as('people'),
      of.fn.count<number>('person.state').distinct().as('states'),
      jsonObjectFrom(newestTips(db, reader, 1).clearSelect().select(['slug', 'title', 'summary', 'step', 'body', 'language'])).as('tip'),
      jsonObjectFrom(
        newestWebinars(db, reader, 1)
          .clearSelect()
          .select(['slug', 'title', 'summary', 'minutes', 'recording', 'heldOn as day', 'language']),
      ).as('webinar'),
    ])
    .executeTakeFirstOrThrow()

export type FrontLibrary = Awaited<ReturnType<typeof findFrontPage>>
