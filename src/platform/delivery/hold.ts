import { afterCommit, transaction, type Db } from '#database'
import { wakeSender } from '#platform/mail'
import { countWaiting, findHome, listLivePlaces, saveHome, stopAllWaiting } from './home.data.ts'
import type { Place } from './place.ts'

export type Hold = {
  /** elsewhere: mail left from another place until now. quiet: an owner said that this copy sends nothing. */
  reason: 'elsewhere' | 'quiet'
  here: Place
  home: Place & { since: Temporal.Instant }
  differs: (keyof Place)[]
  /** Mails that wait for the decision. */
  waiting: number
  /** A program at the place from which mail leaves is running just now, on this same database. */
  isHomeAlive: boolean
}

/** Why no mail leaves from this place, if it does not. */
export async function findHold(db: Db, findHere: () => Promise<Place>): Promise<Hold | null> {
  const home = await findHome(db)
  if (!home) return null
  const here = await findHere()
  const differs = parts.filter((part) => home[part] !== here[part])
  if (differs.length === 0 && home.quietSince === null) return null
  const live = differs.length > 0 ? await listLivePlaces(db) : []
  return {
    reason: differs.length > 0 ? 'elsewhere' : 'quiet',
    here,
    home,
    differs,
    waiting: await countWaiting(db),
    isHomeAlive: live.some((place) => isSamePlace(place, home)),
  }
}

const parts = ['baseUrl', 'database', 'machine'] as const

const isSamePlace = (one: Place, other: Place): boolean => parts.every((part) => one[part] === other[part])

export type Release = { place: Place; by: string | null; /** What of the mail that waits, from before. */ waiting: 'send' | 'stop' }

/** From now on mail leaves from here. What a backup held may have left long ago: the owner says what becomes of it. */
export const releaseMail = (db: Db, { place, by, waiting }: Release, now: Temporal.Instant): Promise<void> =>
  transaction(db, async (tx) => {
    if (waiting === 'stop') await stopAllWaiting(tx)
    await saveHome(tx, { place, decidedBy: by, isQuiet: false }, now)
    afterCommit(tx, wakeSender)
  })

/** This is a copy that sends nothing: what waits, and what is written from now on, stays in its outbox. Refused where it would silence another. */
export const keepQuiet = (db: Db, place: Place, by: string | null, now: Temporal.Instant): Promise<'quiet' | 'home-is-alive'> =>
  transaction(db, async (tx) => {
    const [home, live] = [await findHome(tx), await listLivePlaces(tx)]
    if (home && !isSamePlace(home, place) && live.some((other) => isSamePlace(other, home))) return 'home-is-alive'
    await stopAllWaiting(tx)
    await saveHome(tx, { place, decidedBy: by, isQuiet: true }, now)
    return 'quiet'
  })

/** The place of the program that runs on this database but may not send; without one, that of whoever asks. For the command line, whose settings may be others. */
export async function findRunningPlace(db: Db, findHere: () => Promise<Place>): Promise<Place> {
  const [home, live] = [await findHome(db), await listLivePlaces(db)]
  return live.find((place) => !home || !isSamePlace(place, home)) ?? live[0] ?? findHere()
}
