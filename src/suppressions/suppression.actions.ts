import { transaction, type Db, type Tx } from '#database'
import { findRootNetwork } from '#networks'
import type { ComplaintListener, RefusalListener } from '#platform/mail'
import { hashOfAddress } from './suppression-hash.ts'
import { saveSuppression } from './suppression.data.ts'
import { tellOfBlocking } from './blocking.actions.ts'
import { listSentMails, saveReturned } from './returned.data.ts'
import { failsTooOften, withinWhich } from './returned.rules.ts'
import type { SuppressionReason } from './suppressions.tables.ts'

/** Mail to this address came back for good: nothing more is sent to it until the address confirms anew. */
export const markBounced = (db: Db, address: string, detail: string, now: Temporal.Instant): Promise<void> =>
  transaction(db, (tx) => suppress(tx, { address, detail, reason: 'bounced' }, now))

/** What a mail server said of an address, at once or by a bounce, is believed as far as it goes. */
export const noteRefusal: RefusalListener = async (tx, { failure = 'hard', ...refusal }, now) => {
  const { mailId, networkId, personId, address, answer } = refusal
  await saveReturned(tx, { mailId, networkId, kind: failure }, now)
  if (failure === 'hard') await suppress(tx, { address, detail: answer, reason: 'bounced' }, now)
  if (failure === 'policy') await tellOfBlocking(tx, { networkId, answer }, now)
  if (failure !== 'soft') return
  const sent = await listSentMails(tx, { personId, address }, now.subtract(withinWhich))
  if (failsTooOften(sent)) await suppress(tx, { address, detail: answer, reason: 'unreachable' }, now)
}

/** Somebody reported our mail as unwanted: they are not asked again. */
export const noteComplaint: ComplaintListener = async (tx, { mailId, networkId, address, detail }, now) => {
  if (mailId !== null) await saveReturned(tx, { mailId, networkId, kind: 'complaint' }, now)
  await suppress(tx, { address, detail, reason: 'complained' }, now)
}

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
