import type { Db } from '#database'
import { findEdition } from '#editions'
import { beginUntitled, type Untitled } from './begin.actions.ts'

/**
 * Begins an edition with the blocks of another, pictures included. Its subject is left to the writer, so that nobody is
 * sent last month's by mistake.
 */
export async function copyEdition(db: Db, who: Untitled, slug: string, now: Temporal.Instant): Promise<string | undefined> {
  const edition = await findEdition(db, who.networkId, slug)
  return edition && beginUntitled(db, { ...who, listId: edition.listId }, edition.blocks, now)
}
