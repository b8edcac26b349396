import { z } from 'zod'
import { textInput } from '#platform/http'
import { say } from '#platform/text'
import type { ColumnName, Columns } from './columns.rules.ts'

/** The columns that a steward chooses; what Mailchimp says of its own moments is not asked. */
export const askedColumns = ['email', 'name', 'firstName', 'lastName', 'organisation', 'job', 'state', 'language', 'tags'] as const

const columnField = z
  .string()
  .default('')
  .transform((heading) => heading.slice(0, 100))

const columnsShape = Object.fromEntries(askedColumns.map((name) => [`column-${name}`, columnField])) as Record<
  `column-${(typeof askedColumns)[number]}`,
  typeof columnField
>

const needed = (longest: number, error: string) => textInput(longest).refine((text) => text !== '', { error })

export type Asked = { columns: Columns; list: string; origin: string; wording: string }

/** What a steward says of a file; `heads` are its headings, `lists` the slugs of the lists. */
export const importForm = ({ heads, lists, needsColumns }: { heads: string[]; lists: string[]; needsColumns: boolean }) =>
  z
    .object({
      ...columnsShape,
      list: z.string({ error: say('Choose a list.') }).refine((slug) => lists.includes(slug), { error: say('Choose a list.') }),
      origin: needed(500, say('Say where these people come from.')),
      wording: needed(2000, say('Say what these people agreed to.')),
      agreed: z.literal('yes', { error: say('Tick the box if it is so. Without their yes, do not write to them.') }),
    })
    .refine((typed) => !needsColumns || heads.includes(typed['column-email']), {
      path: ['column-email'],
      error: say('Choose the column that holds the e-mail addresses.'),
    })
    .transform((typed): Asked => {
      const chosen = askedColumns.flatMap((name): [ColumnName, string][] => {
        const heading = typed[`column-${name}`]
        return heads.includes(heading) ? [[name, heading]] : []
      })
      return { columns: Object.fromEntries(chosen), list: typed.list, origin: typed.origin, wording: typed.wording }
    })
