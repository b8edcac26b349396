import type { Db, Tx } from '#database'
import type { Said } from '#rsvp-forms'

type Whose = { eventId: string; personId: string }
export type Asked = { name: string; question: string; answers: Said[]; timeZone: string | null; askedAt: Temporal.Instant }

/** What was typed last counts: two people at one address have one RSVP between them. */
export function saveAsk(tx: Tx, { eventId, personId }: Whose, { answers, ...asked }: Asked) {
  const kept = { ...asked, answers: JSON.stringify(answers) }
  return tx
    .insertInto('rsvpAsk')
    .values({ eventId, personId, ...kept })
    .onConflict((same) => same.columns(['eventId', 'personId']).doUpdateSet(kept))
    .execute()
}

export const findAsk = (db: Db, { eventId, personId }: Whose): Promise<Asked | undefined> =>
  db
    .selectFrom('rsvpAsk')
    .select(['name', 'question', 'answers', 'timeZone', 'askedAt'])
    .where('eventId', '=', eventId)
    .where('personId', '=', personId)
    .executeTakeFirst()

/** What was typed with addresses that never followed the link. */
export const removeOldAsks = (db: Db, before: Temporal.Instant) => db.deleteFrom('rsvpAsk').where('askedAt', '<', before).execute()
