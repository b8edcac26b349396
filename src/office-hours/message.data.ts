import { sql } from 'kysely'
import { newId, type Db, type Tx } from '#database'
import type { LetterFile } from '#platform/mail-in'
import type { Side } from './office-hours.tables.ts'

export type Said = {
  questionId: string
  personId: string
  side: Side
  words: string
  quoted: string
  files: LetterFile[]
  mailKey: string | null
}

/** False when this mail was kept before. */
export async function saveMessage(tx: Tx, { files, ...said }: Said, now: Temporal.Instant): Promise<boolean> {
  const row = await tx
    .insertInto('questionMessage')
    .values({ id: newId(), ...said, files: JSON.stringify(files), saidAt: now })
    .onConflict((same) => same.columns(['questionId', 'mailKey']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

const messages = (db: Db) =>
  db
    .selectFrom('questionMessage as message')
    .leftJoin('person', 'person.id', 'message.personId')
    .select(['message.id', 'side', 'words', 'quoted', 'files', 'saidAt'])
    .select(sql<string>`trim(coalesce(first_name || ' ' || last_name, ''))`.as('name'))
    .orderBy('saidAt')
    .orderBy('message.id')

export type Message = Awaited<ReturnType<typeof listMessages>>[number]

/** All that was written about a question, the oldest first. */
export const listMessages = (db: Db, questionId: string) => messages(db).where('questionId', '=', questionId).limit(500).execute()

/** What a person wrote, and what was written to them. */
export const listMessagesOf = (db: Db, personId: string) =>
  messages(db)
    .innerJoin('question', 'question.id', 'message.questionId')
    .where((is) => is.or([is('message.personId', '=', personId), is('question.personId', '=', personId)]))
    .execute()
