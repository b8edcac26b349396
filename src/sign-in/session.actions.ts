import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '#database'
import { sessionCookie, type Asked, type Here, type Visitor } from '#platform/http'
import { dropCookie, keepCookie, readCookie } from './cookies.ts'
import { deviceOf } from './device.rules.ts'
import { findSession, removeSessionOfToken, saveSession, saveSessionSeen } from './session.data.ts'

const lasting = Temporal.Duration.from({ hours: 24 * 60 })
const betweenSightings = 3_600_000

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** Begins a session of 60 days and says its secret, which only the browser keeps. */
export async function beginSession(db: Db, personId: string, userAgent: string, now: Temporal.Instant): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await saveSession(db, { personId, tokenHash: hashOf(token), ...deviceOf(userAgent), endsAt: now.add(lasting) }, now)
  return token
}

/**
 * Signs this browser in as someone: always with a new secret, so that one planted here beforehand opens nothing.
 * The session that the browser held until now ends.
 */
export async function beginSessionHere(c: Asked, personId: string): Promise<void> {
  const { db, now } = c.var
  await endSessionHere(c)
  keepCookie(c, sessionCookie(c.var.config), await beginSession(db, personId, c.req.header('user-agent') ?? '', now), lasting)
}

/** Signs this browser out; nothing happens in one that is not signed in. */
export async function endSessionHere(c: Asked): Promise<void> {
  const name = sessionCookie(c.var.config)
  const token = readCookie(c, name)
  if (token === undefined) return
  await removeSessionOfToken(c.var.db, hashOf(token))
  dropCookie(c, name)
}

/** Who asks, by the session in the cookie; notes once an hour that the session was seen. */
export async function findVisitor(c: Asked, network: Here): Promise<Visitor | null> {
  const token = readCookie(c, sessionCookie(c.var.config))
  if (!token) return null
  const { db, now } = c.var
  const found = await findSession(db, hashOf(token), network.id, now)
  if (!found) {
    dropCookie(c, sessionCookie(c.var.config))
    return null
  }
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
