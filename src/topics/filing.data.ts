import { sql } from 'kysely'
import type { Db, Tx } from '#database'
import type { Language } from '#platform/text'
import type { Filed, Kind, Narrowing, Subject } from './filing.rules.ts'
import { steps, type Step } from './step.rules.ts'

type Reader = { networkId: string; language: Language; drafts?: boolean }

const tables = {
  tips: ['tip', 'tip_text', 'tip_id'],
  webinars: ['webinar', 'webinar_text', 'webinar_id'],
  answers: ['answer', 'answer_text', 'answer_id'],
} as const

/** For queries of rooms above: whether the row of this kind stands under what is asked for. */
export function standsUnder(kind: Kind, { step, subject }: Narrowing) {
  const [table, , key] = tables[kind]
  const mine = sql`filing.${sql.ref(key)} = ${sql.ref(`${table}.id`)}`
  return sql<boolean>`(
    (${step}::text is null or exists (select from filing where ${mine} and step = ${step}))
    and (${subject}::uuid is null or exists (select from filing where ${mine} and topic_id = ${subject}::uuid)))`
}

/** What one thing stands under. */
export async function findFiled(db: Db, { language }: Pick<Reader, 'language'>, kind: Kind, id: string): Promise<Filed> {
  const { rows } = await sql<{ step: Step | null; id: string | null; name: string | null }>`
    select step, topic.id, topic.name ->> ${language} as name from filing left join topic on topic.id = topic_id
    where ${sql.ref(tables[kind][2])} = ${id} order by position, topic.id`.execute(db)
  return {
    steps: steps.filter((step) => rows.some((row) => row.step === step)),
    subjects: rows.flatMap((row) => (row.id && row.name ? [{ id: row.id, name: row.name }] : [])),
  }
}

export type Counted = { steps: { step: Step; count: number }[]; subjects: (Subject & { count: number })[] }

/** How many things of this kind stand under each step and each subject; those with none are left out. */
export async function countFiled(db: Db, { networkId, language, drafts = false }: Reader, kind: Kind): Promise<Counted> {
  const [table, , key] = tables[kind]
  const { rows } = await sql<{ step: Step | null; id: string | null; name: string | null; count: number }>`
    select step, topic.id, topic.name ->> ${language} as name, count(*)::int as count
    from filing join ${sql.table(table)} as thing on thing.id = ${sql.ref(key)} left join topic on topic.id = topic_id
    where thing.network_id = ${networkId} and (${drafts} or thing.published_at is not null)
    group by step, topic.id order by position, topic.id`.execute(db)
  return {
    steps: steps.flatMap((step) => rows.filter((row) => row.step === step).map(({ count }) => ({ step, count }))),
    subjects: rows.flatMap(({ id, name, count }) => (id && name ? [{ id, name, count }] : [])),
  }
}

export type Thing = { id: string; slug: string; title: string }

/** What is filed, a draft as well. */
export async function findThing(db: Db, { networkId, language }: Reader, kind: Kind, slug: string): Promise<Thing | undefined> {
  const [table, texts, key] = tables[kind]
  const { rows } = await sql<Thing>`
    select thing.id, thing.slug, text.title from ${sql.table(table)} as thing join lateral (
      select title from ${sql.table(texts)} as text where text.${sql.ref(key)} = thing.id
      order by language = ${language} desc, language = 'en' desc limit 1
    ) as text on true
    where network_id = ${networkId} and thing.slug = ${slug}`.execute(db)
  return rows[0]
}

/** Puts it under these steps and subjects, and under no others. */
export async function saveFiled(tx: Tx, kind: Kind, id: string, filed: { steps: Step[]; subjects: string[] }): Promise<void> {
  const key = sql.ref(tables[kind][2])
  await sql`delete from filing where ${key} = ${id}`.execute(tx)
  await sql`insert into filing (${key}, step, topic_id)
    select ${id}::uuid, step, null::uuid from unnest(${filed.steps}::text[]) as step
    union select ${id}::uuid, null, topic.id from topic where topic.id = any(${filed.subjects}::uuid[])`.execute(tx)
}
