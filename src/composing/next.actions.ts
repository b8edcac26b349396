import { transaction, type Db } from '#database'
import { keepWriting } from '#drafts'
import { findEdition, listInHand, lockEdition, mayEdit } from '#editions'
import { mostBlocks } from '#letters'
import type { Language } from '#platform/text'
import { beginUntitled, firstBlocks } from './begin.actions.ts'
import { blocksOf, notIn, type NewsItem, type NewsSource } from './news.rules.ts'

type Who = { networkId: string; personId: string; timeZone: string }
type Asked = { sources: NewsSource[]; key: string; language: Language }

/**
 * Puts one piece of news into the update that is in hand, at its end and once; where none is, an update begins with it. Gives its slug;
 * undefined when there is no such news.
 */
export async function putInNext(db: Db, who: Who, { sources, key, language }: Asked, now: Temporal.Instant): Promise<string | undefined> {
  const item = await findNews(db, sources, { key, networkId: who.networkId, language })
  if (!item) return undefined
  const [draft] = (await listInHand(db, who.networkId)).filter(({ publishedAt, scheduledFor }) => !publishedAt && !scheduledFor)
  if (!draft) return beginUntitled(db, who, firstBlocks([item], language), now)
  await append(db, who, { id: draft.id, item, language }, now)
  return (await findEdition(db, who.networkId, draft.slug))?.slug
}

async function findNews(db: Db, sources: NewsSource[], { key, ...reader }: { key: string; networkId: string; language: Language }) {
  for (const { find } of sources) {
    const item = await find?.(db, reader, key)
    if (item) return item
  }
  return undefined
}

const append = (db: Db, who: Who, { id, item, language }: { id: string; item: NewsItem; language: Language }, now: Temporal.Instant) =>
  transaction(db, async (tx) => {
    const edition = await lockEdition(tx, { id })
    if (!edition || !mayEdit(edition)) return
    const { subject, preheader, blocks } = edition
    const isNew = notIn(blocks, [{ name: '', items: [item] }]).some(({ items }) => items.length > 0)
    if (!isNew || blocks.length >= mostBlocks) return
    await keepWriting(
      tx,
      edition,
      { subject, preheader, blocks: [...blocks, ...blocksOf([item], language)] },
      { personId: who.personId, now },
    )
  })
