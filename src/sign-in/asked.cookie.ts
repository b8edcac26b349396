import { ownPath, type Asked } from '#platform/http'
import { emailAddress } from '#platform/text'
import { dropCookie, keepCookie, readCookie } from './cookies.ts'

/** Who asked for a code in this browser, and where they want to go: so that the next page can say so without writing it into its URL. */
export type WhoAsked = { email: string; next: string }

export const keepAsked = (c: Asked, { email, next }: WhoAsked) =>
  keepCookie(c, nameFor(c), new URLSearchParams({ email, next }).toString(), Temporal.Duration.from({ hours: 1 }))

export function readAsked(c: Asked): WhoAsked {
  const kept = new URLSearchParams(readCookie(c, nameFor(c)) ?? '')
  return { email: emailAddress(kept.get('email') ?? '') ?? '', next: pathAfter(kept.get('next')) }
}

export const forgetAsked = (c: Asked) => dropCookie(c, nameFor(c))

/** Where signing in leads: a path of ours, or my page. */
export const pathAfter = (asked: string | null | undefined): string => (asked ? ownPath(asked.slice(0, 2000)) : '/me')

const nameFor = (c: Asked) => (c.var.config.baseUrl.startsWith('https:') ? '__Host-asked' : 'asked')
