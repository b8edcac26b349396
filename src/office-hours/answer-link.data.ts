import { sql } from 'kysely'
import { newId, type Db } from '#database'
import type { AnswerReader } from './answer.data.ts'

export type AnswerLink = {
  id: string
  kind: 'tip' | 'webinar'
  slug: string
  title: string
  language: 'en' | 'es'
  atSecond: number | null
}

/** Where an answer goes on, as far as the reader may follow: none leads to a draft. */
export async function listAnswerLinks(db: Db, { language, drafts = false }: AnswerReader, answerId: string): Promise<AnswerLink[]> {
  const { rows } = await sql<AnswerLink>`
    select link.id, case when link.tip_id is null then 'webinar' else 'tip' end as kind, coalesce(tip.slug, webinar.slug) as slug,
      text.title, text.language, link.at_second
    from answer_link as link
    left join tip on tip.id = link.tip_id
    left join webinar on webinar.id = link.webinar_id
    join lateral (
      select title, language from (
        select title, language from tip_text where tip_text.tip_id = link.tip_id
        union all
        select title, language from webinar_text where webinar_text.webinar_id = link.webinar_id
      ) as texts
      order by language = ${language} desc, language = 'en' desc limit 1
    ) as text on true
    where link.answer_id = ${answerId} and (${drafts} or coalesce(tip.published_at, webinar.published_at) is not null)
    order by link.added_at, link.id`.execute(db)
  return rows
}

export type NewLink = { answerId: string; networkId: string; kind: 'tip' | 'webinar'; slug: string; atSecond: number | null }

/** Adds it once; nothing where there is no such tip or webinar. */
export const saveAnswerLink = (db: Db, { answerId, networkId, kind, slug, atSecond }: NewLink, now: Temporal.Instant) =>
  sql`insert into answer_link (id, answer_id, tip_id, webinar_id, at_second, added_at)
    select ${newId()}::uuid, ${answerId}::uuid, ${kind === 'tip' ? sql`id` : sql`null::uuid`}, ${kind === 'webinar' ? sql`id` : sql`null::uuid`}, ${atSecond}::integer, ${now}::timestamptz
    from ${sql.table(kind)} where network_id = ${networkId} and slug = ${slug}
    on conflict do nothing`.execute(db)

export const removeAnswerLink = (db: Db, answerId: string, id: string) =>
  db.deleteFrom('answerLink').where('answerId', '=', answerId).where('id', '=', id).execute()
