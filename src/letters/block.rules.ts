import { z } from 'zod'
import { languages, type Language } from '#platform/text'
import type { Texts } from './letter.rules.ts'
import { personalKinds } from './personal.rules.ts'

const texts = (longest: number) => z.partialRecord(z.enum(languages), z.string().max(longest))
const block = { id: z.string().regex(/^[a-z0-9]{6,12}$/), v: z.literal(1) }
export const pictureShape = z.object({
  path: z.string().regex(/^\/files\/[0-9a-f]{40}\.(png|jpg)$/),
  width: z.int().min(1).max(1200),
  height: z.int().min(1).max(10_000),
})

/** These and no others, by their addresses; without it, the newest or nearest. */
const only = z.array(z.string().max(200)).max(10).optional()

/** What an edition is made of. Each says the version of its shape, so that a later one can still read what was kept. */
export const blockSchema = z.discriminatedUnion('type', [
  z.object({ ...block, type: z.literal('words'), text: texts(60_000) }),
  z.object({ ...block, type: z.literal('events'), count: z.int().min(1).max(10), only }),
  z.object({ ...block, type: z.literal('tips'), count: z.int().min(1).max(10), only }),
  z.object({ ...block, type: z.literal('recording'), webinar: z.string().max(200) }),
  z.object({ ...block, type: z.literal('picture'), picture: pictureShape.nullable(), alt: texts(500), href: z.string().max(2000) }),
  z.object({ ...block, type: z.literal('button'), label: texts(80), href: z.string().max(2000) }),
  z.object({ ...block, type: z.literal('personal'), about: z.enum(personalKinds), otherwise: texts(500) }),
])

export type Block = z.output<typeof blockSchema>
export type BlockType = Block['type']

export const mostBlocks = 40
const blocksSchema = z.array(blockSchema).max(mostBlocks)

export const readBlocks = (kept: unknown): Block[] => blocksSchema.parse(kept)

export const blockTypes = ['words', 'events', 'tips', 'recording', 'picture', 'button', 'personal'] as const satisfies BlockType[]

export const isBlockType = (word: string): word is BlockType => blockTypes.some((type) => type === word)

const beginnings: { [Type in BlockType]: Omit<Extract<Block, { type: Type }>, 'id' | 'v' | 'type'> } = {
  words: { text: {} },
  events: { count: 3 },
  tips: { count: 1 },
  recording: { webinar: '' },
  picture: { picture: null, alt: {}, href: '' },
  button: { label: {}, href: '' },
  personal: { about: 'state-events', otherwise: {} },
}

/** An empty block, to be filled in. `id` only tells it from the others of its edition. */
export const newBlock = (type: BlockType, more: object = {}): Block =>
  blockSchema.parse({ type, v: 1, id: crypto.randomUUID().replaceAll('-', '').slice(0, 8), ...beginnings[type], ...more })

/** The words in this language or, where there are none, in another; with the language they are in. */
export function inLanguage(words: Texts, language: Language): { text: string; language: Language } {
  const found = [language, ...languages].find((one) => words[one]?.trim())
  return { text: (found && words[found]) ?? '', language: found ?? language }
}

/** What a button of the writing page asks of the blocks: `up:abc12345`, `add:words`. */
export type Act = { verb: 'up' | 'down' | 'remove'; id: string } | { verb: 'add'; type: BlockType } | { verb: 'save' }

export function actOf(word: string): Act {
  const [verb = '', rest = ''] = word.split(':', 2)
  if (verb === 'add' && isBlockType(rest)) return { verb, type: rest }
  return verb === 'up' || verb === 'down' || verb === 'remove' ? { verb, id: rest } : { verb: 'save' }
}

export type Performed = { blocks: Block[]; touched: string | null }

/** The blocks after the act, and which of them it touched. */
export function perform(act: Act, blocks: Block[]): Performed {
  switch (act.verb) {
    case 'save':
      return { blocks, touched: null }
    case 'add':
      return added(newBlock(act.type), blocks)
    case 'remove':
      return removed(act.id, blocks)
    case 'up':
      return { blocks: moved(blocks, act.id, -1), touched: act.id }
    case 'down':
      return { blocks: moved(blocks, act.id, 1), touched: act.id }
  }
}

const added = (block: Block, blocks: Block[]): Performed =>
  blocks.length < mostBlocks ? { blocks: [...blocks, block], touched: block.id } : { blocks, touched: null }

function removed(id: string, blocks: Block[]): Performed {
  const place = blocks.findIndex((block) => block.id === id)
  return { blocks: blocks.filter((block) => block.id !== id), touched: (blocks[place + 1] ?? blocks[place - 1])?.id ?? null }
}

function moved(blocks: Block[], id: string, by: -1 | 1): Block[] {
  const place = blocks.findIndex((block) => block.id === id)
  const [one, other] = [blocks[place], blocks[place + by]]
  return one && other ? blocks.with(place, other).with(place + by, one) : blocks
}
