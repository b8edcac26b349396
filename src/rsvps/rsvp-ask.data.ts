import type { Db, Tx } from '#database'

type Whose = { eventId: string; personId: string }
export type Asked = { name: string; question: string; timeZone: string | null; askedAt: Temporal.Instant }

/** What was typed last counts: two people at one address have one RSVP between them. */
export const saveAsk = (tx: Tx, { eventId, personId }: Whose, asked: Asked) =>
  tx
    .insertInto('rsvpAsk')
    .values({ eventId, personId, ...asked })
    .onConflict((same) => same.columns(['eventId', 'personId']).doUpdateSet({ ...asked }))
    .execute()

export const findAsk = (db: Db, { eventId, personId }: Whose): Promise<Asked | undefined> =>
  db
    .selectFrom('rsvpAsk')
    .select(['name', 'question', 'timeZone', 'askedAt'])
    .where('eventId', '=', eventId)
    .where('personId', '=', personId)
    .executeTakeFirst()

/** What was typed with addresses that never followed the link. */
export const removeOldAsks = (db: Db, before: Temporal.Instant) => db.deleteFrom('rsvpAsk').where('askedAt', '<', before).execute()
