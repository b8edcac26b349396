import type { Condition, Item, Score, ToolDefinition } from './tool.definition.ts'

/** What a condition looks at. */
export type Names = { items: string[]; scores: string[] }

const none: Names = { items: [], scores: [] }
const joined = (all: Names[]): Names => ({ items: all.flatMap(({ items }) => items), scores: all.flatMap(({ scores }) => scores) })

export function namesIn(condition: Condition | undefined): Names {
  if (!condition) return none
  if ('item' in condition) return { items: [condition.item], scores: [] }
  if ('score' in condition) return { items: [], scores: [condition.score] }
  if ('count' in condition) return { items: condition.count, scores: [] }
  if ('not' in condition) return namesIn(condition.not)
  return joined(('all' in condition ? condition.all : condition.any).map(namesIn))
}

export const itemsOf = (tool: Pick<ToolDefinition, 'sections'>): Item[] => tool.sections.flatMap(({ items }) => items)

/** The items a score is made of: those named, and those of sections that are named. */
export function itemKeysOf(tool: Pick<ToolDefinition, 'sections'>, named: string[]): string[] {
  const sections = new Map(tool.sections.map(({ key, items }) => [key, items.map((item) => item.key)]))
  return named.flatMap((name) => sections.get(name) ?? [name])
}

export const keysOf = (tool: ToolDefinition, { of, over = [] }: Score) => itemKeysOf(tool, [...of, ...over])
