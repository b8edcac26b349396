import { transaction, type Db } from '#database'
import { freeSlug, slugOf, type Language } from '#platform/text'
import {
  beginTipRow,
  findTipText,
  listTipLanguages,
  listTipSlugs,
  lockTip,
  removeTip,
  removeTipText,
  savePublishedAt,
  saveScheduledFor,
  saveTipTextRow,
} from './tip.data.ts'

export type TipWords = { language: Language; title: string; summary: string; step: string; author: string; body: string }
type Who = { networkId: string; personId: string | null }

export type TipSaved = { slug: string } | { refused: 'gone' | 'changed-meanwhile' }

/** A new draft, at an address made of its title. */
export async function beginTip(db: Db, who: Who, words: TipWords, now: Temporal.Instant): Promise<{ slug: string }> {
  const begun = await transaction(db, async (tx) => {
    const slug = freeSlug(words.title, ['new', ...(await listTipSlugs(tx, who.networkId, slugOf(words.title)))])
    const tip = await beginTipRow(tx, { networkId: who.networkId, slug, publishedAt: null }, now)
    if (!tip) return null
    await saveTipTextRow(tx, { tipId: tip.id, ...words, editedAt: now, editedBy: who.personId })
    return { slug }
  })
  // Somebody took the address in the same moment: the next one is free.
  return begun ?? beginTip(db, who, words, now)
}

/** Saves the words of one language, unless somebody else did since they were shown (`seen`). */
export function saveTip(db: Db, who: Who, tip: { slug: string; seen: string; words: TipWords }, now: Temporal.Instant): Promise<TipSaved> {
  const { slug, seen, words } = tip
  return transaction(db, async (tx) => {
    const current = await lockTip(tx, who.networkId, slug)
    if (!current) return { refused: 'gone' as const }
    const before = await findTipText(tx, current.id, words.language)
    if ((before?.editedAt.toString() ?? '') !== seen) return { refused: 'changed-meanwhile' as const }
    await saveTipTextRow(tx, { tipId: current.id, ...words, editedAt: now, editedBy: who.personId })
    return { slug }
  })
}

/** Shows the tip to the world, or takes it back to the stewards. Its first moment of publication stays when it is published twice. */
export function publishTip(db: Db, who: Who, slug: string, publishedAt: Temporal.Instant | null): Promise<boolean> {
  return transaction(db, async (tx) => {
    const tip = await lockTip(tx, who.networkId, slug)
    if (!tip) return false
    if (publishedAt === null || tip.publishedAt === null) await savePublishedAt(tx, tip.id, publishedAt)
    return true
  })
}

/** Sets the hour at which a draft is published by itself, or takes it back. */
export function scheduleTip(db: Db, networkId: string, slug: string, hour: Temporal.Instant | null): Promise<void> {
  return transaction(db, async (tx) => {
    const tip = await lockTip(tx, networkId, slug)
    if (tip && !tip.publishedAt) await saveScheduledFor(tx, tip.id, hour)
  })
}

/** Takes the words of one language away, or all of the tip when none is named or no other is left. Says whether something is left. */
export function removeTipWords(
  db: Db,
  { networkId, slug, only }: { networkId: string; slug: string; only: Language | undefined },
): Promise<boolean> {
  return transaction(db, async (tx) => {
    const tip = await lockTip(tx, networkId, slug)
    if (!tip) return false
    const isLeft = only !== undefined && (await listTipLanguages(tx, tip.id)).some((language) => language !== only)
    if (isLeft) await removeTipText(tx, tip.id, only)
    else await removeTip(tx, networkId, slug)
    return isLeft
  })
}
