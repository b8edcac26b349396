import { sql } from 'kysely'
import { newId, type Db, type Tx } from '#database'

/** Who got a test of this edition and has left its list. */
export const listTestReadersWhoLeft = async (db: Db, editionId: string): Promise<string[]> =>
  (
    await db
      .selectFrom('editionContent')
      .innerJoin('edition', 'edition.id', 'editionContent.editionId')
      .innerJoin('mail', 'mail.contentId', 'editionContent.contentId')
      .innerJoin('subscription', (join) =>
        join.onRef('subscription.personId', '=', 'mail.personId').onRef('subscription.listId', '=', 'edition.listId'),
      )
      .select('mail.toAddress')
      .distinct()
      .where('editionId', '=', editionId)
      .where('isTest', '=', true)
      .where('subscription.leftAt', 'is not', null)
      .orderBy('mail.toAddress')
      .execute()
  ).map(({ toAddress }) => toAddress)

export type NewOverride = { editionId: string; wordsOf: Temporal.Instant; reason: string; heldBy: string[]; saidBy: string }

export const saveOverride = (tx: Tx, override: NewOverride, now: Temporal.Instant) =>
  tx
    .insertInto('editionOverride')
    .values({ id: newId(), ...override, heldBy: sql`${override.heldBy}::text[]`, saidAt: now })
    .execute()

/** What a steward said of these very words: send them all the same. */
export const findOverride = (db: Db, editionId: string, wordsOf: Temporal.Instant) =>
  db
    .selectFrom('editionOverride')
    .leftJoin('person', 'person.id', 'editionOverride.saidBy')
    .select(['reason', 'saidAt', 'heldBy', 'person.firstName', 'person.lastName'])
    .where('editionId', '=', editionId)
    .where('wordsOf', '=', wordsOf)
    .orderBy('saidAt', 'desc')
    .executeTakeFirst()
