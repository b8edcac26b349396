import type { Selectable } from 'kysely'
import { newId, type Db, type Tx } from '#database'
import type { Language } from '#platform/text'
import { readDefinition, type Definition } from './definition.rules.ts'
import type { SegmentTable } from './segments.tables.ts'

export type Segment = Omit<Selectable<SegmentTable>, 'definition'> & { definition: Definition }

const withDefinition = (row: Selectable<SegmentTable>): Segment => ({ ...row, definition: readDefinition(row.definition) })

export async function listSegments(db: Db, networkId: string): Promise<Segment[]> {
  const rows = await db.selectFrom('segment').selectAll().where('networkId', '=', networkId).orderBy('name').orderBy('id').execute()
  return rows.map(withDefinition)
}

type Which = { networkId: string; id: string }

const one = (db: Db, { networkId, id }: Which) =>
  db.selectFrom('segment').selectAll().where('networkId', '=', networkId).where('id', '=', id)

export async function findSegment(db: Db, which: Which): Promise<Segment | undefined> {
  const row = await one(db, which).executeTakeFirst()
  return row && withDefinition(row)
}

/** Holds the segment to the end of the transaction: no edition can take it, and nobody change it, meanwhile. */
export async function lockSegment(tx: Tx, which: Which): Promise<Segment | undefined> {
  const row = await one(tx, which).forUpdate().executeTakeFirst()
  return row && withDefinition(row)
}

export type NewSegment = { networkId: string; name: string; definition: Definition; changedBy: string }

export async function insertSegment(db: Db, { definition, ...segment }: NewSegment, now: Temporal.Instant): Promise<string> {
  const id = newId()
  const moments = { begunAt: now, changedAt: now }
  await db
    .insertInto('segment')
    .values({ ...segment, ...moments, id, definition: JSON.stringify(definition) as never })
    .execute()
  return id
}

export type SegmentChange = { name: string; definition: Definition; changedBy: string }

export const updateSegment = (tx: Tx, id: string, { definition, ...change }: SegmentChange, now: Temporal.Instant) =>
  tx
    .updateTable('segment')
    .set({ ...change, changedAt: now, definition: JSON.stringify(definition) as never })
    .where('id', '=', id)
    .execute()

export const removeSegment = (tx: Tx, id: string) => tx.deleteFrom('segment').where('id', '=', id).execute()

/** Editions that are still to be sent and would go to everybody without the segment. */
export const listEditionsThatUse = (db: Db, segmentId: string) =>
  db
    .selectFrom('edition')
    .select(['slug', 'subject', 'scheduledFor'])
    .where('segmentId', '=', segmentId)
    .where('sendingBeganAt', 'is', null)
    .orderBy('slug')
    .execute()

export const listTopicsToName = (db: Db, networkId: string) =>
  db.selectFrom('topic').select(['id', 'name']).where('networkId', '=', networkId).orderBy('position').orderBy('id').execute()

/** Tools that a rule may name, as the newest of their versions that is published calls them. */
export const listToolsToName = (db: Db, networkId: string) =>
  db
    .selectFrom('tool')
    .innerJoin('toolVersion', 'toolVersion.toolId', 'tool.id')
    .distinctOn('slug')
    .select(['tool.id', (of) => of.ref('definition', '->').key('title').as('title')])
    .where('networkId', '=', networkId)
    .where('publishedAt', 'is not', null)
    .orderBy('slug')
    .orderBy('number', 'desc')
    .execute()

/** Events that a rule may name, the latest first; drafts too, since a rule can be written before an event is announced. */
export const listEventsToName = (db: Db, { networkId, language }: { networkId: string; language: Language }) =>
  db
    .selectFrom('event')
    .innerJoin('eventText', 'eventText.eventId', 'event.id')
    .distinctOn('event.id')
    .select(['event.id', 'title', 'startsAt', 'timeZone'])
    .where('networkId', '=', networkId)
    .orderBy('event.id', 'desc')
    .orderBy((of) => of.case().when('eventText.language', '=', language).then(0).else(1).end())
    .limit(300)
    .execute()
