import { z } from 'zod'
import { isRuleKind, ruleKindNames, ruleKinds, type RuleKind, type ValuesOf } from './rule-kinds.rules.ts'

/** all: each part is true. any: at least one. none: not one of them. */
export const joins = ['all', 'any', 'none'] as const
export type Join = (typeof joins)[number]

export type Rule = { [Kind in RuleKind]: { id: string; kind: Kind; not: boolean } & ValuesOf<Kind> }[RuleKind]
export type Group = { id: string; kind: 'group'; join: Join; parts: Part[] }
export type Part = Rule | Group
export type Definition = { v: 1; root: Group }

export const mostParts = 40
/** The outermost group counts as the first. */
export const deepest = 4

const id = z.string().regex(/^[a-z0-9]{4,12}$/)
const schemaOf = (kind: RuleKind) => z.object({ id, kind: z.literal(kind), not: z.boolean(), ...ruleKinds[kind].shape })
const partSchema: z.ZodType<Part> = z.lazy(() => z.union([...ruleKindNames.map(schemaOf), groupSchema])) as z.ZodType<Part>
const groupSchema = z.object({ id, kind: z.literal('group'), join: z.enum(joins), parts: z.array(partSchema).max(mostParts) })

const definitionSchema = z
  .object({ v: z.literal(1), root: groupSchema })
  .refine(({ root }) => partsIn(root).length <= mostParts && depthOf(root) <= deepest)

/** A definition as it was kept, or as a program made it. Whatever is not of these shapes is refused. */
export const readDefinition = (kept: unknown): Definition => definitionSchema.parse(kept)

export const newDefinition = (): Definition => ({ v: 1, root: { id: 'root', kind: 'group', join: 'all', parts: [] } })

const newId = () => crypto.randomUUID().replaceAll('-', '').slice(0, 8)

const newRule = (kind: RuleKind): Rule => ({ id: newId(), kind, not: false, ...ruleKinds[kind].begins }) as Rule

const newGroup = (): Group => ({ id: newId(), kind: 'group', join: 'any', parts: [] })

/** All below the group, in the order in which they are read. */
export const partsIn = (group: Group): Part[] => group.parts.flatMap((part) => [part, ...(part.kind === 'group' ? partsIn(part) : [])])

const depthOf = (group: Group): number => 1 + Math.max(0, ...group.parts.map((part) => (part.kind === 'group' ? depthOf(part) : 0)))

/** A rule that lacks its choice is true of nobody, and keeps the segment from being used. */
export const isFinishedRule = (rule: Rule): boolean =>
  Object.values(rule).every((value) => value !== '' && !(Array.isArray(value) && value.length === 0))

export const isFinished = ({ root }: Definition): boolean =>
  partsIn(root).every((part) => (part.kind === 'group' ? part.parts.length > 0 : isFinishedRule(part)))

/** What a button of the page asks: `add:root`, with the kind chosen beside it; `group:root`; `remove:ab12cd34`. */
export type Act =
  | { verb: 'add'; to: string; kind: RuleKind }
  | { verb: 'group'; to: string }
  | { verb: 'remove'; id: string }
  | { verb: 'save' }

export function actOf(word: string, kindChosen: (group: string) => string): Act {
  const [verb = '', id = ''] = word.split(':', 2)
  const kind = kindChosen(id)
  if (verb === 'add' && isRuleKind(kind)) return { verb, to: id, kind }
  if (verb === 'group') return { verb, to: id }
  return verb === 'remove' ? { verb, id } : { verb: 'save' }
}

export type Performed = { definition: Definition; touched: string | null }

/** The definition after the act, and the part that it touched. */
export function perform(act: Act, definition: Definition): Performed {
  if (act.verb === 'save') return { definition, touched: null }
  if (act.verb === 'remove') return { definition: { ...definition, root: without(act.id, definition.root) }, touched: null }
  const part = act.verb === 'add' ? newRule(act.kind) : newGroup()
  const changed = { ...definition, root: withPart(part, act.to, definition.root) }
  return definitionSchema.safeParse(changed).success ? { definition: changed, touched: part.id } : { definition, touched: null }
}

const withPart = (part: Part, to: string, group: Group): Group => ({
  ...group,
  parts: [...group.parts.map((one) => (one.kind === 'group' ? withPart(part, to, one) : one)), ...(group.id === to ? [part] : [])],
})

const without = (id: string, group: Group): Group => ({
  ...group,
  parts: group.parts.filter((part) => part.id !== id).map((part) => (part.kind === 'group' ? without(id, part) : part)),
})
