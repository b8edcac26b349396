import { sql } from 'kysely'
import type { Db } from '#database'
import { marks, type Hit } from './hit.rules.ts'
import type { WebinarReader } from './webinar.data.ts'

export type Found = { id: string; inAll: number; hits: Hit[] }
export type Asking = { asked: string; year: number | null; limit: number; offset: number }

const hitsEach = 3

/**
 * The webinars in which all that is asked stands somewhere: in title, notes or what was said; each with the sentences that say most of
 * it. Those come first in which it weighs most.
 */
export async function findWebinarsAbout(db: Db, reader: WebinarReader, { asked, year, limit, offset }: Asking): Promise<Found[]> {
  const english = sql`query_of('en', ${asked})`
  const spanish = sql`query_of('es', ${asked})`
  const { rows } = await sql<Found>`
    with found as (
      select webinar.id, webinar.held_on, max(ts_rank(said.words, case said.language when 'es' then ${spanish} else ${english} end)) as weight
      from webinar_words said join webinar on webinar.id = said.webinar_id
      where webinar.network_id = ${reader.networkId}
        and (${reader.drafts ?? false} or webinar.published_at is not null)
        and (${year}::int is null or extract(year from held_on) = ${year})
        and ((said.language = 'en' and said.words @@ ${english}) or (said.language = 'es' and said.words @@ ${spanish}))
      group by webinar.id
    ), page as (
      select id, weight, held_on, count(*) over ()::int as in_all from found
      order by weight desc, held_on desc, id desc limit ${limit} offset ${offset}
    )
    select page.id, page.in_all, coalesce(hits.hits, '[]') as hits
    from page left join lateral (
      select json_agg(json_build_object('startsAt', starts_at, 'language', language, 'speaker', speaker,
        'words', ts_headline(case language when 'es' then 'pg_catalog.spanish'::regconfig else 'pg_catalog.english'::regconfig end, words,
          any_of(query_of(language, ${asked})), ${`StartSel=${marks.begin}, StopSel=${marks.end}, HighlightAll=true`})) order by starts_at) as hits
      from (
        select starts_at, cue.language, speaker, cue.words from cue
        where cue.webinar_id = page.id
          and cue.searched @@ case cue.language when 'es' then any_of(${spanish}) else any_of(${english}) end
        order by (cue.language = ${reader.language}) desc,
          ts_rank(cue.searched, case cue.language when 'es' then any_of(${spanish}) else any_of(${english}) end) desc, place
        limit ${hitsEach}
      ) as best
    ) as hits on true
    order by page.weight desc, page.held_on desc, page.id desc`.execute(db)
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
