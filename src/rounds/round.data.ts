import { sql, type Insertable } from 'kysely'
import type { Db } from '#database'
import type { Answers } from '#tools'
import type { RoundTable } from './rounds.tables.ts'

export type Round = RoundTable

export const saveRound = (db: Db, round: Insertable<RoundTable>) => db.insertInto('round').values(round).execute()

export const findRoundByCode = (db: Db, networkId: string, code: string) =>
  db.selectFrom('round').selectAll().where('networkId', '=', networkId).where('code', '=', code).executeTakeFirst()

export const findRound = (db: Db, networkId: string, id: string) =>
  db.selectFrom('round').selectAll().where('networkId', '=', networkId).where('id', '=', id).executeTakeFirst()

export const findAnswer = (db: Db, roundId: string, phone: string) =>
  db.selectFrom('roundAnswer').selectAll().where('roundId', '=', roundId).where('phone', '=', phone).executeTakeFirst()

type NewAnswer = { roundId: string; phone: string; part: string | null; answers: Answers; answeredAt: Temporal.Instant }

/**
 * Keeps what a phone answers, in place of what it answered before, as long as nothing is revealed: in one statement that shares the
 * round's row, so that whoever reveals waits for those who are being kept, and whoever comes later is told. False then.
 */
export async function saveAnswer(db: Db, { roundId, phone, part, answers, answeredAt }: NewAnswer): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    insert into round_answer (round_id, phone, part, answers, answered_at)
    select id, ${phone}::uuid, ${part}::text, ${JSON.stringify(answers)}::jsonb, ${answeredAt.toString()}::timestamptz
    from round where id = ${roundId} and revealed_at is null for share
    on conflict (round_id, phone) do update set part = excluded.part, answers = excluded.answers, answered_at = excluded.answered_at`.execute(
    db,
  )
  return numAffectedRows > 0n
}

export const countAnswers = async (db: Db, roundId: string): Promise<number> =>
  (
    await db
      .selectFrom('roundAnswer')
      .select((all) => all.fn.countAll<number>().as('count'))
      .where('roundId', '=', roundId)
      .executeTakeFirstOrThrow()
  ).count

/** In an order that tells nothing of who came when. */
export const listAnswers = (db: Db, roundId: string) =>
  db.selectFrom('roundAnswer').select(['part', 'answers']).where('roundId', '=', roundId).orderBy('phone').execute()

/** The first who reveals; to the second it is revealed already. */
export const saveRevealed = (db: Db, roundId: string, now: Temporal.Instant) =>
  db.updateTable('round').set({ revealedAt: now }).where('id', '=', roundId).where('revealedAt', 'is', null).execute()

export const listRoundsOf = (db: Db, personId: string) =>
  db.selectFrom('round').select(['title', 'openedAt', 'revealedAt']).where('openedBy', '=', personId).orderBy('openedAt').execute()

export const removeOldRounds = (db: Db, before: Temporal.Instant) => db.deleteFrom('round').where('openedAt', '<', before).execute()
