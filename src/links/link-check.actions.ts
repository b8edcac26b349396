import type { Config } from '#config'
import type { Db } from '#database'
import { addJob } from '#platform/jobs'
import { reach } from '#platform/reach'
import { listLinkChecks, removeOldChecks, saveLinkCheck } from './link-check.data.ts'
import { isAskable, judged, judgedOwn, ownPathOf } from './link-check.rules.ts'

/** Answers with the status that a stranger gets for a page of ours. */
export type AskInside = (db: Db, config: Config, path: string, now: Temporal.Instant) => Promise<number>

export type LinksToCheck = { networkId: string; addresses: string[] }

const mostLinks = 100
const atOnce = 4
const freshFor = Temporal.Duration.from({ minutes: 10 })
const keptFor = Temporal.Duration.from({ hours: 24 * 90 })

/** Has the links asked for by the worker; what became of each is known a little later. */
export const checkLinksLater = (db: Db, { networkId, addresses }: LinksToCheck) =>
  addJob(db, 'check-links', { networkId, addresses: addresses.filter(isAskable).slice(0, mostLinks) })

/** Asks for each link that was not asked for just now, four at once, and keeps what became of it. */
export async function checkLinks(
  db: Db,
  config: Config,
  { networkId, addresses, ask }: LinksToCheck & { ask: AskInside },
  now: Temporal.Instant,
) {
  await removeOldChecks(db, now.subtract(keptFor))
  const fresh = await listLinkChecks(db, networkId, addresses, now.subtract(freshFor))
  const left = addresses.filter((address) => !fresh.some((check) => check.address === address))
  const one = async () => {
    for (let address = left.pop(); address !== undefined; address = left.pop()) {
      const path = ownPathOf(address, config.baseUrl)
      const found = path === null ? judged(await reach(address)) : judgedOwn(await ask(db, config, path, now))
      await saveLinkCheck(db, { networkId, address, ...found, checkedAt: now })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
}
