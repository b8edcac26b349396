import type { Asked } from '#platform/http'
import { ofLate, rememberedFor, scopeOf, type Question } from './figures.asked.ts'
import { countStanding, countSteps } from './growth.data.ts'
import { growthOf } from './growth.rules.ts'
import { bucketsOf } from './period.rules.ts'

/** How the list stands and how it came to that, as one page, its files and the page of the list's health ask it. */
export const growthAsked = (c: Asked, question: Question) =>
  rememberedFor(c, 'growth', question, async () => {
    const scope = scopeOf(c, question)
    const standing = await countStanding(c.var.db, { ...scope, since: c.var.now.subtract(ofLate) })
    return { standing, growth: growthOf(bucketsOf(question.period), await countSteps(c.var.db, scope), standing.on) }
  })
