import type { Db } from '#database'
import { freeSlug } from '#platform/text'
import { findEdition, insertEdition, listSlugs } from '#editions'

type Who = { networkId: string; personId: string; timeZone: string }

/**
 * Begins an edition with the blocks of another, pictures included. Its subject is left to the writer, so that nobody is
 * sent last month's by mistake; its address is the day, since there is no subject yet to make one of.
 */
export async function copyEdition(db: Db, who: Who, slug: string, now: Temporal.Instant): Promise<string | undefined> {
  const { networkId, personId, timeZone } = who
  const edition = await findEdition(db, networkId, slug)
  if (!edition) return undefined
  const day = now.toZonedDateTimeISO(timeZone).toPlainDate().toString()
  const moments = { begunAt: now, changedAt: now, changedBy: personId, publishedAt: null }
  const written = { subject: {}, preheader: {}, blocks: edition.blocks, letters: null }
  const address = freeSlug(day, await listSlugs(db, networkId, day))
  const begun = await insertEdition(db, { networkId, listId: edition.listId, slug: address, ...written, ...moments })
  // Somebody took the address in the same moment: the next one is free.
  return begun?.slug ?? copyEdition(db, who, slug, now)
}
