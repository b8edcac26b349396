import { sql } from 'kysely'
import type { Db } from '#database'
import { marks, type Hit } from './hit.rules.ts'
import type { WebinarReader } from './webinar.data.ts'

export type Found = { id: string; inAll: number; hits: Hit[] }
export type Asking = { asked: string; year: number | null; limit: number; offset: number }

const hitsEach = 3

/**
 * The webinars in which all that is asked stands somewhere: in title, notes or what was said; each with the sentences that say most of
 * it. Those whose title, summary or speakers say it come first.
 */
export async function findWebinarsAbout(db: Db, reader: WebinarReader, { asked, year, limit, offset }: Asking): Promise<Found[]> {
  const anyOfIt = sql`case cue.language when 'es' then any_of(query_of('es', ${asked})) else any_of(query_of('en', ${asked})) end`
  const { rows } = await sql<Found>`
    with page as (
      select webinar.id, held_on, by_its_head, count(*) over ()::int as in_all
      from webinars_that_speak_of(${asked}) found join webinar using (id)
      where network_id = ${reader.networkId} and (${reader.drafts ?? false} or published_at is not null)
        and (${year}::int is null or extract(year from held_on) = ${year})
      order by by_its_head desc, held_on desc, webinar.id desc limit ${limit} offset ${offset}
    )
    select page.id, page.in_all, coalesce(hits.hits, '[]') as hits
    from page left join lateral (
      select json_agg(json_build_object('startsAt', starts_at, 'language', language, 'speaker', speaker,
        'words', ts_headline(case language when 'es' then 'pg_catalog.spanish'::regconfig else 'pg_catalog.english'::regconfig end, words,
          any_of(query_of(language, ${asked})), ${`StartSel=${marks.begin}, StopSel=${marks.end}, HighlightAll=true`})) order by starts_at) as hits
      from (
        select starts_at, cue.language, speaker, cue.words from cue
        where cue.webinar_id = page.id and cue.searched @@ ${anyOfIt}
        order by (cue.language = ${reader.language}) desc, ts_rank(cue.searched, ${anyOfIt}) desc, place
        limit ${hitsEach}
      ) as best
    ) as hits on true
    order by by_its_head desc, held_on desc, page.id desc`.execute(db)
  return rows
}

/** The years in which something was held, the last first. */
export const listYears = async (db: Db, reader: WebinarReader): Promise<number[]> =>
  (
    await db
      .selectFrom('webinar')
      .select(sql<number>`extract(year from held_on)::int`.as('year'))
      .distinct()
      .where('networkId', '=', reader.networkId)
      .$if(!reader.drafts, (query) => query.where('publishedAt', 'is not', null))
      .orderBy('year', 'desc')
      .execute()
  ).map(({ year }) => year)
