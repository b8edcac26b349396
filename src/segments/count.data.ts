import { sql } from 'kysely'
import { readMany, type Db, type Tx } from '#database'
import type { Language } from '#platform/text'
import { conditionOf, isReader, type Asking } from './condition.data.ts'
import type { Definition } from './definition.rules.ts'

export type Sampled = { id: string; firstName: string; lastName: string; email: string; organisation: string; state: string | null }

export type Counted = {
  people: number
  /** How many of them are on each list. */
  readers: Record<string, number>
  sample: Sampled[]
}

/** How many people a definition is true of, how many of these each list reaches, and ten of them. */
export const countPeople = (db: Db, definition: Definition, asking: Asking): Promise<Counted> =>
  readMany(db, async (tx) => {
    const where = conditionOf(definition, asking)
    const { people, readers } = await count(tx, where, asking)
    return { people, readers, sample: people > 0 ? await listSample(tx, where) : [] }
  })

async function count(tx: Tx, where: ReturnType<typeof conditionOf>, asking: Asking) {
  const lists = await tx.selectFrom('list').select('id').where('networkId', '=', asking.networkId).orderBy('id').execute()
  const each = lists.map(({ id }, place) => sql<number>`count(*) filter (where ${isReader(id, asking)})`.as(`list${place}`))
  const row = await tx
    .selectFrom('segmentPerson')
    .select((of) => [of.fn.countAll<number>().as('people'), ...each])
    .where(where)
    .executeTakeFirstOrThrow()
  const figures = row as Record<string, number>
  return { people: row.people, readers: Object.fromEntries(lists.map(({ id }, place) => [id, figures[`list${place}`] ?? 0])) }
}

const sampled = 10

/** Whoever is met first: neither the newest nor the oldest, since ordering a million would take longer than counting them. */
const listSample = (tx: Tx, where: ReturnType<typeof conditionOf>): Promise<Sampled[]> =>
  tx
    .with('sample', (of) => of.selectFrom('segmentPerson').select('personId').where(where).limit(sampled))
    .selectFrom('sample')
    .innerJoin('person', 'person.id', 'sample.personId')
    .select(['person.id', 'firstName', 'lastName', 'email', 'organisation', 'state'])
    .orderBy('lastName')
    .orderBy('firstName')
    .orderBy('person.id')
    .execute()

/** The people that a definition is true of, as a part of a larger query: `where('personId', 'in', …)`. */
export const peopleOf = (db: Db, definition: Definition, asking: Asking) =>
  db.selectFrom('segmentPerson').select('segmentPerson.personId').where(conditionOf(definition, asking))

/** How many readers of a list a definition is true of, by language; null where none was chosen. */
export const countReadersIn = (db: Db, { listId, definition }: { listId: string; definition: Definition }, asking: Asking) =>
  readMany(db, (tx): Promise<{ language: Language | null; count: number }[]> =>
    tx
      .selectFrom('reader')
      .select((of) => ['language', of.fn.countAll<number>().as('count')])
      .where('listId', '=', listId)
      .where('personId', 'in', peopleOf(tx, definition, asking))
      .groupBy('language')
      .execute(),
  )
