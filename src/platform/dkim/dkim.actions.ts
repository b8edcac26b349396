import { transaction, type Db, type Tx } from '#database'
import {
  isHeld,
  listKeys,
  lockKeys,
  removeHold,
  removeKeysRestingSince,
  saveHold,
  saveKeys,
  saveResting,
  saveSeen,
  saveSigning,
} from './dkim.data.ts'
import { algorithms, isPublished, recordOf, selectorOf, shownKey, turnOf, type DkimState, type KeptKey } from './dkim.rules.ts'
import { newKeyPair } from './key-pair.ts'
import type { LookUpText } from './text-records.ts'

/** The keys of a domain, each with its record for the DNS host. Reads what is kept; asks no DNS. */
export async function dkimState(db: Db, domain: string, now: Temporal.Instant): Promise<DkimState> {
  const [keys, isOff] = [await listKeys(db, domain), await isHeld(db, domain)]
  const shown = keys.map((key) => shownKey(key, now))
  return { domain, isHeld: isOff, isSigning: !isOff && shown.some(({ state }) => state === 'signing'), keys: shown }
}

/** Makes new keys, which wait until their records are seen; the ones that sign go on until then. Also the first keys of all. */
export async function rotateDkim(
  db: Db,
  domain: string,
  now: Temporal.Instant,
): Promise<{ made: number } | { refused: 'already-waiting' }> {
  const chance = crypto.randomUUID().slice(0, 4)
  const pairs = await Promise.all(algorithms.map(async (algorithm) => ({ algorithm, ...(await newKeyPair(algorithm)) })))
  const made = await saveKeys(
    db,
    pairs.map((pair) => ({ ...pair, domain, selector: selectorOf(pair.algorithm, now, chance), madeAt: now })),
  )
  return made > 0 ? { made } : { refused: 'already-waiting' }
}

/** Looks in DNS for the records of keys that wait or sign; what is seen of those that wait signs from now on, unless the owner holds it. */
export async function checkDkim(
  db: Db,
  domain: string,
  { lookUp, now }: { lookUp: LookUpText; now: Temporal.Instant },
): Promise<DkimState> {
  const inUse = (await listKeys(db, domain)).filter(({ restsSince }) => !restsSince)
  const texts = await Promise.all(inUse.map((key) => lookUp(recordOf(key).name)))
  await transaction(db, async (tx) => {
    for (const [place, key] of inUse.entries()) await noteSeen(tx, key, texts[place] ?? null, now)
    if (!(await isHeld(tx, domain))) await turn(tx, domain, ({ seenAt }) => seenAt !== null, now)
  })
  return dkimState(db, domain, now)
}

/** The owner says that the records are there, or switches signing on again: whatever waits signs from now on. */
export const startSigning = (db: Db, domain: string, now: Temporal.Instant): Promise<void> =>
  transaction(db, async (tx) => {
    await removeHold(tx, domain)
    await turn(tx, domain, () => true, now)
  })

/** Mail leaves unsigned from now on. The keys are kept. */
export const stopSigning = (db: Db, domain: string, now: Temporal.Instant) => saveHold(db, domain, now)

/** Makes the first keys, looks for records, and forgets keys that have rested for long. */
export async function lookAfterDkim(db: Db, domain: string, { lookUp, now }: { lookUp: LookUpText; now: Temporal.Instant }): Promise<void> {
  const keys = await listKeys(db, domain)
  if (keys.length === 0) await rotateDkim(db, domain, now)
  await checkDkim(db, domain, { lookUp, now })
  await removeKeysRestingSince(db, domain, now.subtract({ hours: 60 * 24 }))
}

/** When DNS did not answer, what was seen before stands. */
async function noteSeen(tx: Tx, key: KeptKey, texts: string[] | null, now: Temporal.Instant) {
  if (texts) await saveSeen(tx, key, isPublished(key, texts) ? now : null)
}

async function turn(tx: Tx, domain: string, may: (key: KeptKey) => boolean, now: Temporal.Instant) {
  const { begin, rest } = turnOf(await lockKeys(tx, domain), may)
  for (const key of rest) await saveResting(tx, key, now)
  for (const key of begin) await saveSigning(tx, key, now)
}
