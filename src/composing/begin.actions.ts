import type { Db } from '#database'
import { listLists } from '#mailing'
import { freeSlug, slugOf, wordsFor, type Language } from '#platform/text'
import { mostBlocks, newBlock, type Block } from '#letters'
import { insertEdition, listSlugs } from '#editions'
import { blocksOf, type NewsItem } from './news.rules.ts'

type Who = { networkId: string; personId: string }

/** Blocks for what was chosen of the news, below a greeting to write on from. */
export function firstBlocks(chosen: NewsItem[], language: Language): Block[] {
  const t = wordsFor(language)
  const greeting = t('Hello {{name}},', { name: '{{firstName}}' })
  return [newBlock('words', { text: { [language]: `${greeting}\n\n` } }), ...blocksOf(chosen, language)].slice(0, mostBlocks)
}

/** `list` is the slug of the list it is written to: the community's first when none is said. */
export type Beginning = { subject: string; language: Language; blocks: Block[]; list?: string | undefined }

/** Begins an edition of a list, at an address made of its subject. */
export async function beginEdition(db: Db, who: Who, beginning: Beginning, now: Temporal.Instant): Promise<string> {
  const { subject, language, blocks } = beginning
  const lists = await listLists(db, who.networkId)
  const list = lists.find(({ slug }) => slug === beginning.list) ?? lists[0]
  if (!list) throw new Error('There is no list to write to.')
  const slug = freeSlug(subject, ['new', ...(await listSlugs(db, who.networkId, slugOf(subject)))])
  const moments = { begunAt: now, changedAt: now, changedBy: who.personId, publishedAt: null }
  const written = { subject: { [language]: subject }, preheader: {}, blocks, letters: null }
  const begun = await insertEdition(db, { networkId: who.networkId, listId: list.id, slug, ...written, ...moments })
  // Somebody took the address in the same moment: the next one is free.
  return begun?.slug ?? beginEdition(db, who, beginning, now)
}

/** The community's first list unless another is named. */
export type Untitled = Who & { timeZone: string; listId?: string }

/** Begins an edition whose subject is left to the writer; its address is the day, since there is no subject yet to make one of. */
export async function beginUntitled(db: Db, who: Untitled, blocks: Block[], now: Temporal.Instant): Promise<string> {
  const { networkId, personId, timeZone } = who
  const listId = who.listId ?? (await listLists(db, networkId))[0]?.id
  if (!listId) throw new Error('There is no list to write to.')
  const day = now.toZonedDateTimeISO(timeZone).toPlainDate().toString()
  const moments = { begunAt: now, changedAt: now, changedBy: personId, publishedAt: null }
  const slug = freeSlug(day, await listSlugs(db, networkId, day))
  const begun = await insertEdition(db, { networkId, listId, slug, subject: {}, preheader: {}, blocks, letters: null, ...moments })
  // Somebody took the address in the same moment: the next one is free.
  return begun?.slug ?? beginUntitled(db, who, blocks, now)
}
