import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from '#database'
import type { Log } from '#platform/http'
import { endSender, saveSenderSeen, takeOverFromGone } from './sender.data.ts'

export type Registration = { id: () => string; begun: Promise<void>; renew: () => Promise<void>; end: () => Promise<void> }

export type RegistrationParts = {
  db: Db
  log: Log
  now: () => Temporal.Instant
  isAlone: boolean
  /** Makes it known; gives the name it goes by. */
  beginHere: () => Promise<string>
  trouble: () => string | null
  /** Others took this sender for gone; it goes on under a new name. */
  onLost: () => void
}

const betweenSigns = 2000

/** Makes a sender known, gives signs of life, and looks after the mails of those that are gone. */
export function startRegistration({ db, log, now, isAlone, beginHere, trouble, onLost }: RegistrationParts): Registration {
  const ended = new AbortController()
  let id = ''
  let renewing: Promise<void> | null = null

  async function begin() {
    id = await beginHere()
    await lookAfterGone(isAlone)
  }
  async function lookAfterGone(areAll: boolean) {
    const count = await takeOverFromGone(db, { id, isAlone: areAll, now: now() })
    if (count > 0) log.warn({ count }, 'mails in doubt after a crash are sent once more, and marked')
  }
  const renew = () => (renewing ??= anew().finally(() => (renewing = null)))
  async function anew() {
    log.warn('this sender was taken for gone; it begins anew')
    onLost()
    id = await beginHere()
  }
  async function live() {
    while (!ended.signal.aborted) {
      await pause(betweenSigns, undefined, { signal: ended.signal }).catch(() => undefined)
      if (!ended.signal.aborted)
        await giveSign().catch((error: unknown) => log.error({ err: error }, 'the sender could not give a sign of life'))
    }
  }
  const giveSign = async () => ((await saveSenderSeen(db, id, trouble())) ? lookAfterGone(false) : renew())
  const begun = atLast(begin, log, ended.signal)
  const living = begun.then(live)
  return {
    id: () => id,
    begun,
    renew,
    async end() {
      ended.abort()
      await living
      if (id) await endSender(db, id).catch(() => undefined)
    },
  }
}

async function atLast(begin: () => Promise<void>, log: Log, signal: AbortSignal) {
  while (!signal.aborted) {
    try {
      return await begin()
    } catch (error) {
      log.error({ err: error }, 'the sender could not begin; trying again')
      await pause(1000)
    }
  }
}
