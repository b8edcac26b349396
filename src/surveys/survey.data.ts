import type { Db, Tx } from '#database'
import type { Language } from '#platform/text'
import type { SaidRow } from './survey.rules.ts'
import type { Side, SurveyAnswerTable } from './surveys.tables.ts'

export const findSurvey = (db: Db, eventId: string) => db.selectFrom('survey').selectAll().where('eventId', '=', eventId).executeTakeFirst()

type Own = { cameQuestions: string[]; missedQuestions: string[]; setAt: Temporal.Instant }

export const saveSurvey = (db: Db, eventId: string, own: Own) =>
  db
    .insertInto('survey')
    .values({ eventId, ...own })
    .onConflict((same) => same.column('eventId').doUpdateSet(own))
    .execute()

/** Only while nobody has been asked: what was said is never thrown away by a tick. */
export const removeSurvey = (db: Db, eventId: string) =>
  db.deleteFrom('survey').where('eventId', '=', eventId).where('askedAt', 'is', null).execute()

/** Events whose time has come, of which it is known who was there. */
export const listDue = (db: Db, networkId: string, { from, until }: { from: Temporal.Instant; until: Temporal.Instant }) =>
  db
    .selectFrom('survey')
    .innerJoin('event', 'event.id', 'survey.eventId')
    .select('event.id')
    .where('event.networkId', '=', networkId)
    .where('event.publishedAt', 'is not', null)
    .where('survey.askedAt', 'is', null)
    .where('event.endsAt', '>', from)
    .where('event.endsAt', '<=', until)
    .where(({ exists, selectFrom }) => exists(selectFrom('attendance').select('personId').whereRef('attendance.eventId', '=', 'event.id')))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('eventCancellation').select('eventId').whereRef('eventCancellation.eventId', '=', 'event.id'))),
    )
    .orderBy('event.endsAt')
    .execute()

/** Takes the survey for this run: false when another has asked meanwhile. */
export const markAsked = async (tx: Tx, eventId: string, now: Temporal.Instant): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('survey')
    .set({ askedAt: now })
    .where('eventId', '=', eventId)
    .where('askedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type Guest = { id: string; email: string; language: Language | null; cameAt: Temporal.Instant | null }

/** Who had a seat, and whether they were there. */
export const listGuests = (tx: Tx, eventId: string): Promise<Guest[]> =>
  tx
    .selectFrom('rsvp')
    .innerJoin('person', 'person.id', 'rsvp.personId')
    .leftJoin('attendance', (join) =>
      join.onRef('attendance.eventId', '=', 'rsvp.eventId').onRef('attendance.personId', '=', 'rsvp.personId'),
    )
    .select(['person.id', 'person.email', 'person.language', 'attendance.cameAt'])
    .where('rsvp.eventId', '=', eventId)
    .where('rsvp.answer', '=', 'seated')
    .orderBy('person.id')
    .execute()

/** Those of these addresses that get no mail. */
export const listSuppressed = async (tx: Tx, networkId: string, hashes: Buffer[]): Promise<string[]> => {
  if (hashes.length === 0) return []
  const some = tx.selectFrom('suppression').select('addressHash').where('networkId', '=', networkId).where('addressHash', 'in', hashes)
  return (await some.where('endedAt', 'is', null).execute()).map(({ addressHash }) => addressHash.toString('hex'))
}

export async function saveAsks(tx: Tx, eventId: string, asks: { personId: string; side: Side }[], askedAt: Temporal.Instant) {
  if (asks.length > 0)
    await tx
      .insertInto('surveyAsk')
      .values(asks.map((ask) => ({ eventId, ...ask, askedAt })))
      .onConflict((same) => same.doNothing())
      .execute()
}

type Whose = { eventId: string; personId: string }

export const findAsk = (db: Db, { eventId, personId }: Whose) =>
  db.selectFrom('surveyAsk').selectAll().where('eventId', '=', eventId).where('personId', '=', personId).executeTakeFirst()

export const listSaid = (db: Db, { eventId, personId }: Whose) =>
  db
    .selectFrom('surveyAnswer')
    .select(['question', 'answer'])
    .where('eventId', '=', eventId)
    .where('personId', '=', personId)
    .orderBy('question')
    .execute()

/** What is said last counts. */
export async function replaceSaid(tx: Tx, { eventId, personId }: Whose, said: SurveyAnswerTable[]) {
  await tx.selectFrom('surveyAsk').select('side').where('eventId', '=', eventId).where('personId', '=', personId).forUpdate().execute()
  await tx.deleteFrom('surveyAnswer').where('eventId', '=', eventId).where('personId', '=', personId).execute()
  if (said.length > 0) await tx.insertInto('surveyAnswer').values(said).execute()
}

export const listAllSaid = (db: Db, eventId: string): Promise<SaidRow[]> =>
  db
    .selectFrom('surveyAnswer')
    .innerJoin('surveyAsk', (join) =>
      join.onRef('surveyAsk.eventId', '=', 'surveyAnswer.eventId').onRef('surveyAsk.personId', '=', 'surveyAnswer.personId'),
    )
    .select(['side', 'surveyAnswer.personId', 'question', 'answer'])
    .where('surveyAnswer.eventId', '=', eventId)
    .orderBy('question')
    .execute()

export const countAsked = async (db: Db, eventId: string): Promise<number> => {
  const asked = db.selectFrom('surveyAsk').select((all) => all.fn.countAll<number>().as('count'))
  return (await asked.where('eventId', '=', eventId).executeTakeFirstOrThrow()).count
}

/** What someone said after gatherings, for them to read and take along. */
export const listSaidBy = (db: Db, personId: string) =>
  db
    .selectFrom('surveyAnswer')
    .innerJoin('event', 'event.id', 'surveyAnswer.eventId')
    .innerJoin('network', 'network.id', 'event.networkId')
    .innerJoin('eventText', (join) => join.onRef('eventText.eventId', '=', 'event.id').onRef('eventText.language', '=', 'network.language'))
    .select(['eventText.title as event', 'surveyAnswer.question', 'surveyAnswer.answer', 'surveyAnswer.saidAt'])
    .where('surveyAnswer.personId', '=', personId)
    .orderBy('surveyAnswer.saidAt')
    .orderBy('surveyAnswer.question')
    .execute()
