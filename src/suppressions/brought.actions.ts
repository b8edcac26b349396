import type { Tx } from '#database'
import type { Here } from '#platform/http'
import { removeSuppressions, saveManyBounced } from './brought.data.ts'
import { hashOfAddress } from './suppression-hash.ts'

/** Notes of many addresses that mail to them came back elsewhere. */
export const bringBounced = (
  tx: Tx,
  network: Pick<Here, 'id' | 'secret'>,
  { addresses, detail }: { addresses: { address: string; since: string | null }[]; detail: string },
  now: Temporal.Instant,
) =>
  saveManyBounced(
    tx,
    { networkId: network.id, detail: detail.slice(0, 500) },
    addresses.map((one) => ({ ...one, hash: hashOfAddress(network.secret, one.address).toString('hex') })),
    now,
  )

export const takeSuppressionsBack = async (tx: Tx, ids: string[]): Promise<Set<string>> => new Set(await removeSuppressions(tx, ids))
