import { sql } from 'kysely'
import type { Db } from '#database'

export type PublicPage = { path: string; changedAt: Temporal.Instant | null }

/** Lists that are there for everybody, whatever stands in them. */
const always = [
  '/',
  '/events',
  '/office-hours',
  '/office-hours/answers',
  '/academy',
  '/toolkit',
  '/tools',
  '/tips',
  '/webinars',
  '/speakers',
  '/updates',
  '/join',
  '/help',
]

/** Every page that anyone may read, and when its words changed: one query over the rooms, published things only. */
export async function listPublicPages(db: Db, networkId: string): Promise<PublicPage[]> {
  const tips = db
    .selectFrom('tip')
    .innerJoin('tipText', 'tipText.tipId', 'tip.id')
    .select((of) => [sql<string>`'/tips/' || slug`.as('path'), of.fn.max('editedAt').as('changedAt')])
    .where('networkId', '=', networkId)
    .where('publishedAt', 'is not', null)
    .groupBy('slug')
  const webinars = db
    .selectFrom('webinar')
    .innerJoin('webinarText', 'webinarText.webinarId', 'webinar.id')
    .select((of) => [sql<string>`'/webinars/' || slug`.as('path'), of.fn.max('editedAt').as('changedAt')])
    .where('networkId', '=', networkId)
    .where('publishedAt', 'is not', null)
    .groupBy('slug')
  const pages = db
    .selectFrom('page')
    .innerJoin('pageText', 'pageText.pageId', 'page.id')
    .select((of) => [sql<string>`'/' || slug`.as('path'), of.fn.max('editedAt').as('changedAt')])
    .where('networkId', '=', networkId)
    .groupBy('slug')
  const found = await pages
    .unionAll(stepsAndTools(db, networkId))
    .unionAll(tips)
    .unionAll(webinars)
    .unionAll(gatheringsOf(db, networkId))
    .unionAll(answersOf(db, networkId))
    .unionAll(speakersOf(db, networkId))
    .orderBy('path')
    .execute()
  return [...always.map((path) => ({ path, changedAt: null })), ...found]
}

/** The steps of the toolkit and its tools. */
function stepsAndTools(db: Db, networkId: string) {
  const steps = db
    .selectFrom('step')
    .innerJoin('stepText', 'stepText.stepId', 'step.id')
    .select((of) => [sql<string>`'/toolkit/' || slug`.as('path'), of.fn.max('editedAt').as('changedAt')])
    .where('networkId', '=', networkId)
    .where('publishedAt', 'is not', null)
    .groupBy('slug')
  const tools = db
    .selectFrom('tool')
    .innerJoin('toolVersion', 'toolVersion.toolId', 'tool.id')
    .select((of) => [sql<string>`'/tools/' || slug`.as('path'), of.fn.max('madeAt').as('changedAt')])
    .where('networkId', '=', networkId)
    .where('publishedAt', 'is not', null)
    .groupBy('slug')
  return steps.unionAll(tools)
}

/** What is held, what repeats, and the updates. */
function gatheringsOf(db: Db, networkId: string) {
  const events = db
    .selectFrom('event')
    .select([sql<string>`'/events/' || slug`.as('path'), 'changedAt'])
    .where('networkId', '=', networkId)
    .where('publishedAt', 'is not', null)
  const rhythms = db
    .selectFrom('rhythm')
    .select([sql<string>`'/events/rhythms/' || slug`.as('path'), 'changedAt'])
    .where('networkId', '=', networkId)
  const editions = db
    .selectFrom('edition')
    .select([sql<string>`'/updates/' || slug`.as('path'), 'changedAt'])
    .where('networkId', '=', networkId)
    .where('publishedAt', 'is not', null)
  return events.unionAll(rhythms).unionAll(editions)
}

/** What was answered at office hours. */
const answersOf = (db: Db, networkId: string) =>
  db
    .selectFrom('answer')
    .innerJoin('answerText', 'answerText.answerId', 'answer.id')
    .select((of) => [sql<string>`'/office-hours/answers/' || slug`.as('path'), of.fn.max('editedAt').as('changedAt')])
    .where('networkId', '=', networkId)
    .where('publishedAt', 'is not', null)
    .groupBy('slug')

/** Who speaks at something that anyone may read of. */
const speakersOf = (db: Db, networkId: string) =>
  db
    .selectFrom('speaker')
    .select([sql<string>`'/speakers/' || slug`.as('path'), 'editedAt as changedAt'])
    .where('networkId', '=', networkId)
    .where(
      sql<boolean>`exists (select from webinar_speaker join webinar on webinar.id = webinar_id where speaker_id = speaker.id and published_at is not null)
        or exists (select from event_speaker join event on event.id = event_id where speaker_id = speaker.id and published_at is not null)`,
    )
