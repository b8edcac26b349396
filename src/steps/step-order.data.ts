import { sql } from 'kysely'
import { newId, type Db, type Tx } from '#database'

/** Holds the steps of a network to the end of the transaction: adding, moving and removing happen one after the other. */
export const lockSteps = (tx: Tx, networkId: string) =>
  tx.selectFrom('network').select('id').where('id', '=', networkId).forNoKeyUpdate().executeTakeFirstOrThrow()

export const listAddresses = async (tx: Tx, networkId: string): Promise<string[]> =>
  (await tx.selectFrom('step').select('slug').where('networkId', '=', networkId).execute()).map(({ slug }) => slug)

/** A step at the end, without words yet. */
export async function addStepRow(tx: Tx, networkId: string, slug: string): Promise<{ id: string }> {
  const id = newId()
  await sql`insert into step (id, network_id, slug, place)
    select ${id}, ${networkId}, ${slug}, coalesce(max(place), 0) + 1 from step where network_id = ${networkId}`.execute(tx)
  return { id }
}

/** Half a place before the one above it, or behind the one below. */
export const shiftStep = (tx: Tx, networkId: string, { slug, direction }: { slug: string; direction: 'up' | 'down' }) =>
  renumber(tx, networkId, { slug, by: direction === 'up' ? -1.5 : 1.5 })

/** Counts the steps anew, from one: what is published first, then the drafts. */
export const renumber = (tx: Tx, networkId: string, moved: { slug: string; by: number } = { slug: '', by: 0 }) =>
  sql`update step set place = counted.place from (
    select id, row_number() over (
      order by published_at is null, place + case when slug = ${moved.slug} then ${moved.by}::numeric else 0 end, id
    ) as place from step where network_id = ${networkId}
  ) as counted where counted.id = step.id and step.place <> counted.place`.execute(tx)

export const savePublished = (tx: Tx, stepId: string, publishedAt: Temporal.Instant | null) =>
  tx.updateTable('step').set({ publishedAt }).where('id', '=', stepId).execute()

/** Lets steps share a place until they are counted anew. */
export const letPlacesMeet = (tx: Tx) => sql`set constraints all deferred`.execute(tx)

/** Where it stands until the steps are counted anew. */
export const savePlace = (tx: Tx, stepId: string, place: number) => tx.updateTable('step').set({ place }).where('id', '=', stepId).execute()

export const removeStep = (tx: Tx, stepId: string) => tx.deleteFrom('step').where('id', '=', stepId).execute()

export const removeStepText = (tx: Tx, stepId: string, language: string) =>
  tx
    .deleteFrom('stepText')
    .where('stepId', '=', stepId)
    .where('language', '=', sql<'en'>`${language}`)
    .execute()

export const countSteps = async (db: Db, networkId: string): Promise<number> =>
  (
    await db
      .selectFrom('step')
      .select((of) => of.fn.countAll<number>().as('count'))
      .where('networkId', '=', networkId)
      .executeTakeFirstOrThrow()
  ).count
