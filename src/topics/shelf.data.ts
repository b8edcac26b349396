import { sql } from 'kysely'
import type { Db } from '#database'
import type { Kind } from './filing.rules.ts'
import type { Shelved } from './related.rules.ts'

const own = {
  tips: { table: sql.table('tip'), texts: sql.table('tip_text'), key: sql.ref('tip_id') },
  webinars: { table: sql.table('webinar'), texts: sql.table('webinar_text'), key: sql.ref('webinar_id') },
  answers: { table: sql.table('answer'), texts: sql.table('answer_text'), key: sql.ref('answer_id') },
} as const

const ofKind = (kind: Kind, networkId: string) => sql`
  select ${sql.lit(kind)} as kind, thing.id, slug, published_at as "publishedAt",
    array(select topic_id from filing where ${own[kind].key} = thing.id and topic_id is not null) as subjects,
    array(select step_id from filing where ${own[kind].key} = thing.id and step_id is not null) as steps,
    (select coalesce(jsonb_agg(jsonb_build_object('language', language, 'title', title, 'summary', summary, 'stems', stems)), '[]')
      from ${own[kind].texts} as text where text.${own[kind].key} = thing.id) as texts
  from ${own[kind].table} as thing where network_id = ${networkId}`

/** All tips, webinars and answers of a network, drafts among them, the newest first. */
export async function readShelf(db: Db, networkId: string): Promise<Shelved[]> {
  const { rows } = await sql<Shelved>`
    ${ofKind('tips', networkId)} union all ${ofKind('webinars', networkId)} union all ${ofKind('answers', networkId)}
    order by "publishedAt" desc nulls last, id`.execute(db)
  return rows
}
