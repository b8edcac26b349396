import type { ReadyMail } from '#platform/mail'
import { domainOfAddress, type Domains } from './domains.ts'

/** Mails that are claimed and wait for a connection; those of their own go first. */
export type Backlog = {
  add: (mails: ReadyMail[]) => void
  /** The first whose domain takes one now. */
  next: () => ReadyMail | undefined
  /** Whether there is one. */
  hasNext: () => boolean
  singles: () => number
  size: () => number
  /** What came of it is kept, or it is not ours any more. */
  letGo: (mail: ReadyMail) => void
  /** The ids of all that wait, and of those that connections took and did not let go of. */
  holding: () => string[]
  /** When it is crowded here: takes out what slow domains will not take while it is fresh, each with the milliseconds until its turn. It stays held. */
  takeSurplus: () => Surplus[]
  /** Gives up what waits of editions to this person: they left, or left another list, and are asked for anew. */
  giveUpOf: (personId: string) => void
  /** Gives up all that wait. */
  clear: () => void
}

export type Surplus = { mail: ReadyMail; wait: number }

type Waiting = { mail: ReadyMail; domain: string; since: number }

/** So many of a domain are kept however slow it is: what it takes is learned from them. */
const fewest = 20

/** Whether readers of an edition want it still was asked when it came here: what has waited longer than that holds is given up, to be claimed anew. */
export function newBacklog(freshFor: number, domains: Domains, crowdedFrom: number): Backlog {
  const held = new Set<string>()
  const singles: Waiting[] = []
  let bulk: Waiting[] = []

  const isStale = ({ since }: Waiting) => since < performance.now() - freshFor
  const isReady = ({ domain }: Waiting) => domains.mayTake(domain)
  function giveUp(isOver: (one: Waiting) => boolean) {
    const over = bulk.filter(isOver)
    if (over.length === 0) return
    for (const { mail } of over) held.delete(mail.id)
    bulk = bulk.filter((one) => !isOver(one))
  }
  return {
    add(mails) {
      for (const mail of mails) {
        held.add(mail.id)
        ;(mail.contentId === null ? singles : bulk).push({ mail, domain: domainOfAddress(mail.toAddress), since: performance.now() })
      }
    },
    next() {
      // They wait in the order in which they came.
      if (bulk[0] && isStale(bulk[0])) giveUp(isStale)
      return takeFirst(singles, isReady) ?? takeFirst(bulk, isReady)
    },
    hasNext: () => singles.some(isReady) || bulk.some(isReady),
    singles: () => singles.length,
    size: () => singles.length + bulk.length,
    letGo: ({ id }) => void held.delete(id),
    holding: () => [...held],
    takeSurplus() {
      const surplus = bulk.length < crowdedFrom ? [] : surplusOf(bulk, domains, freshFor)
      const mails = new Set(surplus.map(({ mail }) => mail))
      if (mails.size > 0) bulk = bulk.filter(({ mail }) => !mails.has(mail))
      return surplus
    },
    giveUpOf: (personId) => giveUp(({ mail }) => mail.personId === personId),
    clear() {
      for (const { mail } of [...singles.splice(0), ...bulk.splice(0)]) held.delete(mail.id)
    },
  }
}

function takeFirst(queue: Waiting[], isReady: (one: Waiting) => boolean): ReadyMail | undefined {
  const place = queue.findIndex(isReady)
  return place < 0 ? undefined : queue.splice(place, 1)[0]?.mail
}

/** Nobody is put off for longer than what is known of a domain is worth: a moment's delay may look like a slow domain. */
function surplusOf(queue: Waiting[], domains: Domains, freshFor: number): Surplus[] {
  return [...Map.groupBy(queue, ({ domain }) => domain)].flatMap(([domain, waiting]) => {
    const rate = domains.perSecond(domain) / 1000
    const kept = Math.max(fewest, Math.floor((rate * freshFor) / 2))
    return waiting.slice(kept).map(({ mail }, place) => ({ mail, wait: Math.min((kept + place) / rate, freshFor) }))
  })
}
