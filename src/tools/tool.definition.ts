import { z } from 'zod'
import { flawOf } from './flaw.rules.ts'

/** A sentence in English and, where somebody has written it, in Spanish. */
const words = (longest: number) =>
  z.strictObject({ en: z.string().trim().min(1).max(longest), es: z.string().trim().max(longest).optional() })
export type ToolWords = z.output<ReturnType<typeof words>>

/** What an item, a choice or a score is known by. It never changes its meaning: runs from years ago are read by it. */
const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)
const days = z.number().int().min(0).max(400)

/** Where to read on: `step:launch`, `tip:signs-of-health`, `tool:ownership-test`, `recording:…`, `answer:…`. */
const link = z.string().regex(/^(step|tip|tool|recording|answer):[a-z0-9]+(-[a-z0-9]+)*$/)

/** When something is asked, said or found. */
export type Condition =
  | { item: string; is: string[] }
  | { item: string; answered: boolean }
  | { item: string; mentions: string[] }
  | { score: string; atLeast?: number | undefined; below?: number | undefined }
  | { count: string[]; is: string[]; atLeast: number }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ item: key, is: z.array(key).min(1).max(20) }),
    z.strictObject({ item: key, answered: z.boolean() }),
    z.strictObject({ item: key, mentions: z.array(z.string().min(2).max(40)).min(1).max(60) }),
    z.strictObject({ score: key, atLeast: z.number().optional(), below: z.number().optional() }),
    z.strictObject({ count: z.array(key).min(1).max(500), is: z.array(key).min(1).max(20), atLeast: z.number().int().min(0) }),
    z.strictObject({ all: z.array(condition).min(1).max(30) }),
    z.strictObject({ any: z.array(condition).min(1).max(30) }),
    z.strictObject({ not: condition }),
  ]),
)

/** A choice without points counts neither for nor against; `unsure` puts the item among what is to be found out. */
const choice = z.strictObject({ key, words: words(160), points: z.number().min(-100).max(100).optional(), unsure: z.boolean().optional() })
/** `strong` is the choice that makes a strength of its item, and opens its gate. */
const scale = z.strictObject({ choices: z.array(choice).min(2).max(12), strong: key.optional() })

/** What to do when an item is answered so. With `due`, it also stands in the to-do list, that many days before the day. */
const advice = z.strictObject({
  on: z.array(key).min(1).max(12),
  say: words(300),
  to: link.optional(),
  urgency: z.number().int().min(1).max(9).default(5),
  due: days.optional(),
})

const asked = { key, words: words(400), hint: words(400).optional(), when: condition.optional(), needed: z.boolean().optional() }
const chosen = {
  ...asked,
  advice: z.array(advice).max(6).default([]),
  weight: z.number().min(0).max(20).default(1),
  gate: z.boolean().optional(),
}
const item = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('scale'), ...chosen, scale: key }),
  z.strictObject({ kind: z.literal('pick'), ...asked, choices: z.array(choice).min(2).max(60), several: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('rank'), ...asked, choices: z.array(choice).min(2).max(12) }),
  z.strictObject({ kind: z.literal('number'), ...asked, min: z.number().default(0), max: z.number().default(1_000_000) }),
  z.strictObject({ kind: z.literal('line'), ...asked }),
  z.strictObject({ kind: z.literal('text'), ...asked }),
  z.strictObject({ kind: z.literal('people'), ...asked, most: z.number().int().min(1).max(60).default(20) }),
  z.strictObject({ kind: z.literal('date'), ...asked }),
])

const section = z.strictObject({
  key,
  title: words(160),
  lead: words(600).optional(),
  when: condition.optional(),
  items: z.array(item).min(1).max(500),
})

const tone = z.enum(['good', 'watch', 'act'])
export type Tone = z.output<typeof tone>

const band = z.strictObject({ from: z.number().optional(), tone, words: words(200) })

/**
 * A figure made of answers. `percent`: points of what could be reached by the items that were answered. `sum`: points added up.
 * `share`: one sum of another, in percent. Of nothing answered, or over nothing, there is no figure.
 */
const score = z.strictObject({
  key,
  words: words(160),
  as: z.enum(['percent', 'sum', 'share']),
  of: z.array(key).min(1).max(500),
  over: z.array(key).max(500).optional(),
  show: z.enum(['first', 'bar', 'no']).default('bar'),
  bands: z.array(band).max(9).default([]),
})

const verdict = z.strictObject({ key, tone, words: words(160), say: words(600), when: condition.optional() })
const finding = z.strictObject({ when: condition, words: words(500) })
const next = z.strictObject({
  when: condition.optional(),
  say: words(300),
  to: link.optional(),
  urgency: z.number().int().min(1).max(9).default(5),
})

export const toolDefinition = z
  .strictObject({
    title: words(120),
    summary: words(320),
    about: words(2000).optional(),
    /** The toolkit's step at which it helps, and how long it takes. */
    step: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    minutes: z.number().int().min(1).max(240),
    place: z.number().int().min(1).max(999).default(100),
    /** Whether a group may answer it together, and of which parts its people are. */
    together: z.boolean().default(false),
    parts: z
      .array(z.strictObject({ key, words: words(80) }))
      .max(12)
      .default([]),
    /** Whether members may let their results count, to be compared without names. */
    compared: z.boolean().default(false),
    strengths: z.number().int().min(0).max(5).default(0),
    scales: z.record(key, scale).default({}),
    sections: z.array(section).min(1).max(40),
    scores: z.array(score).max(40).default([]),
    verdicts: z.array(verdict).max(9).default([]),
    findings: z.array(finding).max(60).default([]),
    nexts: z.array(next).max(60).default([]),
    /** The item that names the day from which the to-do list counts back. */
    day: key.optional(),
  })
  .superRefine((tool, issue) => {
    const flaw = flawOf(tool)
    if (flaw) issue.addIssue({ code: 'custom', message: `${flaw.why}: ${flaw.where.join(' → ')}`, params: flaw })
  })

export type ToolDefinition = z.output<typeof toolDefinition>
export type Section = ToolDefinition['sections'][number]
export type Item = Section['items'][number]
export type ScaleItem = Extract<Item, { kind: 'scale' }>
export type Choice = z.output<typeof choice>
export type Score = ToolDefinition['scores'][number]
export type Advice = z.output<typeof advice>
