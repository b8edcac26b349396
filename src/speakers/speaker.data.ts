import { sql, type Insertable } from 'kysely'
import { newId, type Db, type Tx } from '#database'
import type { Language } from '#platform/text'
import type { SpeakerBrief, Where } from './speaker.rules.ts'
import type { SpeakerTable, SpeakerTextTable } from './speakers.tables.ts'

/** Whose speakers, in whose language; stewards see those who have not spoken anywhere yet. */
export type SpeakerReader = { networkId: string; language: Language; isSteward?: boolean }

export type Speaker = SpeakerBrief & { id: string; personId: string | null; editedAt: Temporal.Instant }

const wordsIn = (language: Language) => sql`left join lateral (
  select role, bio, picture_alt from speaker_text where speaker_text.speaker_id = speaker.id
  order by language = ${language} desc, language = 'en' desc limit 1
) as text on true`

/** For queries of rooms above: who speaks at the event or in the webinar of the row, in their order. */
export const speakersOf = (where: Where, language: Language) => {
  const [table, column, id] =
    where === 'events'
      ? [sql.table('event_speaker'), sql.ref('event_speaker.event_id'), sql.ref('event.id')]
      : [sql.table('webinar_speaker'), sql.ref('webinar_speaker.webinar_id'), sql.ref('webinar.id')]
  return sql<SpeakerBrief[]>`coalesce((
    select json_agg(json_build_object('slug', speaker.slug, 'name', name, 'organisation', organisation, 'picture', picture,
      'pictureAlt', coalesce(picture_alt, ''), 'role', coalesce(role, ''), 'bio', '') order by place)
    from ${table} join speaker on speaker.id = speaker_id ${wordsIn(language)}
    where ${column} = ${id}), '[]')`
}

const speaksSomewhere = sql<boolean>`(
  exists (select from webinar_speaker join webinar on webinar.id = webinar_id where speaker_id = speaker.id and published_at is not null)
  or exists (select from event_speaker join event on event.id = event_id where speaker_id = speaker.id and published_at is not null))`

const speakersFor = ({ networkId, language, isSteward = false }: SpeakerReader) => sql`
  select speaker.id, speaker.slug, name, organisation, picture, person_id, edited_at,
    coalesce(picture_alt, '') as picture_alt, coalesce(role, '') as role, coalesce(bio, '') as bio
  from speaker ${wordsIn(language)}
  where speaker.network_id = ${networkId} and (${isSteward} or ${speaksSomewhere})`

export const listSpeakers = async (db: Db, reader: SpeakerReader): Promise<Speaker[]> =>
  (await sql<Speaker>`${speakersFor(reader)} order by name, speaker.id`.execute(db)).rows

export const findSpeaker = async (db: Db, reader: SpeakerReader, slug: string): Promise<Speaker | undefined> =>
  (await sql<Speaker>`${speakersFor(reader)} and speaker.slug = ${slug}`.execute(db)).rows[0]

export type Spoken = { where: Where; slug: string; title: string; language: Language; on: Temporal.Instant | null }

/** Everything they spoke at, or will, the last first; of an event whose recording is kept, the recording. */
export const listSpoken = async (db: Db, { networkId, language, isSteward = false }: SpeakerReader, speakerId: string): Promise<Spoken[]> =>
  (
    await sql<Spoken>`
      select * from (
        select 'webinars' as where, slug, title, text.language, held_on::timestamp at time zone 'UTC' + interval '12 hours' as on
        from webinar_speaker join webinar on webinar.id = webinar_id join lateral (
          select title, language from webinar_text where webinar_text.webinar_id = webinar.id
          order by language = ${language} desc, language = 'en' desc limit 1
        ) as text on true
        where speaker_id = ${speakerId} and network_id = ${networkId} and (${isSteward} or published_at is not null)
        union all
        select 'events', slug, title, text.language, starts_at
        from event_speaker join event on event.id = event_id join lateral (
          select title, language from event_text where event_text.event_id = event.id
          order by language = ${language} desc, language = 'en' desc limit 1
        ) as text on true
        where speaker_id = ${speakerId} and network_id = ${networkId} and (${isSteward} or published_at is not null)
          and not exists (select from webinar where webinar.event_id = event.id and webinar.published_at is not null)
      ) as spoken order by "on" desc nulls first, slug limit 500`.execute(db)
  ).rows

export const listSpeakerTexts = (db: Db, speakerId: string) =>
  db.selectFrom('speakerText').selectAll().where('speakerId', '=', speakerId).execute()

export const listSpeakerSlugs = async (db: Db, networkId: string, like: string): Promise<string[]> =>
  (await db.selectFrom('speaker').select('slug').where('networkId', '=', networkId).where('slug', 'like', `${like}%`).execute()).map(
    ({ slug }) => slug,
  )

type Facts = Omit<Insertable<SpeakerTable>, 'id' | 'networkId' | 'slug'>

/** Undefined when the address was taken meanwhile. */
export const beginSpeakerRow = (tx: Tx, speaker: Facts & { networkId: string; slug: string }) =>
  tx
    .insertInto('speaker')
    .values({ id: newId(), ...speaker })
    .onConflict((same) => same.columns(['networkId', 'slug']).doNothing())
    .returning('id')
    .executeTakeFirst()

export const lockSpeaker = (tx: Tx, networkId: string, slug: string) =>
  tx
    .selectFrom('speaker')
    .select(['id', 'picture', 'personId', 'editedAt'])
    .where('networkId', '=', networkId)
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst()

export const saveSpeakerRow = (tx: Tx, id: string, facts: Facts) => tx.updateTable('speaker').set(facts).where('id', '=', id).execute()

export const saveSpeakerTexts = (tx: Tx, texts: SpeakerTextTable[]) =>
  tx
    .insertInto('speakerText')
    .values(texts)
    .onConflict((same) =>
      same.columns(['speakerId', 'language']).doUpdateSet((of) => ({
        role: of.ref('excluded.role'),
        bio: of.ref('excluded.bio'),
        pictureAlt: of.ref('excluded.pictureAlt'),
      })),
    )
    .execute()

export const removeSpeaker = (db: Db, networkId: string, slug: string) =>
  db.deleteFrom('speaker').where('networkId', '=', networkId).where('slug', '=', slug).execute()
