import type { Db } from '#database'
import { newBlock, type Block } from '#letters'
import type { Language } from '#platform/text'

/** How a piece of news stands in a letter: with others of its kind in one block, or in a block of its own. */
export type NewsBlock = { type: 'tips' | 'events'; slug: string } | { type: 'recording'; slug: string } | { type: 'words'; text: string }

/** Something that readers have not had yet. Its key tells it from all others. */
export type NewsItem = { key: string; title: string; block: NewsBlock }

type Reader = { networkId: string; language: Language }

/** What a room hands in: what is new in it since readers last got a letter. Listed in site.ts. */
export type NewsSource = {
  /** What these are, said with `say`: "Tips". */
  name: string
  list: (db: Db, reader: Reader, span: { since: Temporal.Instant | undefined; now: Temporal.Instant }) => Promise<NewsItem[]>
  /** One of them by its key, however old it is; where a button puts it into the next edition. */
  find?: (db: Db, reader: Reader, key: string) => Promise<NewsItem | undefined>
}

/** What is new, room by room. */
export type News = { name: string; items: NewsItem[] }[]

/** The field of a form in which a piece of news is chosen. */
export const fieldOf = ({ key }: NewsItem): string => `news-${key}`

/** Ready blocks for what was chosen, in the order of the rooms. */
export function blocksOf(chosen: NewsItem[], language: Language): Block[] {
  const together = new Map<string, string[]>()
  for (const { block } of chosen)
    if (block.type === 'tips' || block.type === 'events') together.set(block.type, [...(together.get(block.type) ?? []), block.slug])
  return chosen.flatMap(({ block }) => {
    if (block.type === 'recording') return [newBlock('recording', { webinar: block.slug })]
    if (block.type === 'words') return [newBlock('words', { text: { [language]: block.text } })]
    const only = together.get(block.type)?.slice(0, 10) ?? []
    return only[0] === block.slug ? [newBlock(block.type, { count: only.length, only })] : []
  })
}

/** What is not in these blocks yet. */
export const notIn = (blocks: Block[], news: News): News =>
  news.map(({ name, items }) => ({ name, items: items.filter(({ block }) => !blocks.some((one) => tells(one, block))) }))

const tells = (one: Block, news: NewsBlock): boolean =>
  one.type === news.type && isToldIn(one, news.type === 'words' ? news.text : news.slug)

function isToldIn(one: Block, what: string): boolean {
  if (one.type === 'recording') return one.webinar === what
  if (one.type === 'words') return Object.values(one.text).includes(what)
  return 'only' in one && (one.only?.includes(what) ?? false)
}
