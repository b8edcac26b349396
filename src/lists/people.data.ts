import { sql } from 'kysely'
import type { Db } from '#database'
import type { OnList, Sought } from './people.rules.ts'

type Which = { networkId: string; listId: string }
export type Search = { words: string; standing: Sought | null; before: string | null }

export type PersonOnList = OnList & { id: string; email: string; firstName: string; lastName: string; organisation: string }

/** People of a list, those who came last first. Every word asked for must stand in the name, the address or the organisation. */
export const listPeopleOf = (
  db: Db,
  { networkId, listId }: Which,
  { words, standing, before }: Search,
  limit: number,
): Promise<PersonOnList[]> =>
  wordsOf(words)
    .reduce((query, word) => query.where(described, 'ilike', `%${word}%`), onLists(db, networkId).where('listId', '=', listId))
    .select(['person.id', 'email', 'firstName', 'lastName', 'organisation'])
    .$if(standing !== null, (query) => query.where(conditions[standing ?? 'on']))
    // Said of both tables, so that neither is read from its beginning.
    .$if(before !== null, (query) => query.where('personId', '<', before).where('person.id', '<', before ?? ''))
    .orderBy('personId', 'desc')
    .limit(limit)
    .execute()

/** How many are on the list, asked, or have left. */
export const countPeopleOf = (db: Db, listId: string) =>
  db
    .selectFrom('subscription')
    .select((row) => [
      row.fn.countAll<number>().filterWhere(conditions.member).as('on'),
      row.fn.countAll<number>().filterWhere(conditions.asked).as('asked'),
      row.fn.countAll<number>().filterWhere(conditions.left).as('left'),
    ])
    .where('listId', '=', listId)
    .executeTakeFirstOrThrow()

export const findOnList = (db: Db, { networkId, listId }: Which, personId: string): Promise<PersonOnList | undefined> =>
  onLists(db, networkId)
    .select(['person.id', 'email', 'firstName', 'lastName', 'organisation'])
    .where('listId', '=', listId)
    .where('personId', '=', personId)
    .executeTakeFirst()

/** All lists that one person is on, has asked for or has left. */
export const listListsOf = (db: Db, networkId: string, personId: string) =>
  onLists(db, networkId)
    .innerJoin('list', 'list.id', 'listId')
    .select(['list.slug', 'list.name', 'frequency', 'pausedUntil'])
    .where('personId', '=', personId)
    .orderBy('list.position')
    .orderBy('list.id')
    .execute()

/** Every step this person took, in order, each with its proof. */
export const listProofs = (db: Db, networkId: string, personId: string) =>
  db
    .selectFrom('consent')
    .innerJoin('list', 'list.id', 'consent.listId')
    .leftJoin('person as hand', 'hand.id', 'handId')
    .select(['consent.id', 'list.name', 'kind', 'at', 'address', 'wording', 'source', 'givenOn', 'hand.email as handEmail'])
    .select(['hand.firstName as handFirstName', 'hand.lastName as handLastName'])
    .where('consent.networkId', '=', networkId)
    .where('personId', '=', personId)
    .orderBy('at')
    .orderBy('kind', 'desc')
    .orderBy('consent.id')
    .limit(500)
    .execute()

const onLists = (db: Db, networkId: string) =>
  db
    .selectFrom('subscription')
    .innerJoin('person', 'person.id', 'personId')
    .select(['askedAt', 'confirmedAt', 'leftAt', 'invitedAt'])
    .select((of) =>
      of
        .selectFrom('suppression')
        .select('reason')
        .whereRef('address', '=', 'email')
        .whereRef('suppression.networkId', '=', 'subscription.networkId')
        .where('endedAt', 'is', null)
        .orderBy('reason', 'desc')
        .limit(1)
        .as('stoppedFor'),
    )
    .where('subscription.networkId', '=', networkId)

const stopped = sql<boolean>`exists (
  select from suppression where suppression.network_id = subscription.network_id and address = email and ended_at is null)`

const conditions = {
  member: sql<boolean>`confirmed_at is not null and left_at is null`,
  on: sql<boolean>`confirmed_at is not null and left_at is null and not ${stopped}`,
  asked: sql<boolean>`(confirmed_at is null or left_at is not null) and (left_at is null or asked_at > left_at)`,
  left: sql<boolean>`left_at is not null and asked_at <= left_at`,
  stopped,
}

const described = sql<string>`concat_ws(' ', first_name, last_name, email, organisation)`

const wordsOf = (words: string) =>
  words
    .split(' ')
    .filter(Boolean)
    .slice(0, 6)
    .map((word) => word.replace(/[\\%_]/g, String.raw`\$&`))
