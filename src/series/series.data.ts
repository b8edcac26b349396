import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import { newId, type Db, type Tx } from '#database'
import type { SeriesStepTable, SeriesTable } from './series.tables.ts'

export type Series = Selectable<SeriesTable>
export type Step = Selectable<SeriesStepTable>
export type Which = { networkId: string; id: string }

export const listSeries = (db: Db, networkId: string): Promise<Series[]> =>
  db.selectFrom('series').selectAll().where('networkId', '=', networkId).orderBy('name').orderBy('id').execute()

export const listSeriesThatAreOn = (db: Db): Promise<Series[]> =>
  db.selectFrom('series').selectAll().where('onSince', 'is not', null).orderBy('id').execute()

const one = (db: Db, { networkId, id }: Which) =>
  db.selectFrom('series').selectAll().where('networkId', '=', networkId).where('id', '=', id)

export const findSeries = (db: Db, which: Which): Promise<Series | undefined> => one(db, which).executeTakeFirst()

/** Holds the series to the end of the transaction. */
export const lockSeries = (tx: Tx, which: Which): Promise<Series | undefined> => one(tx, which).forUpdate().executeTakeFirst()

export type NewSeries = Pick<Insertable<SeriesTable>, 'networkId' | 'listId' | 'name' | 'beginsWith' | 'stopsWith'>

export async function insertSeries(db: Db, series: NewSeries, now: Temporal.Instant): Promise<string> {
  const id = newId()
  await db
    .insertInto('series')
    .values({ ...series, id, begunAt: now, changedAt: now })
    .execute()
  return id
}

export const updateSeries = (db: Db, id: string, changes: Updateable<SeriesTable>) =>
  db.updateTable('series').set(changes).where('id', '=', id).execute()

export const removeSeries = (tx: Tx, id: string) => tx.deleteFrom('series').where('id', '=', id).execute()

export const listSteps = (db: Db, seriesId: string): Promise<Step[]> =>
  db.selectFrom('seriesStep').selectAll().where('seriesId', '=', seriesId).orderBy('position').execute()

export type NewStep = Pick<Step, 'seriesId' | 'afterDays' | 'atHour' | 'subject' | 'body'>

/** Puts a step after the others. Hold the series. */
export async function insertStep(tx: Tx, { subject, body, ...step }: NewStep, now: Temporal.Instant): Promise<string> {
  const id = newId()
  const last = await tx
    .selectFrom('seriesStep')
    .select('position')
    .where('seriesId', '=', step.seriesId)
    .orderBy('position', 'desc')
    .executeTakeFirst()
  const texts = { subject: JSON.stringify(subject), body: JSON.stringify(body) }
  await tx
    .insertInto('seriesStep')
    .values({ ...step, ...texts, id, position: (last?.position ?? 0) + 1, changedAt: now })
    .execute()
  return id
}

export type StepChange = Pick<Step, 'subject' | 'body' | 'afterDays' | 'atHour'>

export const updateStep = (tx: Tx, id: string, { subject, body, ...delay }: StepChange, now: Temporal.Instant) =>
  tx
    .updateTable('seriesStep')
    .set({ ...delay, subject: JSON.stringify(subject), body: JSON.stringify(body), changedAt: now })
    .where('id', '=', id)
    .execute()

export const removeStep = (tx: Tx, seriesId: string, id: string) =>
  tx.deleteFrom('seriesStep').where('seriesId', '=', seriesId).where('id', '=', id).execute()

export type Numbers = { entered: number; going: number; finished: number; left: number; stopped: number }

/** How many came, and what became of them, by series. */
export async function countPeople(db: Db, seriesIds: string[]): Promise<Map<string, Numbers>> {
  const rows = await db
    .selectFrom('seriesPerson')
    .select(['seriesId', 'ended', (of) => of.fn.countAll<number>().as('count')])
    .where('seriesId', '=', sql<string>`any(${seriesIds}::uuid[])`)
    .where((is) => is.or([is('ended', 'is', null), is('ended', '<>', 'before')]))
    .groupBy(['seriesId', 'ended'])
    .execute()
  const of = (id: string, ended: string | null) => rows.find((row) => row.seriesId === id && row.ended === ended)?.count ?? 0
  return new Map(
    seriesIds.map((id) => {
      const parts = { going: of(id, null), finished: of(id, 'finished'), left: of(id, 'left'), stopped: of(id, 'stopped') }
      return [id, { ...parts, entered: Object.values(parts).reduce((sum, count) => sum + count, 0) }]
    }),
  )
}

/** To how many each step was sent. */
export async function countSent(db: Db, seriesId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('seriesMail')
    .innerJoin('seriesStep', 'seriesStep.id', 'seriesMail.stepId')
    .select(['stepId', (of) => of.fn.countAll<number>().as('count')])
    .where('seriesId', '=', seriesId)
    .groupBy('stepId')
    .execute()
  return new Map(rows.map(({ stepId, count }) => [stepId, count]))
}

export const listPassages = (db: Db, personId: string) =>
  db
    .selectFrom('seriesPerson')
    .innerJoin('series', 'series.id', 'seriesPerson.seriesId')
    .select(['series.name as series', 'enteredAt', 'passed as mails', 'ended', 'endedAt'])
    .where('personId', '=', personId)
    .where((is) => is.or([is('ended', 'is', null), is('ended', '<>', 'before')]))
    .orderBy('enteredAt')
    .execute()
