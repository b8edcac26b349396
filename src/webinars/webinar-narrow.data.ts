import { sql } from 'kysely'
import type { Db } from '#database'
import { countFiled, standsUnder, type Counted } from '#topics'
import type { WebinarReader } from './webinar.data.ts'
import type { Narrowed } from './webinars.paths.ts'

/** Whether a row of `webinar` is of the year, by the speaker, and under the step and the subject that are asked for. */
export const isAmong = ({ year, speaker, ...under }: Narrowed) => sql<boolean>`(
  (${year}::int is null or extract(year from held_on) = ${year})
  and (${speaker}::text is null or exists (
    select from webinar_speaker join speaker on speaker.id = speaker_id where webinar_id = webinar.id and speaker.slug = ${speaker}))
  and ${standsUnder('webinars', under)})`

export type Parts = Counted & { years: { year: number; count: number }[]; speakers: { slug: string; name: string; count: number }[] }

/** The parts that the archive has, each with how many stand in it. */
export async function countParts(db: Db, reader: WebinarReader): Promise<Parts> {
  const seen = sql`webinar.network_id = ${reader.networkId} and (${reader.drafts ?? false} or published_at is not null)`
  const [counted, years, speakers] = await Promise.all([
    countFiled(db, reader, 'webinars'),
    sql<Parts['years'][0]>`
      select extract(year from held_on)::int as year, count(*)::int as count from webinar where ${seen} group by 1 order by 1 desc`.execute(
      db,
    ),
    sql<Parts['speakers'][0]>`
      select speaker.slug, name, count(*)::int as count
      from webinar join webinar_speaker on webinar_id = webinar.id join speaker on speaker.id = speaker_id
      where ${seen} group by speaker.id order by name, speaker.id limit 500`.execute(db),
  ])
  return { ...counted, years: years.rows, speakers: speakers.rows }
}
