import { transaction, type Db } from '#database'
import { findList } from '#mailing'
import type { Here } from '#platform/http'

/** Puts a person on a list, as if they had joined and confirmed just now. */
export async function newReader(place: { db: Db; network: Here; now: Temporal.Instant }, person: { id: string }, slug = 'monthly-update') {
  const { db, network, now } = place
  const list = await findList(db, network.id, slug)
  if (!list) throw new Error(`There is no list ${slug}.`)
  const row = { networkId: network.id, listId: list.id, personId: person.id, askedAt: now, confirmedAt: now, leftAt: null }
  await transaction(db, (tx) => tx.insertInto('subscription').values(row).execute())
  return list
}
