import { sql, type Insertable } from 'kysely'
import { newId, type Db, type Tx } from '#database'
import type { UploadTable } from './recordings.tables.ts'

export const beginUploadRow = (db: Db, upload: Omit<Insertable<UploadTable>, 'id'>) =>
  db
    .insertInto('upload')
    .values({ id: newId(), ...upload })
    .returning('id')
    .executeTakeFirstOrThrow()

export type Upload = Omit<UploadTable, 'personId' | 'begunAt'> & { slug: string; networkId: string }

/** Whose it is not, does not see it. */
export const findUpload = (db: Db, { id, personId }: { id: string; personId: string }): Promise<Upload | undefined> =>
  db
    .selectFrom('upload')
    .innerJoin('webinar', 'webinar.id', 'upload.webinarId')
    .select(['upload.id', 'upload.webinarId', 'purpose', 'name', 'bytes', 'slug', 'networkId'])
    .where('upload.id', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst()

export const removeUploadRow = (tx: Tx, id: string) => tx.deleteFrom('upload').where('id', '=', id).returning('id').executeTakeFirst()

/** Of these files, those that a recording, slides or an upload names. */
export const listNamedFiles = async (db: Db, ids: string[]): Promise<Set<string>> => {
  const { rows } = await sql<{ id: string }>`select id::text from (
    select file as id from recording union all select file from slide_deck union all select file from slide_page union all select id from upload
  ) as named where id::text = any(${ids})`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Those begun before this moment. */
export const listUploadsBegunBefore = (db: Db, moment: Temporal.Instant) =>
  db.selectFrom('upload').select('id').where('begunAt', '<', moment).execute()
