import type { Db, Tx } from '#database'

type Which = { slug: string } | { id: string }
export type RsvpOf = { networkId: string; personId: string; event: Which }

/** The event that this person comes to or waits for, held so that two sent at once become one; undefined when they do not. */
export const lockRsvp = (tx: Tx, { networkId, personId, event }: RsvpOf) =>
  tx
    .selectFrom('event')
    .innerJoin('rsvp', 'rsvp.eventId', 'event.id')
    .select(['event.id as eventId'])
    .where('event.networkId', '=', networkId)
    .where('slug' in event ? 'event.slug' : 'event.id', '=', 'slug' in event ? event.slug : event.id)
    .where('rsvp.personId', '=', personId)
    .where('rsvp.answer', '<>', 'declined')
    .forUpdate('rsvp')
    .executeTakeFirst()

/** What this person sent along with their RSVP. */
export const findRsvpQuestion = (db: Db, eventId: string, personId: string) =>
  db.selectFrom('question').selectAll().where('rsvpEventId', '=', eventId).where('personId', '=', personId).executeTakeFirst()
