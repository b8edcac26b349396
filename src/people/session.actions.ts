import { createHash, randomBytes } from 'node:crypto'
import { getCookie, setCookie } from 'hono/cookie'
import type { Db } from '#database'
import { sessionCookie, type Here, type RequestContext, type Visitor } from '#platform/http'
import { findSession, saveSession, saveSessionSeen } from './session.data.ts'

const lasting = Temporal.Duration.from({ hours: 24 * 60 })
const betweenSightings = 3_600_000

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** Begins a session of 60 days and says its secret, which only the browser keeps. */
export async function beginSession(db: Db, personId: string, device: string, now: Temporal.Instant): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await saveSession(db, { personId, tokenHash: hashOf(token), device: device.slice(0, 200), endsAt: now.add(lasting) }, now)
  return token
}

export const keepSessionCookie = (c: RequestContext, token: string) =>
  setCookie(c, sessionCookie(c.var.config), token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: c.var.config.baseUrl.startsWith('https:'),
    maxAge: lasting.total('seconds'),
  })

/** Who asks, by the session in the cookie; notes once an hour that the session was seen. */
export async function findVisitor(c: RequestContext, network: Here): Promise<Visitor | null> {
  const token = getCookie(c, sessionCookie(c.var.config))
  if (!token) return null
  const { db, now } = c.var
  const found = await findSession(db, hashOf(token), network.id, now)
  if (!found) return null
  if (now.epochMilliseconds - found.seenAt.epochMilliseconds > betweenSightings) await saveSessionSeen(db, found.sessionId, now)
  return {
    id: found.id,
    email: found.email,
    name: `${found.firstName} ${found.lastName}`.trim() || found.email,
    language: found.language,
    timeZone: found.timeZone,
    sessionId: found.sessionId,
    isSteward: found.role === 'steward' || found.role === 'owner',
    isOwner: found.role === 'owner',
  }
}
