import { sql } from 'kysely'
import type { Db, Tx } from '#database'
import type { Language } from '#platform/text'
import type { Filed, Kind, Narrowing, StepName, Subject } from './filing.rules.ts'

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
    (${step}::text is null or exists (select from filing join step on step.id = step_id where ${mine} and step.slug = ${step}))
    and (${subject}::uuid is null or exists (select from filing where ${mine} and topic_id = ${subject}::uuid)))`
}

const titled = (language: Language) => sql`left join step on step.id = step_id and step.published_at is not null left join lateral (
  select title from step_text where step_text.step_id = step.id order by language = ${language} desc, language = 'en' desc limit 1
) as text on true left join topic on topic.id = topic_id`

const named = (language: Language) => sql`step.slug as step, place, text.title, topic.id, topic.name ->> ${language} as name`

type Row = { step: string | null; place: number | null; title: string | null; id: string | null; name: string | null }

const stepOf = ({ step, place, title }: Row): StepName[] => (step && place && title ? [{ slug: step, place, title }] : [])
const subjectOf = ({ id, name }: Row): Subject[] => (id && name ? [{ id, name }] : [])

/** What one thing stands under. */
export async function findFiled(db: Db, { language }: Pick<Reader, 'language'>, kind: Kind, id: string): Promise<Filed> {
  const { rows } = await sql<Row>`
    select ${named(language)} from filing ${titled(language)}
    where ${sql.ref(tables[kind][2])} = ${id} order by place, topic.position, topic.id`.execute(db)
  return { steps: rows.flatMap(stepOf), subjects: rows.flatMap(subjectOf) }
}

export type Counted = { steps: (StepName & { count: number })[]; subjects: (Subject & { count: number })[] }

/** How many things of this kind stand under each step and each subject; those with none are left out. */
export async function countFiled(db: Db, { networkId, language, drafts = false }: Reader, kind: Kind): Promise<Counted> {
  const [table, , key] = tables[kind]
  const { rows } = await sql<Row & { count: number }>`
    select ${named(language)}, counted.count from (
      select step_id, topic_id, count(*)::int as count
      from filing join ${sql.table(table)} as thing on thing.id = ${sql.ref(key)}
      where thing.network_id = ${networkId} and (${drafts} or thing.published_at is not null)
      group by step_id, topic_id
    ) as counted ${titled(language)} order by place, topic.position, topic.id`.execute(db)
  return {
    steps: rows.flatMap((row) => stepOf(row).map((step) => ({ ...step, count: row.count }))),
    subjects: rows.flatMap((row) => subjectOf(row).map((subject) => ({ ...subject, count: row.count }))),
  }
}

/** The steps of the toolkit, in order. */
export const listStepNames = async (db: Db, { networkId, language }: Reader): Promise<StepName[]> =>
  (
    await sql<StepName>`
      select slug, place, title from step join lateral (
        select title from step_text where step_text.step_id = step.id order by language = ${language} desc, language = 'en' desc limit 1
      ) as text on true
      where network_id = ${networkId} and published_at is not null order by place`.execute(db)
  ).rows

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

/** Puts it under these steps, by their addresses, and under these subjects, and under no others. */
export async function saveFiled(
  tx: Tx,
  networkId: string,
  { kind, id }: { kind: Kind; id: string },
  under: { steps: string[]; subjects: string[] },
): Promise<void> {
  const key = sql.ref(tables[kind][2])
  await sql`delete from filing where ${key} = ${id}`.execute(tx)
  await sql`insert into filing (${key}, step_id, topic_id)
    select ${id}::uuid, step.id, null::uuid from step where network_id = ${networkId} and slug = any(${under.steps}::text[])
    union all
    select ${id}::uuid, null, topic.id from topic where network_id = ${networkId} and id = any(${under.subjects}::uuid[])`.execute(tx)
}
