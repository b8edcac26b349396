import { diffArrays, diffLines, diffWordsWithSpace } from 'diff'
import type { Block, BlockType, Texts } from '#letters'
import { isLanguage, type Language } from '#platform/text'

export type Part = { kind: 'same' | 'added' | 'removed'; text: string }
export type FieldChange = { name: string; parts: Part[] }
export type BlockChange = { id: string; type: BlockType; kind: 'added' | 'removed' | 'moved' | 'changed'; fields: FieldChange[] }
export type Comparison = { fields: FieldChange[]; blocks: BlockChange[] }

type Saying = { subject: Texts; preheader: Texts; blocks: Block[] }

/** What became of an edition from one version to another, in one language: word by word, block by block. */
export function compare(from: Saying, to: Saying, language: Language): Comparison {
  const head = (['subject', 'preheader'] as const).flatMap((name) => change(name, from[name][language] ?? '', to[name][language] ?? ''))
  return { fields: head, blocks: compareBlocks(from.blocks, to.blocks, language) }
}

function compareBlocks(from: Block[], to: Block[], language: Language): BlockChange[] {
  const [old, now] = [byId(from), byId(to)]
  return diffArrays([...old.keys()], [...now.keys()]).flatMap(({ value, added, removed }) =>
    value.flatMap((id) => {
      const [before, after] = [old.get(id), now.get(id)]
      // What was moved is told of where it stands now.
      if (removed) return after ? [] : blockChange('removed', before, undefined, language)
      return blockChange(!before ? 'added' : added ? 'moved' : 'changed', before, after, language)
    }),
  )
}

function blockChange(kind: BlockChange['kind'], before: Block | undefined, after: Block | undefined, language: Language): BlockChange[] {
  const block = after ?? before
  const fields = changesIn(before, after, language)
  return block && (kind !== 'changed' || fields.length > 0) ? [{ id: block.id, type: block.type, kind, fields }] : []
}

const byId = (blocks: Block[]) => new Map(blocks.map((block) => [block.id, block]))

function changesIn(before: Block | undefined, after: Block | undefined, language: Language): FieldChange[] {
  const [old, now] = [fieldsIn(before, language), fieldsIn(after, language)]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((name) => change(name, old[name] ?? '', now[name] ?? ''))
}

/** What a block says, field by field, whichever kind it is of. */
function fieldsIn(block: Block | undefined, language: Language): Record<string, string> {
  const { id: _id, v: _v, type: _type, ...fields } = block ?? {}
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, said(value, language)]))
}

function said(value: unknown, language: Language): string {
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value !== 'object') return String(value as string | number | boolean)
  if (value === null) return ''
  if (Object.keys(value).every(isLanguage)) return (value as Texts)[language] ?? ''
  return 'path' in value && typeof value.path === 'string' ? value.path : JSON.stringify(value)
}

const change = (name: string, before: string, after: string): FieldChange[] =>
  before === after ? [] : [{ name, parts: partsOf(before, after) }]

/** To seek likeness where there is next to none takes long and helps nobody: then lines are compared, and at last the whole. */
const bounded = { maxEditLength: 500 }

function partsOf(before: string, after: string): Part[] {
  const whole = [
    { value: before, removed: true, added: false },
    { value: after, added: true, removed: false },
  ]
  const found = diffWordsWithSpace(before, after, bounded) ?? diffLines(before, after, bounded) ?? whole
  return found
    .filter(({ value }) => value !== '')
    .map(({ value, added, removed }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: added || removed ? value : shortened(value),
    }))
}

/** Of what stayed the same, as much as one needs to find the place. */
const shortened = (text: string) => (text.length > 400 ? `${text.slice(0, 150)} […] ${text.slice(-150)}` : text)
