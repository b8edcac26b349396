import type { Db, Tx } from '#database'
import type { Here } from '#platform/http'
import { hashOfAddress } from '#suppressions'
import {
  listStandings,
  saveManyBack,
  saveManyConsents,
  saveManyLeft,
  saveManyOn,
  type BroughtStanding,
  type ListOf,
  type Placed,
  type Put,
} from './brought.data.ts'

type Network = Pick<Here, 'id' | 'secret'>

/** How many addresses stand with a list and with us, before anything is done about them. */
export async function standingsWith(db: Db, network: Network, listId: string, addresses: string[]): Promise<Map<string, BroughtStanding>> {
  const hashed = addresses.map((address) => ({ address, hash: hashOf(network, address) }))
  const standings = await listStandings(db, { networkId: network.id, listId }, hashed)
  return new Map(standings.map((standing) => [standing.address, standing]))
}

/** Where people brought along come from, and what they agreed to there. */
export type Consenting = ListOf & { wording: string; source: string }

export type BroughtReader = {
  personId: string
  givenAt: string | null
  confirmedAt: string | null
  /** Where they said yes. */ from: string
}

/**
 * Puts many people on a list by the consent they gave elsewhere, which is kept as its proof. Who is on the list stays, and who
 * has left it is not put back.
 */
export async function bringReaders(tx: Tx, of: Consenting, readers: BroughtReader[], now: Temporal.Instant): Promise<Put[]> {
  const put = await saveManyOn(tx, of, readers, now)
  const isPut = new Set(put.map(({ personId }) => personId))
  const consents = readers
    .filter(({ personId }) => isPut.has(personId))
    .flatMap(({ personId, givenAt, confirmedAt, from }) => {
      const proof = { personId, source: from ? `${of.source} (${from})` : of.source }
      const given = { ...proof, kind: 'given' as const, at: givenAt ?? confirmedAt }
      return confirmedAt ? [given, { ...proof, kind: 'confirmed' as const, at: confirmedAt }] : [given]
    })
  await saveManyConsents(tx, of, consents, now)
  return put
}

export type BroughtLeaver = { personId: string; givenAt: string | null; leftAt: string | null }

/** Notes of many people that they left elsewhere, so that no later import brings them back. */
export async function bringLeavers(tx: Tx, of: Consenting, leavers: BroughtLeaver[], now: Temporal.Instant): Promise<Put[]> {
  const put = await saveManyLeft(tx, of, leavers, now)
  const changed = new Set(put.map(({ personId }) => personId))
  const steps = leavers
    .filter(({ personId }) => changed.has(personId))
    .map(({ personId, leftAt }) => ({ personId, kind: 'withdrawn' as const, at: leftAt, source: of.source }))
  await saveManyConsents(tx, of, steps, now)
  return put
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

const hashOf = (network: Network, address: string) => hashOfAddress(network.secret, address).toString('hex')
