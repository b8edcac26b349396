import { transaction, type Db, type Tx } from '#database'
import { findRootNetwork } from '#networks'
import type { ComplaintListener, RefusalListener } from '#platform/mail'
import { hashOfAddress } from './suppression.rules.ts'
import { saveSuppression } from './suppression.data.ts'
import type { SuppressionReason } from './suppressions.tables.ts'

/** Mail to this address came back for good: nothing more is sent to it until the address confirms anew. */
export const markBounced = (db: Db, address: string, detail: string, now: Temporal.Instant): Promise<void> =>
  transaction(db, (tx) => suppress(tx, { address, detail, reason: 'bounced' }, now))

/** What a mail server said of an address, at once or by a bounce, is believed. */
export const noteRefusal: RefusalListener = (tx, { address, answer }, now) => markBounced(tx, address, answer, now)

/** Somebody reported our mail as unwanted: they are not asked again. */
export const noteComplaint: ComplaintListener = (tx, { address, detail }, now) =>
  suppress(tx, { address, detail, reason: 'complained' }, now)

async function suppress(
  tx: Tx,
  { address, detail, reason }: { address: string; detail: string; reason: SuppressionReason },
  now: Temporal.Instant,
) {
  const network = await findRootNetwork(tx)
  if (!network) throw new Error('There is no network yet.')
  const kept = {
    networkId: network.id,
    address: address.toLowerCase(),
    addressHash: hashOfAddress(network.secret, address),
    detail: detail.slice(0, 500),
  }
  await saveSuppression(tx, { ...kept, reason }, now)
}
