import { transaction, type Db, type Tx } from '#database'
import { findPerson } from '#people'
import type { Here } from '#platform/http'
import { saveConsents } from './consent.data.ts'
import { everyMonthly, type LeaveLink } from './links.paths.ts'
import { listLists } from './list.data.ts'
import { wordingOf } from './list.rules.ts'
import { lockSubscriptions, saveLeft, saveOn, type Subscription } from './subscription.data.ts'
import { mayReturn, standingOf } from './subscription.rules.ts'

type Leaver = { id: string; email: string }

export type Leaving = {
  network: { id: string }
  person: Leaver
  /** Ids of the lists to leave; `everyMonthly` stands for those of the digest. */
  lists: string[] | 'all'
  /** The words of the button they pressed. */
  wording: string
  /** Where they pressed it: a page, the mail program, a complaint. */
  source: string
  /** The steward who took them off, when it was not their own hand. */
  handId?: string
}

/** Takes the person off these lists at once. Mail of theirs that waits is asked for right before it leaves, and stays. */
export function leave(db: Db, { network, person, lists, wording, source, handId }: Leaving, now: Temporal.Instant): Promise<void> {
  return transaction(db, async (tx) => {
    const standing = await lockSubscriptions(tx, network.id, person.id)
    const left = standing
      .filter((one) => standingOf(one) !== 'left' && (lists === 'all' || lists.some((listId) => isMeant(listId, one))))
      .map(({ listId }) => listId)
    if (left.length === 0) return
    await saveLeft(tx, { listIds: left, personId: person.id }, now)
    await saveConsents(
      tx,
      left.map((listId) => ({
        networkId: network.id,
        listId,
        person,
        kind: 'withdrawn' as const,
        wording,
        source,
        ...(handId && { handId }),
      })),
      now,
    )
  })
}

/** Whether a link that speaks of `listId` speaks of this subscription. */
export const isMeant = (listId: string, one: Subscription): boolean =>
  listId === everyMonthly ? one.frequency === 'monthly' : one.listId === listId

/** Leaves the one list of a link in a mail. Null when the person is not known any more. */
export async function leaveList(
  db: Db,
  network: Here,
  link: LeaveLink & Pick<Leaving, 'wording' | 'source'>,
  now: Temporal.Instant,
): Promise<'left' | null> {
  const person = await findPerson(db, link.personId)
  if (!person) return null
  await leave(db, { network, person, lists: [link.listId], wording: link.wording, source: link.source }, now)
  return 'left'
}

/** Takes the leaving back, for a week. */
export function returnToList(db: Db, network: Here, link: LeaveLink, now: Temporal.Instant): Promise<boolean> {
  return transaction(db, async (tx) => {
    const person = await findPerson(tx, link.personId)
    const left = (await lockSubscriptions(tx, network.id, link.personId)).filter((one) => isMeant(link.listId, one) && mayReturn(one, now))
    if (!person || left.length === 0) return false
    await putOn(tx, { network, person, listIds: left.map(({ listId }) => listId), source: 'taken back on the unsubscribe page' }, now)
    return true
  })
}

export type Coming = { network: Here; person: Leaver & { language: 'en' | 'es' | null }; listIds: string[]; source: string }

/** Puts someone on lists whose own hand asked for it on a page that only their address could open. */
export async function putOn(tx: Tx, { network, person, listIds, source }: Coming, now: Temporal.Instant): Promise<void> {
  if (listIds.length === 0) return
  await saveOn(tx, { networkId: network.id, listIds, personId: person.id }, now)
  const lists = (await listLists(tx, network.id)).filter(({ id }) => listIds.includes(id))
  const steps = lists.flatMap((list) =>
    (['given', 'confirmed'] as const).map((kind) => ({
      networkId: network.id,
      listId: list.id,
      person,
      kind,
      wording: wordingOf(list, person.language ?? network.language),
      source,
    })),
  )
  await saveConsents(tx, steps, now)
}
