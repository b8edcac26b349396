import type { Db, Tx } from '#database'

/** Notes that a person is invented: somebody to look at in a new community. */
export const saveExample = (db: Db, personId: string) =>
  db
    .insertInto('examplePerson')
    .values({ personId })
    .onConflict((same) => same.column('personId').doNothing())
    .execute()

/** The invented people who are left. Who owns a network is somebody, whatever their address. */
const examples = (db: Db) =>
  db
    .selectFrom('examplePerson')
    .innerJoin('person', 'person.id', 'personId')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('membership').select('role').whereRef('membership.personId', '=', 'person.id').where('role', '=', 'owner'))),
    )

export const countExamples = async (db: Db): Promise<number> =>
  (
    await examples(db)
      .select((row) => row.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

/** The same, held to the end of the transaction. */
export const lockExamples = (tx: Tx) =>
  examples(tx).select(['person.id', 'person.email']).orderBy('person.id').forUpdate(['examplePerson']).execute()
