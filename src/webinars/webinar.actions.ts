import { transaction, type Db } from '#database'
import { bringSpeakers } from '#speakers'
import { freeSlug, slugOf, type Language } from '#platform/text'
import {
  beginWebinarRow,
  findWebinarText,
  listWebinarLanguages,
  listWebinarSlugs,
  lockWebinar,
  removeWebinar,
  removeWebinarText,
  saveWebinarFacts,
  saveWebinarPublishedAt,
  saveWebinarTextRow,
  type WebinarFacts,
} from './webinar.data.ts'

export type WebinarWords = { language: Language; title: string; summary: string; speakers: string; body: string }
export type WebinarEntry = { facts: WebinarFacts; words: WebinarWords }
type Who = { networkId: string; personId: string | null }

export type WebinarSaved = { slug: string } | { refused: 'gone' | 'changed-meanwhile' }

/** A new entry of the archive, a draft at first, at an address made of its title. */
export async function beginWebinar(db: Db, who: Who, entry: WebinarEntry, now: Temporal.Instant): Promise<{ slug: string }> {
  const { facts, words } = entry
  const begun = await transaction(db, async (tx) => {
    const slug = freeSlug(words.title, ['new', ...(await listWebinarSlugs(tx, who.networkId, slugOf(words.title)))])
    const webinar = await beginWebinarRow(tx, { ...facts, networkId: who.networkId, slug, publishedAt: null }, now)
    if (!webinar) return null
    await saveWebinarTextRow(tx, { webinarId: webinar.id, ...words, editedAt: now, editedBy: who.personId })
    if (facts.eventId) await bringSpeakers(tx, { eventId: facts.eventId, webinarId: webinar.id })
    return { slug }
  })
  // Somebody took the address in the same moment: the next one is free.
  return begun ?? beginWebinar(db, who, entry, now)
}

/** Saves the facts and the words of one language, unless somebody else did since they were shown (`seen`). */
export function saveWebinar(
  db: Db,
  who: Who,
  webinar: WebinarEntry & { slug: string; seen: string },
  now: Temporal.Instant,
): Promise<WebinarSaved> {
  const { slug, seen, facts, words } = webinar
  return transaction(db, async (tx) => {
    const current = await lockWebinar(tx, who.networkId, slug)
    if (!current) return { refused: 'gone' as const }
    const before = await findWebinarText(tx, current.id, words.language)
    if ((before?.editedAt.toString() ?? '') !== seen) return { refused: 'changed-meanwhile' as const }
    await saveWebinarFacts(tx, current.id, facts)
    await saveWebinarTextRow(tx, { webinarId: current.id, ...words, editedAt: now, editedBy: who.personId })
    return { slug }
  })
}

/** Shows the entry to the world, or takes it back to the stewards. */
export function publishWebinar(db: Db, who: Who, slug: string, publishedAt: Temporal.Instant | null): Promise<boolean> {
  return transaction(db, async (tx) => {
    const webinar = await lockWebinar(tx, who.networkId, slug)
    if (!webinar) return false
    if (publishedAt === null || webinar.publishedAt === null) await saveWebinarPublishedAt(tx, webinar.id, publishedAt)
    return true
  })
}

/** Takes the words of one language away, or the whole entry when none is named or no other is left. Says whether something is left. */
export function removeWebinarWords(
  db: Db,
  { networkId, slug, only }: { networkId: string; slug: string; only: Language | undefined },
): Promise<boolean> {
  return transaction(db, async (tx) => {
    const webinar = await lockWebinar(tx, networkId, slug)
    if (!webinar) return false
    const isLeft = only !== undefined && (await listWebinarLanguages(tx, webinar.id)).some((language) => language !== only)
    if (isLeft) await removeWebinarText(tx, webinar.id, only)
    else await removeWebinar(tx, networkId, slug)
    return isLeft
  })
}
