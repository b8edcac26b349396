import { sql } from 'kysely'
import type { Db } from '#database'

const titled = (db: Db) =>
  db
    .selectFrom('event')
    .innerJoin('network', 'network.id', 'event.networkId')
    .innerJoin('eventText', (join) => join.onRef('eventText.eventId', '=', 'event.id').onRef('eventText.language', '=', 'network.language'))

/** Everything someone has answered, for them to read and take along. */
export const listAnswersOf = (db: Db, personId: string) =>
  titled(db)
    .innerJoin('rsvp', 'rsvp.eventId', 'event.id')
    .select(['eventText.title as event', 'event.startsAt', 'rsvp.answer', 'rsvp.place', 'rsvp.answeredAt'])
    .where('rsvp.personId', '=', personId)
    .orderBy('rsvp.answeredAt')
    .execute()

/** To what the hosts ask: each question with what was typed. */
const typedAnswers = sql<string[]>`coalesce((
  select json_agg(coalesce(nullif(words ->> 'en', ''), words ->> 'es') || ' '
    || array_to_string(array(select jsonb_array_elements_text(one -> 'said')), '; ') order by place, id)
  from jsonb_array_elements(rsvp_ask.answers) as one join form_question on id = (one ->> 'questionId')::uuid), '[]')`

export const listAsksOf = (db: Db, personId: string) =>
  titled(db)
    .innerJoin('rsvpAsk', 'rsvpAsk.eventId', 'event.id')
    .select([
      'eventText.title as event',
      'rsvpAsk.name',
      'rsvpAsk.question',
      typedAnswers.as('answers'),
      'rsvpAsk.timeZone',
      'rsvpAsk.askedAt',
    ])
    .where('rsvpAsk.personId', '=', personId)
    .orderBy('rsvpAsk.askedAt')
    .execute()

export const listInterestsOf = (db: Db, personId: string) =>
  titled(db)
    .innerJoin('eventInterest', 'eventInterest.eventId', 'event.id')
    .select(['eventText.title as event', 'eventInterest.askedAt', 'eventInterest.confirmedAt'])
    .where('eventInterest.personId', '=', personId)
    .orderBy('eventInterest.askedAt')
    .execute()
