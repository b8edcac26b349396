import { say } from '#platform/text'
import { joins, mostParts, readDefinition, type Definition, type Group, type Part, type Rule } from './definition.rules.ts'
import { isRuleKind, ruleKinds, type RuleKind } from './rule-kinds.rules.ts'

type Body = Record<string, unknown>

/** Names of fields begin with the part they belong to: `ab12cd34-states`. */
const wordIn = (body: Body, name: string): string => {
  const sent: unknown = [body[name]].flat()[0]
  return typeof sent === 'string' ? sent : ''
}

export type ReadDefinition = { definition: Definition } | { complaints: Record<string, string> }

/**
 * The definition as it stands in the form: `order` names the parts as they stand on the page, `…-in` the group each
 * stands in, which comes before it.
 */
export function definitionIn(body: Body): ReadDefinition {
  const root: Group = { id: 'root', kind: 'group', join: joinIn(body, 'root'), parts: [] }
  const groups = new Map([['root', root]])
  for (const id of idsIn(body)) {
    const part = partIn(body, id)
    const group = groups.get(wordIn(body, `${id}-in`)) ?? root
    if (part) group.parts.push(part)
    if (part?.kind === 'group') groups.set(id, part)
  }
  try {
    return { definition: readDefinition({ v: 1, root }) }
  } catch {
    return { complaints: { '': say('Something in this form is not what the page offered. Open the page again.') } }
  }
}

const idsIn = (body: Body): string[] =>
  [
    ...new Set(
      wordIn(body, 'order')
        .split(',')
        .filter((id) => /^[a-z0-9]{4,12}$/.test(id) && id !== 'root'),
    ),
  ].slice(0, mostParts)

const joinIn = (body: Body, id: string) => joins.find((join) => join === wordIn(body, `${id}-join`)) ?? 'all'

function partIn(body: Body, id: string): Part | null {
  const kind = wordIn(body, `${id}-kind`)
  if (kind === 'group') return { id, kind, join: joinIn(body, id), parts: [] }
  return isRuleKind(kind) ? ruleIn(body, id, kind) : null
}

function ruleIn(body: Body, id: string, kind: RuleKind): Rule {
  const values = ruleKinds[kind].fields.map(({ name, type }) => {
    const field = `${id}-${name}`
    return [name, type === 'few' || type === 'many' ? tickedIn(body, field) : wordIn(body, field)]
  })
  return { id, kind, not: wordIn(body, `${id}-not`) === 'yes', ...Object.fromEntries(values) } as Rule
}

/** Choices that are ticked, `ab12cd34-states-NE`, and the one that was just chosen of very many. */
function tickedIn(body: Body, field: string): string[] {
  const ticked = Object.keys(body).flatMap((name) =>
    name.startsWith(`${field}-`) && wordIn(body, name) ? [name.slice(field.length + 1)] : [],
  )
  return [...new Set([...ticked, wordIn(body, field)].filter(Boolean))]
}
