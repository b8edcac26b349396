import type { Db } from '#database'
import type { Answer } from '#seats'
import type { Language } from '#platform/text'

/** Someone who answered, with what their mails and calendars need. */
export type AnsweredGuest = {
  id: string
  email: string
  firstName: string
  lastName: string
  language: Language | null
  timeZone: string | null
  answer: Answer
  sequence: number
  seatedAt: Temporal.Instant | null
}

const guestsOf = (db: Db, eventId: string) =>
  db
    .selectFrom('rsvp')
    .innerJoin('person', 'person.id', 'rsvp.personId')
    .select(['person.id', 'person.email', 'person.firstName', 'person.lastName', 'person.language', 'person.timeZone'])
    .select(['rsvp.answer', 'rsvp.sequence', 'rsvp.seatedAt'])
    .where('rsvp.eventId', '=', eventId)

/** Those who come or wait, in batches by id. */
export const listAnswered = (db: Db, eventId: string, afterId: string | null, limit: number): Promise<AnsweredGuest[]> =>
  guestsOf(db, eventId)
    .where('rsvp.answer', '!=', 'declined')
    .$if(afterId !== null, (query) => query.where('rsvp.personId', '>', afterId ?? ''))
    .orderBy('rsvp.personId')
    .limit(limit)
    .execute()

export const listSome = (db: Db, eventId: string, personIds: string[]): Promise<AnsweredGuest[]> =>
  guestsOf(db, eventId).where('person.id', 'in', personIds).where('rsvp.answer', '=', 'seated').execute()

export const findAnswered = (db: Db, eventId: string, personId: string): Promise<AnsweredGuest | undefined> =>
  guestsOf(db, eventId).where('person.id', '=', personId).where('rsvp.answer', '!=', 'declined').executeTakeFirst()
