import { sql } from 'kysely'
import type { Db } from '#database'
import type { Language } from '#platform/text'
import { bestSentences, marks, type Hit, type Sentence, type SlideHit } from './hit.rules.ts'
import type { WebinarReader } from './webinar.data.ts'
import { isAmong } from './webinar-narrow.data.ts'
import type { Narrowed } from './webinars.paths.ts'

export type Found = { id: string; inAll: number; hits: Hit[]; slides: SlideHit[] }
export type Asking = { narrowed: Narrowed; limit: number; offset: number }

/** A webinar in which all that is asked stands somewhere; by language and stem, the places of the sentences that have it. */
type Spoken = { id: string; inAll: number; sentences: Partial<Record<Language, Record<string, string | null>>> | null }

/**
 * The webinars in which all that is asked stands somewhere: in title, notes, slides or what was said; each with the sentences and slides
 * that say most of it. Those whose title, summary or speakers say it come first.
 */
export async function findWebinarsAbout(db: Db, reader: WebinarReader, asking: Asking): Promise<Found[]> {
  const webinars = await findSpoken(db, reader, asking)
  const best = webinars.flatMap(({ id, sentences }) => bestSentences(sentences ?? {}, reader.language).map((one) => ({ id, ...one })))
  const { asked } = asking.narrowed
  const hits = await findHits(db, best, asked)
  const slides = await findSlides(
    db,
    webinars.map(({ id }) => id),
    asked,
  )
  return webinars.map(({ id, inAll }) => ({ id, inAll, hits: hits.get(id) ?? [], slides: slides.get(id) ?? [] }))
}

async function findSpoken(db: Db, reader: WebinarReader, { narrowed, limit, offset }: Asking): Promise<Spoken[]> {
  const { asked } = narrowed
  const { rows } = await sql<Spoken>`
    with page as (
      select webinar.id, held_on, by_its_head, count(*) over ()::int as in_all
      from webinars_that_speak_of(${asked}) found join webinar using (id)
      where network_id = ${reader.networkId} and (${reader.drafts ?? false} or published_at is not null)
        and ${isAmong(narrowed)}
      order by by_its_head desc, held_on desc, webinar.id desc limit ${limit} offset ${offset}
    )
    select page.id, page.in_all, (
      select jsonb_object_agg(language, (select jsonb_object_agg(stem, sentences -> stem) from unnest(stems_asked(language, ${asked})) as stem))
      from webinar_words where webinar_id = page.id
    ) as sentences
    from page order by by_its_head desc, held_on desc, page.id desc`.execute(db)
  return rows
}

/** The sentences at these places, with the words that were asked for between marks. */
async function findHits(db: Db, best: (Sentence & { id: string })[], asked: string): Promise<Map<string, Hit[]>> {
  if (best.length === 0) return new Map()
  const { rows } = await sql<Hit & { id: string }>`
    select webinar_id as id, starts_at, language, speaker,
      ts_headline(case language when 'es' then 'pg_catalog.spanish'::regconfig else 'pg_catalog.english'::regconfig end, words,
        any_of(query_of(language, ${asked})), ${`StartSel=${marks.begin}, StopSel=${marks.end}, HighlightAll=true`}) as words
    from unnest(${best.map(({ id }) => id)}::uuid[], ${best.map(({ language }) => language)}::text[], ${best.map(({ place }) => place)}::int[])
      as best (webinar_id, language, place) join cue using (webinar_id, language, place)
    order by starts_at`.execute(db)
  return Map.groupBy(rows, ({ id }) => id)
}

const slidesEach = 3

/** Of each webinar the slides that have most of the words that were asked for, those words between marks. */
async function findSlides(db: Db, ids: string[], asked: string): Promise<Map<string, SlideHit[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<SlideHit & { id: string }>`
    with stems as (
      select distinct quote_literal(stem)::tsquery as stem from unnest(stems_asked('en', ${asked}) || stems_asked('es', ${asked})) as stem
    ), told as (
      select webinar_id, page, words, row_number() over (
        partition by webinar_id order by (select count(*) from stems where searched @@ stem) desc, page) as place
      from slide_page where webinar_id = any(${ids}::uuid[]) and exists (select from stems where searched @@ stem)
    )
    select webinar_id as id, page, ts_headline(
      case when words_of('en', words) @@ any_of(query_of('en', ${asked})) then 'pg_catalog.english'::regconfig else 'pg_catalog.spanish'::regconfig end,
      words, any_of(query_of('en', ${asked})) || any_of(query_of('es', ${asked})),
      ${`StartSel=${marks.begin}, StopSel=${marks.end}, MaxWords=24, MinWords=10, MaxFragments=1`}) as words
    from told where place <= ${slidesEach} order by webinar_id, page`.execute(db)
  return Map.groupBy(rows, ({ id }) => id)
}
