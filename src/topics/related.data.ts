import { sql } from 'kysely'
import type { Db } from '#database'
import type { Language } from '#platform/text'
import type { Kind } from './filing.rules.ts'

export type Related = { kind: Kind; slug: string; title: string; language: Language; summary: string }

const keys = { tips: sql.ref('tip_id'), webinars: sql.ref('webinar_id'), answers: sql.ref('answer_id') } as const
const texts = { tips: sql.table('tip_text'), webinars: sql.table('webinar_text'), answers: sql.table('answer_text') } as const

/** So many of each kind. */
const most = 3

/** Among so many it is looked for what is published. */
const looked = 20

/** Of one kind: how many words of the title each has in common. */
const worded = (kind: Kind) => sql`
  select ${sql.lit(kind)} as kind, text.${keys[kind]} as id, count(*) as score
  from mine join ${texts[kind]} as text on text.language = mine.language and text.stems && mine.stems
  cross join unnest(text.stems) as stem where stem = any(mine.stems)
  group by text.${keys[kind]}`

const titled = (kind: Kind, networkId: string, language: Language) => sql`
  select ${sql.lit(kind)} as kind, thing.id, slug, title, text.language, summary, published_at
  from ${sql.table(kind.slice(0, -1))} as thing join lateral (
    select title, summary, text.language from ${texts[kind]} as text where text.${keys[kind]} = thing.id
    order by text.language = ${language} desc, text.language = 'en' desc limit 1
  ) as text on true
  where network_id = ${networkId} and published_at is not null and thing.id in (select id from best where best.kind = ${sql.lit(kind)})`

/** Tips, webinars and answers that stand under the same subjects and steps, or speak of the same; at most three of each. */
export async function listRelated(
  db: Db,
  { networkId, language }: { networkId: string; language: Language },
  kind: Kind,
  id: string,
): Promise<Related[]> {
  const { rows } = await sql<Related>`
    with mine as (
      select language, stems from ${texts[kind]} where ${keys[kind]} = ${id}
    ), shared as (
      select other.tip_id, other.webinar_id, other.answer_id, sum(case when other.topic_id is null then 3 else 4 end) as score
      from filing join filing as other on other.topic_id = filing.topic_id or other.step_id = filing.step_id
      where filing.${keys[kind]} = ${id} group by 1, 2, 3
    ), scored as (
      select case when tip_id is not null then 'tips' when webinar_id is not null then 'webinars' else 'answers' end as kind,
        coalesce(tip_id, webinar_id, answer_id) as id, score
      from shared
      union all ${worded('tips')} union all ${worded('webinars')} union all ${worded('answers')}
    ), summed as (
      select kind, id, sum(score) as score from scored where id <> ${id} group by kind, id having sum(score) >= 2
    ), best as (
      select * from (select summed.*, row_number() over (partition by kind order by score desc, id desc) as place from summed) as ranked
      where place <= ${looked}
    ), placed as (
      select things.*, row_number() over (partition by things.kind order by score desc, published_at desc, things.id) as place
      from (${titled('tips', networkId, language)} union all ${titled('webinars', networkId, language)}
        union all ${titled('answers', networkId, language)}) as things
      join best on best.kind = things.kind and best.id = things.id
    )
    select kind, slug, title, language, summary from placed where place <= ${most} order by kind desc, place`.execute(db)
  return rows
}

/** What stands under a step, the newest first of each kind. */
export async function listUnderStep(
  db: Db,
  { networkId, language }: { networkId: string; language: Language },
  stepId: string,
): Promise<Related[]> {
  const { rows } = await sql<Related>`
    with best as (
      select case when tip_id is not null then 'tips' when webinar_id is not null then 'webinars' else 'answers' end as kind,
        coalesce(tip_id, webinar_id, answer_id) as id
      from filing where step_id = ${stepId}
    )
    select kind, slug, title, language, summary from (${titled('tips', networkId, language)}
      union all ${titled('webinars', networkId, language)} union all ${titled('answers', networkId, language)}) as things
    order by kind desc, published_at desc, id limit 60`.execute(db)
  return rows
}
