import type { Config } from '#config'
import type { Db } from '#database'
import { readLetter, type Letter } from './letter.rules.ts'

/** A mail that came in, for the room whose address it was sent to. */
export type ReceivedMail = {
  db: Db
  /** What stands in the address after the room's word: `bounces+token@…`. */
  token: string
  /** The whole address it was sent to. */
  to: string
  /** Who sent it, as the servers say it; empty for a bounce. */
  from: string
  mail: Letter
  now: Temporal.Instant
}

/** Acts on a mail. `unknown`: there is nobody behind this token; the sender's server is told so. When it throws, the mail comes again later. */
export type MailRoute = (received: ReceivedMail) => Promise<'taken' | 'unknown'>

/** The words before `+` or `.` in our addresses, and who acts on them; site.ts lists them. */
export type MailRoutes = Record<string, MailRoute>

export type Taking = {
  config: Pick<Config, 'mailDomain'>
  db: Db
  routes: MailRoutes
  /** Asked for whole addresses that no word leads to. */
  findOther?: ((db: Db, address: string) => Promise<MailRoute | null>) | undefined
  now: () => Temporal.Instant
}

export const largest = 1024 * 1024

export type Incoming = { to: string; from: string; raw: Buffer }

/** Hands a mail to whom it is for. */
export async function takeMail(taking: Taking, { to, from, raw }: Incoming): Promise<'taken' | 'unknown'> {
  const found = await findRoute(to, taking)
  return found ? found.route({ db: taking.db, token: found.token, to, from, mail: readLetter(raw), now: taking.now() }) : 'unknown'
}

/** The one recipient that needs no domain (RFC 5321, section 4.5.1). */
const withoutDomain = 'postmaster'

type Found = { route: MailRoute; token: string }

/** Who takes mail for an address of ours; null for every other. */
export async function findRoute(address: string, { config, routes, db, findOther }: Taking): Promise<Found | null> {
  const domain = config.mailDomain.toLowerCase()
  const typed = address.toLowerCase()
  const whole = typed === withoutDomain ? `${typed}@${domain}` : typed
  const at = whole.lastIndexOf('@')
  if (whole.slice(at + 1) !== domain) return null
  return findByWord(whole.slice(0, at), routes) ?? asFound((await findOther?.(db, whole)) ?? undefined, '')
}

function findByWord(local: string, routes: MailRoutes): Found | null {
  const routeOf = (word: string) => (Object.hasOwn(routes, word) ? routes[word] : undefined)
  const [, word = '', token = ''] = /^([^+.]*)(?:[+.](.*))?$/s.exec(local) ?? []
  return asFound(routeOf(local), '') ?? asFound(routeOf(word), token)
}

const asFound = (route: MailRoute | undefined, token: string): Found | null => (route ? { route, token } : null)
