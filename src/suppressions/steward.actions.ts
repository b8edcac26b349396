import type { Db } from '#database'
import type { Visitor } from '#platform/http'
import { mayEnd } from './suppression.rules.ts'
import { hashOfAddress } from './suppression-hash.ts'
import { findSuppression, saveEnded, saveSuppression } from './suppression.data.ts'

type Where = { network: { id: string; secret: Buffer }; by: Visitor }

/** A steward takes an address off all mail by hand, and says why. */
export async function addSuppression(
  db: Db,
  { network, by, address, because }: Where & { address: string; because: string },
  now: Temporal.Instant,
): Promise<{ id: string } | { refused: 'already' }> {
  const addressHash = hashOfAddress(network.secret, address)
  const added = await saveSuppression(
    db,
    { networkId: network.id, address, addressHash, reason: 'added', detail: because, addedBy: by.id },
    now,
  )
  return added ?? { refused: 'already' }
}

/** A steward lets an address have mail again, and says why. Who complained is spoken with by the owner. */
export async function endSuppression(
  db: Db,
  { network, by, id, because }: Where & { id: string; because: string },
  now: Temporal.Instant,
): Promise<'ended' | { refused: 'not-here' | 'owner-only' | 'ended-already' }> {
  const suppression = await findSuppression(db, network.id, id)
  if (!suppression) return { refused: 'not-here' }
  if (!mayEnd(by, suppression)) return { refused: 'owner-only' }
  return (await saveEnded(db, { id, by: by.id, because }, now)) ? 'ended' : { refused: 'ended-already' }
}
