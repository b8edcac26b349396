import type { Bounds, Heard } from './pace.rules.ts'
import { newThrottle, type Throttle } from './throttle.ts'

/** What a receiving domain is given at most. */
export type DomainLimit = { connections: number; perMinute?: number | undefined }

/** By domain; `*` for all others. */
export type DomainLimits = Record<string, DomainLimit>

/** The domains that letters go to, each with a pace of its own, so that a slow one does not hold up the others. */
export type Domains = {
  mayTake: (domain: string) => boolean
  /** A letter to it takes its turn. */
  begin: (domain: string) => Turn
  /** How many letters it takes in a second, as far as is known. */
  perSecond: (domain: string) => number
  /** Milliseconds until one that waits for its turn may be taken. */
  soonest: () => number | null
}

export type Turn = {
  /** The server is given it now. */
  leaves: () => void
  /** With what was heard of the domain, if anything. */
  ends: (heard: Heard | null) => void
}

type Known = { throttle: Throttle; began: Set<Start>; usual: number }

type Start = { at: number | null }

/** Before anything is known of it, a letter takes so many milliseconds. */
const usualAtFirst = 20
const mostKnown = 5000

export function newDomains(limits: DomainLimits, bounds: Bounds): Domains {
  const known = new Map<string, Known>()

  function knownOf(domain: string): Known {
    const found = known.get(domain)
    if (found) return found
    if (known.size >= mostKnown) forgetQuiet(known)
    const made = { throttle: newThrottle(boundsOf(limits, bounds, domain)), began: new Set<Start>(), usual: usualAtFirst }
    known.set(domain, made)
    return made
  }
  return {
    mayTake(domain) {
      const { throttle, began } = knownOf(domain)
      return began.size < throttle.pace().connections && throttle.readyIn() === 0
    },
    begin(domain) {
      const one = knownOf(domain)
      const start: Start = { at: null }
      one.began.add(start)
      one.throttle.take()
      return {
        leaves: () => void (start.at = performance.now()),
        ends(heard) {
          one.began.delete(start)
          if (start.at !== null) one.usual += (performance.now() - start.at - one.usual) / 10
          if (heard) one.throttle.hear(heard)
        },
      }
    },
    perSecond: (domain) => rateOf(knownOf(domain)),
    soonest() {
      const waits = [...known.values()].map(({ throttle }) => throttle.readyIn()).filter((wait) => wait > 0)
      return waits.length > 0 ? Math.min(...waits) : null
    },
  }
}

/** What is still on its way counts with the time that it has taken so far. */
function rateOf({ throttle, began, usual }: Known): number {
  const { connections, gap } = throttle.pace()
  const longest = Math.max(usual, ...[...began].map(({ at }) => (at === null ? 0 : performance.now() - at)))
  return Math.min((connections * 1000) / longest, gap > 0 ? 1000 / gap : Infinity)
}

function boundsOf(limits: DomainLimits, bounds: Bounds, domain: string): Bounds {
  const { connections, perMinute } = limits[domain] ?? limits['*'] ?? { connections: Math.ceil(bounds.connections / 2) }
  return { ...bounds, connections: Math.min(connections, bounds.connections), shortestGap: perMinute ? 60_000 / perMinute : 0 }
}

function forgetQuiet(known: Map<string, Known>) {
  for (const [domain, { began, throttle }] of known)
    if (began.size === 0 && throttle.pace().gap === 0 && throttle.readyIn() === 0) known.delete(domain)
}

export const domainOfAddress = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()
