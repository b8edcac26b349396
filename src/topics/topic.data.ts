import { newId, type Db, type Tx } from '#database'
import { sql, type Selectable } from 'kysely'
import type { TopicName, TopicTable } from './topics.tables.ts'

export type Topic = Selectable<TopicTable>

/** The network's topics, the oldest first. */
export const listTopics = (db: Db, networkId: string): Promise<Topic[]> => topics(db, networkId).execute()

/** The same, with how many chose each. */
export const listTopicsCounted = (db: Db, networkId: string) =>
  topics(db, networkId)
    .select((of) =>
      of
        .selectFrom('topicInterest')
        .select((row) => row.fn.countAll<number>().as('count'))
        .whereRef('topicId', '=', 'topic.id')
        .$asScalar()
        .$notNull()
        .as('people'),
    )
    .execute()

const topics = (db: Db, networkId: string) =>
  db.selectFrom('topic').selectAll().where('networkId', '=', networkId).orderBy('position').orderBy('id')

export const findTopic = (db: Db, networkId: string, id: string): Promise<Topic | undefined> =>
  db.selectFrom('topic').selectAll().where('networkId', '=', networkId).where('id', '=', id).executeTakeFirst()

export const saveNewTopic = (db: Db, networkId: string, name: TopicName, now: Temporal.Instant) =>
  db
    .insertInto('topic')
    .values((of) => ({
      id: newId(),
      networkId,
      name: JSON.stringify(name),
      beganAt: now,
      position: of
        .selectFrom('topic')
        .select((row) => row.fn.countAll<number>().as('count'))
        .where('networkId', '=', networkId),
    }))
    .execute()

export const saveTopicName = (db: Db, id: string, name: TopicName) =>
  db
    .updateTable('topic')
    .set({ name: JSON.stringify(name) })
    .where('id', '=', id)
    .execute()

export const removeTopic = (db: Db, id: string) => db.deleteFrom('topic').where('id', '=', id).execute()

/** The topics that this person cares about. */
export const listInterests = async (db: Db, networkId: string, personId: string): Promise<Topic[]> =>
  topics(db, networkId)
    .where('id', 'in', (of) => of.selectFrom('topicInterest').select('topicId').where('personId', '=', personId))
    .execute()

/** A person's topics in all networks, for them to read. */
export const listInterestsOf = (db: Db, personId: string) =>
  db
    .selectFrom('topicInterest')
    .innerJoin('topic', 'topic.id', 'topicId')
    .select(['name', 'chosenAt'])
    .where('personId', '=', personId)
    .orderBy('position')
    .orderBy('topic.id')
    .execute()

export const saveInterests = (tx: Tx, personId: string, topicIds: string[], now: Temporal.Instant) =>
  tx
    .insertInto('topicInterest')
    .columns(['topicId', 'personId', 'chosenAt'])
    .expression((of) =>
      of
        .selectFrom('topic')
        .select((row) => ['id', row.val(personId).as('personId'), row.val(now).as('chosenAt')])
        .where('id', '=', sql<string>`any(${topicIds}::uuid[])`),
    )
    .onConflict((same) => same.columns(['topicId', 'personId']).doNothing())
    .execute()

/** Takes away what is not among these topics of the network. */
export const removeOtherInterests = (tx: Tx, networkId: string, personId: string, topicIds: string[]) =>
  tx
    .deleteFrom('topicInterest')
    .where('personId', '=', personId)
    .where('topicId', 'in', (of) => of.selectFrom('topic').select('id').where('networkId', '=', networkId))
    .where('topicId', '!=', sql<string>`all(${topicIds}::uuid[])`)
    .execute()
