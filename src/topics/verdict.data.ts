import { sql } from 'kysely'
import { newId, type Db } from '#database'
import type { Language } from '#platform/text'
import type { Judged, JudgedKind } from './verdict.rules.ts'

type Reader = { networkId: string; language: Language }

const tables = { tips: ['tip', 'tip_text', 'tip_id'], toolkit: ['step', 'step_text', 'step_id'] } as const

/** What stands at this address, if it is public. */
export async function findJudged(
  db: Db,
  { networkId, language }: Reader,
  kind: JudgedKind,
  slug: string,
): Promise<{ id: string; title: string } | undefined> {
  const [table, texts, key] = tables[kind]
  const { rows } = await sql<{ id: string; title: string }>`
    select thing.id, text.title from ${sql.table(table)} as thing join lateral (
      select title from ${sql.table(texts)} as text where text.${sql.ref(key)} = thing.id
      order by language = ${language} desc, language = 'en' desc limit 1
    ) as text on true
    where network_id = ${networkId} and thing.slug = ${slug} and published_at is not null`.execute(db)
  return rows[0]
}

export type NewVerdict = {
  networkId: string
  kind: JudgedKind
  id: string
  helped: boolean | null
  words: string
  givenAt: Temporal.Instant
}

export const saveVerdict = (db: Db, { kind, id, ...verdict }: NewVerdict) =>
  db
    .insertInto('verdict')
    .values({ id: newId(), ...verdict, tipId: kind === 'tips' ? id : null, stepId: kind === 'toolkit' ? id : null })
    .execute()

/** All that is public and judged, and what was said of it: what helped least first, then what was touched longest ago. */
export async function listJudged(db: Db, { networkId, language }: Reader): Promise<Judged[]> {
  const { rows } = await sql<Judged>`
    select kind, slug, title, edited_at as "editedAt", helped, did_not as "didNot" from (
      ${judged('tips', networkId, language)} union all ${judged('toolkit', networkId, language)}
    ) as things order by did_not desc, edited_at, slug limit 500`.execute(db)
  return rows
}

const judged = (kind: JudgedKind, networkId: string, language: Language) => {
  const [table, texts, key] = tables[kind]
  return sql`select ${sql.lit(kind)} as kind, thing.slug, text.title, text.edited_at, said.helped, said.did_not
    from ${sql.table(table)} as thing join lateral (
      select title, max(edited_at) over () as edited_at from ${sql.table(texts)} as text where text.${sql.ref(key)} = thing.id
      order by language = ${language} desc, language = 'en' desc limit 1
    ) as text on true cross join lateral (
      select count(*) filter (where helped)::int as helped, count(*) filter (where not helped)::int as did_not
      from verdict where verdict.${sql.ref(key)} = thing.id
    ) as said
    where thing.network_id = ${networkId} and published_at is not null`
}

export type Suggestion = { id: string; kind: JudgedKind; slug: string; words: string; givenAt: Temporal.Instant }

/** What readers would change and no steward has dealt with, the newest first. */
export const listSuggestions = (db: Db, networkId: string): Promise<Suggestion[]> =>
  db
    .selectFrom('verdict')
    .leftJoin('tip', 'tip.id', 'tipId')
    .leftJoin('step', 'step.id', 'stepId')
    .select([
      'verdict.id',
      'words',
      'givenAt',
      sql<JudgedKind>`case when tip_id is null then 'toolkit' else 'tips' end`.as('kind'),
      sql<string>`coalesce(tip.slug, step.slug)`.as('slug'),
    ])
    .where('verdict.networkId', '=', networkId)
    .where('words', '<>', '')
    .where('settledAt', 'is', null)
    .orderBy('givenAt', 'desc')
    .orderBy('verdict.id')
    .limit(200)
    .execute()

export const countSuggestions = async (db: Db, networkId: string): Promise<number> =>
  (
    await db
      .selectFrom('verdict')
      .select((of) => of.fn.countAll<number>().as('count'))
      .where('networkId', '=', networkId)
      .where('words', '<>', '')
      .where('settledAt', 'is', null)
      .executeTakeFirstOrThrow()
  ).count

export const settleSuggestion = (db: Db, networkId: string, id: string, settledAt: Temporal.Instant) =>
  db
    .updateTable('verdict')
    .set({ settledAt })
    .where('networkId', '=', networkId)
    .where('id', '=', id)
    .where('settledAt', 'is', null)
    .execute()
