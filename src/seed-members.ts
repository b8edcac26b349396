import { transaction, type Db } from '#database'
import { seedReaders } from '#mailing'
import { findRootNetwork } from '#networks'
import { checkReferences, saveInventedConsents, saveInventedEvents, saveInventedMembers, saveInventedRsvps } from './seed-members.data.ts'

/** Makes a large believable community: people of many states, on the lists, who came to office hours over four years. */
export const seedMembers = (db: Db, count: number, now = Temporal.Now.instant()) =>
  transaction(db, async (tx) => {
    const network = await findRootNetwork(tx)
    if (!network) return
    await checkReferences(tx, false)
    await saveInventedMembers(tx, network.id, count, now)
    await seedReaders(tx, network, now)
    await saveInventedConsents(tx, network.id)
    await checkReferences(tx, true)
    await saveInventedEvents(tx, network.id, 48, now)
    await saveInventedRsvps(tx, network.id, now)
  })
