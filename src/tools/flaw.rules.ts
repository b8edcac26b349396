import { itemsOf, keysOf, namesIn } from './reach.rules.ts'
import type { Condition, ToolDefinition } from './tool.definition.ts'

/** Why a tool cannot be used, and where. */
export type Flaw = { why: 'named-twice' | 'too-many-items' | 'unknown-name' | 'unknown-choice' | 'loop'; where: string[] }

const mostItems = 500

/** The first thing that is wrong with a tool, or null. What passes can be answered and counted in a bounded time. */
export function flawOf(tool: ToolDefinition): Flaw | null {
  const items = itemsOf(tool)
  if (items.length > mostItems) return { why: 'too-many-items', where: [String(items.length)] }
  return twice(tool) ?? unknownChoice(tool) ?? unknownName(tool) ?? loop(tool)
}

function twice(tool: ToolDefinition): Flaw | null {
  const names = [...tool.sections.map(({ key }) => key), ...itemsOf(tool).map(({ key }) => key)]
  const lists = [names, tool.scores.map(({ key }) => key), tool.verdicts.map(({ key }) => key), tool.parts.map(({ key }) => key)]
  const found = [...lists, ...choiceLists(tool)].flatMap((list) => list.filter((name, at) => list.indexOf(name) !== at))[0]
  return found === undefined ? null : { why: 'named-twice', where: [found] }
}

const choiceLists = (tool: ToolDefinition) => [
  ...Object.values(tool.scales).map(({ choices }) => choices.map(({ key }) => key)),
  ...itemsOf(tool).flatMap((item) => ('choices' in item ? [item.choices.map(({ key }) => key)] : [])),
]

/** A scale that is not there, or advice on an answer that nobody can give. */
function unknownChoice(tool: ToolDefinition): Flaw | null {
  for (const [name, { choices, strong }] of Object.entries(tool.scales))
    if (strong !== undefined && !choices.some(({ key }) => key === strong)) return { why: 'unknown-choice', where: [name, strong] }
  for (const item of itemsOf(tool)) {
    if (item.kind !== 'scale') continue
    const scale = tool.scales[item.scale]
    if (!scale) return { why: 'unknown-name', where: [item.key, item.scale] }
    const known = new Set(scale.choices.map(({ key }) => key))
    const missing = item.advice.flatMap(({ on }) => on).find((answer) => !known.has(answer))
    if (missing !== undefined) return { why: 'unknown-choice', where: [item.key, missing] }
  }
  return null
}

function unknownName(tool: ToolDefinition): Flaw | null {
  const items = new Set(itemsOf(tool).map(({ key }) => key))
  const scores = new Set(tool.scores.map(({ key }) => key))
  for (const { where, items: named, scores: figures } of mentions(tool)) {
    const missing = named.find((name) => !items.has(name)) ?? figures.find((name) => !scores.has(name))
    if (missing !== undefined) return { why: 'unknown-name', where: [where, missing] }
  }
  return null
}

/** Everything that names an item or a score, with where it stands. */
function mentions(tool: ToolDefinition) {
  const said = (where: string, condition: Condition | undefined) => ({ where, ...namesIn(condition) })
  return [
    ...tool.sections.flatMap(({ key, when, items }) => [said(key, when), ...items.map((item) => said(item.key, item.when))]),
    ...tool.scores.map((score) => ({ where: score.key, items: keysOf(tool, score), scores: [] })),
    ...tool.verdicts.map(({ key, when }) => said(key, when)),
    ...tool.findings.map(({ when }, at) => said(`findings ${at + 1}`, when)),
    ...tool.nexts.map(({ when }, at) => said(`nexts ${at + 1}`, when)),
    { where: 'day', items: tool.day === undefined ? [] : [tool.day], scores: [] },
  ]
}

/** Items hang on what their conditions look at; scores on their items. A way that comes back to where it began is a loop. */
function loop(tool: ToolDefinition): Flaw | null {
  const edges = edgesOf(tool)
  const done = new Set<string>()
  for (const start of edges.keys()) {
    const found = wayBack(start, { edges, done, way: [] })
    if (found) return { why: 'loop', where: found.map((name) => name.slice(2)) }
  }
  return null
}

type Search = { edges: Map<string, string[]>; done: Set<string>; way: string[] }

function wayBack(node: string, { edges, done, way }: Search): string[] | null {
  if (done.has(node)) return null
  if (way.includes(node)) return [...way.slice(way.indexOf(node)), node]
  for (const beyond of edges.get(node) ?? []) {
    const found = wayBack(beyond, { edges, done, way: [...way, node] })
    if (found) return found
  }
  done.add(node)
  return null
}

function edgesOf(tool: ToolDefinition): Map<string, string[]> {
  const beyond = (when: Condition | undefined) => {
    const { items, scores } = namesIn(when)
    return [...items.map((name) => `i:${name}`), ...scores.map((name) => `s:${name}`)]
  }
  const items = tool.sections.flatMap(({ when, items }) =>
    items.map((item): [string, string[]] => [`i:${item.key}`, [...beyond(when), ...beyond(item.when)]]),
  )
  const scores = tool.scores.map((score): [string, string[]] => [`s:${score.key}`, keysOf(tool, score).map((name) => `i:${name}`)])
  return new Map([...items, ...scores])
}
