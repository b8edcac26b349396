import type { Db, Tx } from '#database'
import type { Here } from '#platform/http'
import { hashOfAddress } from '#suppressions'
import { listStandings, saveManyBack, saveManyConsents, type BroughtStanding, type Consenting, type Placed } from './brought.data.ts'

type Network = Pick<Here, 'id' | 'secret'>

/** How many addresses stand with a list and with us, before anything is done about them. Who is not among them is a stranger. */
export async function standingsWith(db: Db, network: Network, listId: string, addresses: string[]): Promise<Map<string, BroughtStanding>> {
  const hashes = addresses.map((address) => hashOfAddress(network.secret, address))
  const standings = await listStandings(db, { networkId: network.id, listId }, { addresses, hashes })
  return new Map(standings.map((standing) => [standing.address, standing]))
}

/** Takes back what was brought, where nobody has changed it since; says whose standing is as before. */
export async function takeReadersBack(tx: Tx, of: Consenting, placed: Placed[], now: Temporal.Instant): Promise<Set<string>> {
  const back = new Set(await saveManyBack(tx, of, placed))
  const steps = placed
    .filter(({ personId, leftAt }) => leftAt === null && back.has(personId))
    .map(({ personId }) => ({ personId, kind: 'withdrawn' as const, at: null, source: of.source }))
  await saveManyConsents(tx, of, steps, now)
  return back
}
