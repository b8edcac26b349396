import { z } from 'zod'
import { lineInput, textInput } from '#platform/http'
import { say, type Language } from '#platform/text'
import { blockSchema, isBlockType, mostBlocks, newBlock, type Block, type BlockType } from './block.rules.ts'
import { hasOnlyKnownFields } from './merge-field.rules.ts'
import { personalKinds } from './personal.rules.ts'
import type { Texts } from './letter.rules.ts'

type Body = Record<string, unknown>

/** A block as it stands in the form: its fields are named after it, `ab12cd34-text`. */
export type TypedBlock = { id: string; type: BlockType; fields: Record<string, string>; file: File | null }

/** What was sent under this name, if it was words. */
export function wordIn(body: Body, name: string): string {
  const sent = body[name]
  return typeof sent === 'string' ? sent : ''
}

/** The blocks in the order in which the form says they stand. */
export function typedBlocks(body: Body): TypedBlock[] {
  const ids = new Set(
    wordIn(body, 'order')
      .split(',')
      .filter((id) => /^[a-z0-9]{6,12}$/.test(id)),
  )
  return [...ids].slice(0, mostBlocks).flatMap((id) => {
    const type = wordIn(body, `${id}-type`)
    if (!isBlockType(type)) return []
    const own = Object.entries(body).filter(([name]) => name.startsWith(`${id}-`))
    const fields = own.flatMap(([name, value]) => (typeof value === 'string' ? [[name.slice(id.length + 1), value]] : []))
    const file = body[`${id}-file`]
    return [
      { id, type, fields: Object.fromEntries(fields) as Record<string, string>, file: file instanceof File && file.size > 0 ? file : null },
    ]
  })
}

/** A whole address, or a page of this site. */
const hrefInput = lineInput(2000).refine(isHref, {
  error: say('Enter an address that begins with https://, or a page of this site such as /events.'),
})

function isHref(href: string): boolean {
  if (href === '' || /^\/(?![/\\])/.test(href)) return true
  return URL.canParse(href) && ['https:', 'http:', 'mailto:'].includes(new URL(href).protocol)
}

const count = z.coerce.number().int().min(1).max(10).catch(3)

/** Said when something else than a field stands between double braces. */
export const fieldsComplaint = say(
  'Between double braces stands firstName, organisation, state or list, spelled like that. A bar and words for when it is not known may follow: firstName|friend.',
)
const words = (longest: number) => lineInput(longest).refine(hasOnlyKnownFields, { error: fieldsComplaint })

/** Addresses as one field holds them; nothing when it does not ask for certain ones. */
const only = lineInput(3000).transform((line) => {
  const slugs = line.split(',').filter((slug) => /^[a-z0-9-]{1,200}$/.test(slug))
  return slugs.length > 0 ? slugs.slice(0, 10) : undefined
})

const inputs = {
  words: z.object({ text: textInput(60_000).refine(hasOnlyKnownFields, { error: fieldsComplaint }) }),
  events: z.object({ count, only }),
  tips: z.object({ count, only }),
  recording: z.object({ webinar: words(200) }),
  picture: z.object({ alt: words(500), href: hrefInput }),
  button: z.object({ label: words(80), href: hrefInput }),
  personal: z.object({ about: z.enum(personalKinds).catch('state-events'), otherwise: words(500) }),
} satisfies Record<BlockType, z.ZodType>

export type BlockRead = { block: Block; complaints?: never } | { block?: never; complaints: Record<string, string> }

/**
 * A block made of what was typed in one language; words in others stay as they were kept. `picture` is the one just
 * uploaded, or the one that stood there.
 */
export function readBlock(
  typed: TypedBlock,
  { kept, language, picture }: { kept: Block | undefined; language: Language; picture: object | null },
): BlockRead {
  const read = inputs[typed.type].safeParse(typed.fields)
  if (!read.success)
    return { complaints: Object.fromEntries(read.error.issues.map((issue) => [`${typed.id}-${issue.path.join('.')}`, issue.message])) }
  const before = kept?.type === typed.type ? kept : newBlock(typed.type)
  return {
    block: blockSchema.parse({
      ...before,
      ...merged(before, read.data, language),
      ...(typed.type === 'picture' && { picture }),
      id: typed.id,
      type: typed.type,
    }),
  }
}

/** Fields that hold words by language take the new words beside the old. */
function merged(before: Block, values: Record<string, unknown>, language: Language): Record<string, unknown> {
  const old = before as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, isTexts(old[name]) ? { ...old[name], [language]: value } : value]),
  )
}

const isTexts = (value: unknown): value is Texts => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands in the fields of the form when it is opened in this language. */
export function valuesOf(blocks: Block[], language: Language): Record<string, string> {
  return Object.fromEntries(
    blocks.flatMap(({ id, v: _v, ...block }) =>
      Object.entries(block).flatMap(([name, value]) => {
        if (name === 'picture' || name === 'type') return []
        return [[`${id}-${name}`, isTexts(value) ? (value[language] ?? '') : String(value)]]
      }),
    ),
  )
}
