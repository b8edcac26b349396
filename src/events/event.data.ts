import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import { compiledOnce, type Db } from '#database'
import type { Answer } from '#seats'
import { speakersOf, type SpeakerBrief } from '#speakers'
import type { Language } from '#platform/text'
import type { FormQuestion } from '#rsvp-forms'
import type { EventCallTable, Kind, Reminder } from './events.tables.ts'

/** For whom events are read: what a person may not see is not in what they get. */
export type EventReader = {
  networkId: string
  language: Language
  personId?: string | null
  steward?: boolean
  /** For what is written to someone who gets a seat by it. */ withCall?: boolean
}

/** An event as lists show it. */
export type EventBrief = {
  id: string
  networkId: string
  slug: string
  kind: Kind
  hosts: string[]
  startsAt: Temporal.Instant | null
  endsAt: Temporal.Instant | null
  timeZone: string
  place: string
  state: string | null
  rsvpOpensAt: Temporal.Instant | null
  rsvpClosesAt: Temporal.Instant | null
  reminders: Reminder[]
  isRecorded: boolean
  sequence: number
  changedAt: Temporal.Instant
  publishedAt: Temporal.Instant | null
  /** The language of its words, which is another than the reader's while nobody has translated them. */
  language: Language
  title: string
  summary: string
  cancelledAt: Temporal.Instant | null
  cancelReason: string | null
  capacity: number | null
  isFull: boolean
  /** The reader's own answer. */
  myAnswer: Answer | null
}

export type Call = Omit<EventCallTable, 'eventId'>

/** The reader's own RSVP. */
export type Mine = {
  answer: Answer
  /** What they sent the hosts along with it. */
  question: { id: string; words: string; isAnswered: boolean } | null
  sequence: number
  answeredAt: Temporal.Instant
  /** How many wait before them. */ ahead: number
}

/** An event as its page shows it. */
export type Event = EventBrief & {
  description: string
  /** Whether one dials in; how is said only to those who come. */
  isCall: boolean
  seated: number
  waiting: number
  /** How to dial in: null unless the reader has a seat or is a steward. */
  call: Call | null
  mine: Mine | null
  /** The series it is a date of. */
  rhythm: string | null
  /** What was kept of it in the archive. */
  kept: string | null
  speakers: SpeakerBrief[]
  /** Who was there can take a certificate. */
  hasCertificate: boolean
  /** What the hosts ask whoever comes. */
  formQuestions: FormQuestion[]
}

/** For other `*.data.ts` of this room. Events with their words in the reader's language, or else in the network's. */
export function eventsFor(db: Db, reader: EventReader) {
  const { networkId, language, personId = null, steward = false } = reader
  return db
    .selectFrom('event')
    .innerJoin('network', 'network.id', 'event.networkId')
    .innerJoinLateral(
      (texts) =>
        texts
          .selectFrom('eventText')
          .select(['language', 'title', 'summary', 'description'])
          .whereRef('eventText.eventId', '=', 'event.id')
          .orderBy(sql`event_text.language = ${language}`, 'desc')
          .orderBy(sql`event_text.language = network.language`, 'desc')
          .limit(sql.lit(1))
          .as('text'),
      (join) => join.onTrue(),
    )
    .innerJoin('eventSeats as seats', 'seats.eventId', 'event.id')
    .leftJoin('eventCancellation as cancelled', 'cancelled.eventId', 'event.id')
    .leftJoin('rsvp as mine', (join) => join.onRef('mine.eventId', '=', 'event.id').on('mine.personId', '=', personId))
    .where('event.networkId', '=', networkId)
    .$if(!steward, (query) => query.where('event.publishedAt', 'is not', null))
    .select([
      'event.id',
      'event.networkId',
      'event.slug',
      'event.kind',
      'event.hosts',
      'event.startsAt',
      'event.endsAt',
      'event.timeZone',
      'event.place',
      'event.state',
      'event.isRecorded',
    ])
    .select(['event.rsvpOpensAt', 'event.rsvpClosesAt', 'event.reminders', 'event.sequence', 'event.changedAt', 'event.publishedAt'])
    .select(['text.language', 'text.title', 'text.summary', 'cancelled.cancelledAt', 'cancelled.reason as cancelReason'])
    .select(['seats.capacity', 'seats.isFull', 'mine.answer as myAnswer'])
}

/** For other `*.data.ts` of this room: what the reader sent along with their RSVP, as long as they stand by it. */
export const myQuestion = sql<Mine['question']>`(
  select json_build_object('id', id, 'words', happened, 'isAnswered', answer_id is not null) from question
  where rsvp_event_id = mine.event_id and person_id = mine.person_id and withdrawn_at is null)`

const rhythmOf = sql<string | null>`(select rhythm.slug from rhythm join rhythm_date on rhythm_id = rhythm.id where event_id = event.id)`

const keptOf = (isSteward: boolean) => sql<string | null>`(
  select webinar.slug from webinar where webinar.event_id = event.id and (${sql.lit(isSteward)} or webinar.published_at is not null)
  order by webinar.begun_at limit 1)`

const hasCertificate = sql<boolean>`coalesce(
  (select hours is not null from certificate_offer where certificate_offer.event_id = event.id),
  exists (select from rhythm_certificate_offer join rhythm_date using (rhythm_id) where rhythm_date.event_id = event.id))`

/** Those of the event and those of its series, in one order. */
const formQuestions = sql<FormQuestion[]>`coalesce((
  select json_agg(json_build_object('id', id, 'kind', kind, 'isRequired', is_required, 'words', words, 'options', options) order by place, id)
  from form_question where removed_at is null and (form_question.event_id = event.id
    or form_question.rhythm_id = (select rhythm_id from rhythm_date where rhythm_date.event_id = event.id))), '[]')`

const belonging = ({ steward = false, language }: EventReader) =>
  [
    rhythmOf.as('rhythm'),
    keptOf(steward).as('kept'),
    speakersOf('events', language).as('speakers'),
    hasCertificate.as('hasCertificate'),
    formQuestions.as('formQuestions'),
  ] as const

/** The whole event. Its call details are joined only for those who may see them: a seat, or a steward. */
const wholeEvents = (db: Db, reader: EventReader) =>
  eventsFor(db, reader)
    .leftJoin('eventCall as call', (join) =>
      join
        .onRef('call.eventId', '=', 'event.id')
        .on((may) => may.or([may('mine.answer', '=', sql.lit('seated')), may.lit(Boolean(reader.steward || reader.withCall))])),
    )
    .select(['text.description', 'seats.seated', 'seats.waiting'])
    .select(
      sql<boolean>`exists (select from event_call any_call where any_call.event_id = event.id and (join_url <> '' or dial_in <> ''))`.as(
        'isCall',
      ),
    )
    .select((of) =>
      of
        .case()
        .when('call.eventId', 'is not', null)
        .then(
          jsonBuildObject({
            joinUrl: of.ref('call.joinUrl'),
            dialIn: of.ref('call.dialIn'),
            meetingId: of.ref('call.meetingId'),
            passcode: of.ref('call.passcode'),
          }),
        )
        .end()
        .$castTo<Call | null>()
        .as('call'),
    )
    .select(['mine.sequence as mySequence', 'mine.answeredAt as myAnsweredAt', myQuestion.as('myQuestion'), ...belonging(reader)])
    .select((of) =>
      of
        .selectFrom('rsvp as other')
        .select((all) => all.fn.countAll<number>().as('ahead'))
        .whereRef('other.eventId', '=', 'event.id')
        .where('other.answer', '=', sql.lit('waiting'))
        .whereRef('other.place', '<', 'mine.place')
        .where('mine.answer', '=', sql.lit('waiting'))
        .as('ahead'),
    )

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof wholeEvents>['executeTakeFirst']>>>

const asEvent = ({ myQuestion, mySequence, myAnsweredAt, ahead, ...event }: Row): Event => ({
  ...event,
  mine:
    event.myAnswer && myAnsweredAt
      ? { answer: event.myAnswer, question: myQuestion, sequence: mySequence ?? 0, answeredAt: myAnsweredAt, ahead: ahead ?? 0 }
      : null,
})

type Sought = { networkId: string; language: Language; personId: string | null; by: string }
type Find = (db: Db, sought: Sought) => Promise<Row[]>

/** One compiled query for each kind of reader and of address: every page of an event makes it. */
const finds = new Map<string, Find>()

export async function findEvent(db: Db, reader: EventReader, by: { slug: string } | { id: string }): Promise<Event | undefined> {
  const { networkId, language, personId = null, steward = false, withCall = false } = reader
  const column = 'slug' in by ? 'event.slug' : 'event.id'
  const key = `${column} ${steward} ${withCall}`
  const build = (on: Db, sought: Sought) => wholeEvents(on, { ...sought, steward, withCall }).where(column, '=', sought.by)
  const find: Find = finds.get(key) ?? compiledOnce(['networkId', 'language', 'personId', 'by'], build)
  finds.set(key, find)
  const [row] = await find(db, { networkId, language, personId, by: 'slug' in by ? by.slug : by.id })
  return row && asEvent(row)
}

/** The same event in the words of each language, for mails to many; without call details. */
export async function findEventInEach(db: Db, networkId: string, id: string): Promise<Record<Language, Event | undefined>> {
  const [en, es] = [await findEvent(db, { networkId, language: 'en' }, { id }), await findEvent(db, { networkId, language: 'es' }, { id })]
  return { en, es }
}

/** These events whole, in no order: one query for a series. */
export async function listEventsById(db: Db, reader: EventReader, ids: string[]): Promise<Event[]> {
  const rows = await wholeEvents(db, reader)
    .where('event.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return rows.map(asEvent)
}

/** What the reader has a seat in or waits for, with their call details, the nearest first. */
export async function listMyEvents(db: Db, reader: EventReader, since: Temporal.Instant): Promise<Event[]> {
  const rows = await wholeEvents(db, reader)
    .where('mine.answer', 'in', ['seated', 'waiting'])
    .where((is) => is.or([is('event.endsAt', '>', since), is('event.endsAt', 'is', null)]))
    .orderBy('event.startsAt', (order) => order.asc().nullsLast())
    .limit(200)
    .execute()
  return rows.map(asEvent)
}
