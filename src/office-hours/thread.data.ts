import { sql } from 'kysely'
import { newId, type Db, type Tx } from '#database'
import type { Language } from '#platform/text'

export type Whose = { questionId: string; personId: string }

/** The thread of each person about each question, begun where there is none yet. */
export async function openThreads(tx: Tx, whose: Whose[]): Promise<Map<string, string>> {
  if (whose.length === 0) return new Map()
  const rows = await tx
    .insertInto('questionThread')
    .values(whose.map((one) => ({ id: newId(), ...one })))
    .onConflict((same) => same.columns(['questionId', 'personId']).doUpdateSet((row) => ({ personId: row.ref('excluded.personId') })))
    .returning(['id', 'personId'])
    .execute()
  return new Map(rows.map(({ id, personId }) => [personId, id]))
}

export type Thread = Whose & { email: string; language: Language | null; askerId: string; isSteward: boolean }

/** Who writes about what, and whether they look after the community today. */
export const findThread = (db: Db, networkId: string, id: string): Promise<Thread | undefined> =>
  db
    .selectFrom('questionThread as thread')
    .innerJoin('question', 'question.id', 'thread.questionId')
    .innerJoin('person', 'person.id', 'thread.personId')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.personId', '=', 'thread.personId')
        .onRef('membership.networkId', '=', 'question.networkId')
        .on('membership.role', 'in', ['owner', 'steward']),
    )
    .select(['thread.questionId', 'thread.personId', 'person.email', 'person.language', 'question.personId as askerId'])
    .select(sql<boolean>`membership.role is not null`.as('isSteward'))
    .where('question.networkId', '=', networkId)
    .where('thread.id', '=', id)
    .executeTakeFirst()
