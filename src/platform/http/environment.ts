import type { Context } from 'hono'
import type { VNode } from 'preact'
import type { Config } from '#config'
import type { Db } from '#database'
import type { Language, Words } from '#platform/text'
import type { Followed } from './followers.ts'

/** Whoever is asking, as far as every room needs to know. */
export type Visitor = {
  id: string
  email: string
  name: string
  language: Language | null
  timeZone: string | null
  sessionId: string
  isSteward: boolean
  isOwner: boolean
}

/** The network this request speaks to. */
export type Here = {
  id: string
  name: string
  tagline: string
  taglineEs: string
  accent: string
  logo: string | null
  language: Language
  timeZone: string
  contactEmail: string
  postalAddress: string
  approvalRequired: boolean
  bouncesInThousand: number
  complaintsInThousand: number
  secret: Buffer
}

/** Until when, and as long as which tables do not change, a page may be kept for visitors who are not signed in. */
export type Keep = { tables: string[]; until?: Temporal.Instant | undefined }

export type Variables = {
  db: Db
  config: Config
  now: Temporal.Instant
  network: Here
  person: Visitor | null
  language: Language
  t: Words
  requestId: string
  clientAddress: string
  /** Answers with a whole page. With `keep`, the next stranger gets the same bytes without any work. */
  page: (node: VNode, options?: number | { status?: number; keep?: Keep }) => Response
  /** A part of a page, the same for everybody who reads this language. */
  part: (node: VNode) => string
  /** Answers with a line on which everybody who follows the same hears what it becomes. */
  follow: (followed: Followed) => Response
  /** What is the same for everybody who asks: read once by this process, until one of the tables tells a change or the moment comes. */
  remember: <T>(name: string, keep: Keep, load: () => Promise<T>) => Promise<T>
}

export type Environment = { Variables: Variables }
export type RequestContext = Context<Environment>

/** A request of anybody, behind any guard: what a handler hands on to its helpers. */
export type Asked = Omit<RequestContext, 'get' | 'set'>
