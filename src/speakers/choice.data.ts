import { sql } from 'kysely'
import type { Db, Tx } from '#database'
import type { Language } from '#platform/text'
import type { Where } from './speaker.rules.ts'

export type Thing = { id: string; slug: string; title: string; language: Language }

const tables = { events: ['event', 'event_text', 'event_id'], webinars: ['webinar', 'webinar_text', 'webinar_id'] } as const

/** What speakers are chosen for, a draft as well. */
export async function findThing(
  db: Db,
  { networkId, language }: { networkId: string; language: Language },
  { where, slug }: { where: Where; slug: string },
): Promise<Thing | undefined> {
  const [table, texts, key] = tables[where]
  const { rows } = await sql<Thing>`
    select thing.id, thing.slug, text.title, text.language from ${sql.table(table)} as thing join lateral (
      select title, language from ${sql.table(texts)} as text where text.${sql.ref(key)} = thing.id
      order by language = ${language} desc, language = 'en' desc limit 1
    ) as text on true
    where network_id = ${networkId} and thing.slug = ${slug}`.execute(db)
  return rows[0]
}

/** Who was chosen, in their order. */
export const listChosen = async (db: Db, where: Where, id: string): Promise<string[]> => {
  const rows =
    where === 'events'
      ? await db.selectFrom('eventSpeaker').select('speakerId').where('eventId', '=', id).orderBy('place').execute()
      : await db.selectFrom('webinarSpeaker').select('speakerId').where('webinarId', '=', id).orderBy('place').execute()
  return rows.map(({ speakerId }) => speakerId)
}

/** Puts these in the place of those there were. */
export async function saveChosen(tx: Tx, { where, id }: { where: Where; id: string }, speakerIds: string[]): Promise<void> {
  const rows = speakerIds.map((speakerId, place) => ({ speakerId, place }))
  if (where === 'events') {
    await tx.deleteFrom('eventSpeaker').where('eventId', '=', id).execute()
    if (rows.length > 0)
      await tx
        .insertInto('eventSpeaker')
        .values(rows.map((row) => ({ eventId: id, ...row })))
        .execute()
  } else {
    await tx.deleteFrom('webinarSpeaker').where('webinarId', '=', id).execute()
    if (rows.length > 0)
      await tx
        .insertInto('webinarSpeaker')
        .values(rows.map((row) => ({ webinarId: id, ...row })))
        .execute()
  }
}

/** Who spoke at the event speaks in the webinar that is kept of it. */
export const bringSpeakers = (tx: Tx, { eventId, webinarId }: { eventId: string; webinarId: string }) =>
  tx
    .insertInto('webinarSpeaker')
    .columns(['webinarId', 'speakerId', 'place'])
    .expression((of) =>
      of
        .selectFrom('eventSpeaker')
        .select((row) => [row.val(webinarId).as('webinarId'), 'speakerId', 'place'])
        .where('eventId', '=', eventId),
    )
    .execute()
