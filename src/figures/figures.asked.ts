import { z } from 'zod'
import { listLists, shownIn } from '#mailing'
import { dayInput, type Asked } from '#platform/http'
import { beginsOf, dayOf, drawable, lastYear, momentsOf, steps, type Period } from './period.rules.ts'

const everyList = 'all'

/** What is said to be of late. */
export const ofLate = Temporal.Duration.from({ hours: 24 * 30 })

/** What was asked for: a list or all of them, and a period. What cannot be read is as if it had not been typed. */
const input = z.object({
  list: z.string().max(80).optional().catch(undefined),
  from: dayInput.optional().catch(undefined),
  until: dayInput.optional().catch(undefined),
  by: z.enum(steps).catch('month'),
})

export type ListChoice = { slug: string; name: string }
export type Question = {
  lists: ListChoice[]
  /** The chosen list; null for all of them. */
  list: (ListChoice & { id: string }) | null
  period: Period
}

/** Reads the question of the address: the first list and the last twelve months, unless another was chosen. */
export async function questionOf(c: Asked): Promise<Question> {
  const { db, network, language, now } = c.var
  const { list: slug, from, until, by } = input.parse(c.req.query())
  const lists = (await listLists(db, network.id)).map((list) => ({ id: list.id, slug: list.slug, name: shownIn(list, language).name }))
  const today = dayOf(now, network.timeZone)
  const usual = lastYear(today)
  return {
    lists,
    list: slug === everyList ? null : (lists.find((one) => one.slug === slug) ?? lists[0] ?? null),
    period: drawable(
      { from: from ?? (until && until.subtract({ years: 1 }).add({ days: 1 })) ?? usual.from, until: until ?? usual.until, by },
      today,
    ),
  }
}

/** A page and its files ask the same one after the other, and reading everybody takes a while: what was counted holds for a minute. */
export const rememberedFor = <Counted>(c: Asked, what: string, { list, period }: Question, count: () => Promise<Counted>) =>
  c.var.remember(
    ['figures', what, list?.id, period.from, period.until, period.by].join(' '),
    { tables: [], until: c.var.now.add({ minutes: 1 }) },
    count,
  )

/** The question as the data takes it. */
export const scopeOf = (c: Asked, { list, period }: Question) => ({
  networkId: c.var.network.id,
  listId: list?.id ?? null,
  begins: beginsOf(period, c.var.network.timeZone),
  ...momentsOf(period, c.var.network.timeZone),
})
