import type { Reached } from '#platform/reach'
import type { LinkOutcome } from './links.tables.ts'

export type Judged = { outcome: LinkOutcome; detail: string }

/** A far site may refuse programs, so only a plain no, or nobody at the address, makes a link broken. */
export function judged(reached: Reached): Judged {
  if ('status' in reached) {
    const outcome = reached.outcome === 'works' ? 'works' : reached.outcome === 'gone' ? 'broken' : 'unsure'
    return { outcome, detail: String(reached.status) }
  }
  return { outcome: reached.outcome === 'silent' ? 'broken' : 'unsure', detail: reached.outcome }
}

/** A page of our own, as a stranger gets it. */
export const judgedOwn = (status: number): Judged => ({ outcome: status < 400 ? 'works' : 'broken', detail: String(status) })

/** The path within our own site, or null when the address is of another. */
export function ownPathOf(address: string, baseUrl: string): string | null {
  const url = URL.canParse(address, baseUrl) ? new URL(address, baseUrl) : null
  return url?.origin === new URL(baseUrl).origin ? url.pathname + url.search : null
}

/** Whether it can be asked for at all: `mailto:` and `tel:` cannot. */
export const isAskable = (address: string): boolean => /^(https?:\/\/|\/(?![/\\]))/i.test(address)
