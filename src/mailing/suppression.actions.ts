import { transaction, type Db, type Tx } from '#database'
import { findRootNetwork } from '#networks'
import { findPersonByEmail } from '#people'
import type { RefusalListener } from '#platform/mail'
import { leave } from './leave.actions.ts'
import type { SuppressionReason } from './mailing.tables.ts'
import { hashOfAddress } from './suppression.rules.ts'
import { saveSuppression } from './suppression.data.ts'

/** Mail to this address came back for good: nothing more is sent to it until the address confirms anew. */
export const markBounced = (db: Db, address: string, detail: string, now: Temporal.Instant): Promise<void> =>
  transaction(db, (tx) => suppress(tx, { address, detail, reason: 'bounced' }, now))

/** Somebody reported our mail as unwanted: this takes them off every list, and they are not asked again. */
export const markComplained = (db: Db, address: string, detail: string, now: Temporal.Instant): Promise<void> =>
  transaction(db, async (tx) => {
    await suppress(tx, { address, detail, reason: 'complained' }, now)
    const [network, person] = [await rootNetwork(tx), await findPersonByEmail(tx, address.toLowerCase())]
    if (person) await leave(tx, { network, person, lists: 'all', wording: detail, source: 'complaint' }, now)
  })

/** What a mail server said of an address, at once or by a bounce, is believed. */
export const noteRefusal: RefusalListener = (tx, { address, answer }, now) => markBounced(tx, address, answer, now)

async function suppress(
  tx: Tx,
  { address, detail, reason }: { address: string; detail: string; reason: SuppressionReason },
  now: Temporal.Instant,
) {
  const network = await rootNetwork(tx)
  const kept = {
    networkId: network.id,
    address: address.toLowerCase(),
    addressHash: hashOfAddress(network.secret, address),
    detail: detail.slice(0, 500),
  }
  await saveSuppression(tx, { ...kept, reason }, now)
}

async function rootNetwork(tx: Tx) {
  const network = await findRootNetwork(tx)
  if (!network) throw new Error('There is no network yet.')
  return network
}
