import type { Selectable } from 'kysely'
import type { Db, Tx } from '#database'
import type { AskedWith, SubscriptionTable } from './mailing.tables.ts'

export type Subscription = Selectable<SubscriptionTable>

export const listSubscriptions = (db: Db, networkId: string, personId: string): Promise<Subscription[]> =>
  db.selectFrom('subscription').selectAll().where('networkId', '=', networkId).where('personId', '=', personId).execute()

/**
 * Holds the person's subscriptions to the end of the transaction, so that two answers at once are taken one after
 * the other and each step has one proof.
 */
export const lockSubscriptions = (tx: Tx, networkId: string, personId: string): Promise<Subscription[]> =>
  tx
    .selectFrom('subscription')
    .selectAll()
    .where('networkId', '=', networkId)
    .where('personId', '=', personId)
    .orderBy('listId')
    .forUpdate()
    .execute()

export type Ask = { networkId: string; listIds: string[]; personId: string; askedWith: AskedWith }

/** Notes the wish to be on these lists; the latest words typed with it count. */
export const saveAsk = (tx: Tx, { networkId, listIds, personId, askedWith }: Ask, now: Temporal.Instant) =>
  tx
    .insertInto('subscription')
    .values(
      listIds.map((listId) => ({
        networkId,
        listId,
        personId,
        askedAt: now,
        askedWith: JSON.stringify(askedWith),
        confirmedAt: null,
        leftAt: null,
      })),
    )
    .onConflict((same) =>
      same
        .columns(['listId', 'personId'])
        .doUpdateSet({ askedAt: now, askedWith: JSON.stringify(askedWith), invitedAt: null, invitedBy: null }),
    )
    .execute()

/** Notes that a steward asked this person onto the list. */
export const saveInvited = (tx: Tx, { listId, ...invited }: Invited, now: Temporal.Instant) =>
  tx
    .insertInto('subscription')
    .values({ ...invited, listId, askedAt: now, invitedAt: now, confirmedAt: null, leftAt: null })
    .onConflict((same) =>
      same.columns(['listId', 'personId']).doUpdateSet({ askedAt: now, askedWith: '{}', invitedAt: now, invitedBy: invited.invitedBy }),
    )
    .execute()

type Invited = { networkId: string; listId: string; personId: string; invitedBy: string }

export type Whose = { networkId: string; listIds: string[]; personId: string }

/** Puts the person on the lists. What was typed with the wish has served and is dropped. */
export const saveOn = (tx: Tx, { networkId, listIds, personId }: Whose, now: Temporal.Instant) =>
  tx
    .insertInto('subscription')
    .values(listIds.map((listId) => ({ networkId, listId, personId, askedAt: now, confirmedAt: now, leftAt: null })))
    .onConflict((same) => same.columns(['listId', 'personId']).doUpdateSet({ confirmedAt: now, leftAt: null, askedWith: '{}' }))
    .execute()

export const saveLeft = (tx: Tx, { listIds, personId }: Omit<Whose, 'networkId'>, now: Temporal.Instant) =>
  tx
    .updateTable('subscription')
    .set({ leftAt: now, askedWith: '{}', pausedUntil: null })
    .where('personId', '=', personId)
    .where('listId', 'in', listIds)
    .execute()

/** Forgets wishes that nobody confirmed: most were typed by somebody else, or with a slip. */
export const removeUnanswered = (db: Db, askedBefore: Temporal.Instant) =>
  db.deleteFrom('subscription').where('confirmedAt', 'is', null).where('leftAt', 'is', null).where('askedAt', '<', askedBefore).execute()

/** A person's subscriptions in all networks, with the lists' names. */
export const listSubscriptionsOf = (db: Db, personId: string) =>
  db
    .selectFrom('subscription')
    .innerJoin('list', 'list.id', 'subscription.listId')
    .select([
      'list.name',
      'subscription.askedAt',
      'subscription.confirmedAt',
      'subscription.leftAt',
      'frequency',
      'pausedUntil',
      'invitedAt',
    ])
    .where('personId', '=', personId)
    .orderBy('list.position')
    .execute()
