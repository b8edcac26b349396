import { newRoutes, steward, type Asked } from '#platform/http'
import { ofLate, questionOf, rememberedFor, scopeOf } from './figures.asked.ts'
import { countStanding, countSteps } from './growth.data.ts'
import { GrowthPage } from './growth.pages.tsx'
import { growthOf } from './growth.rules.ts'
import { departuresSheet, growthSheet, sourcesSheet } from './growth.sheets.ts'
import { bucketsOf } from './period.rules.ts'
import { answerSheet } from './sheet.file.ts'

/** How many people there are, how that changed, and from where they came. */
export const growthRoutes = newRoutes()
  .get('/admin/figures', steward, async (c) => c.var.page(<GrowthPage {...await growthAsked(c)} />))
  .get('/admin/figures/growth.csv', steward, async (c) => {
    const { growth } = await growthAsked(c)
    return answerSheet(
      c,
      'growth',
      growthSheet(c.var.t, growth, (place) => growth.buckets[place]?.begin.toString() ?? ''),
    )
  })
  .get('/admin/figures/sources.csv', steward, async (c) => answerSheet(c, 'sources', sourcesSheet(c.var.t, (await growthAsked(c)).growth)))
  .get('/admin/figures/leaving.csv', steward, async (c) =>
    answerSheet(c, 'leaving', departuresSheet(c.var.t, (await growthAsked(c)).growth)),
  )

async function growthAsked(c: Asked) {
  const question = await questionOf(c)
  const counted = await rememberedFor(c, 'growth', question, async () => {
    const scope = scopeOf(c, question)
    const standing = await countStanding(c.var.db, { ...scope, since: c.var.now.subtract(ofLate) })
    return { standing, growth: growthOf(bucketsOf(question.period), await countSteps(c.var.db, scope), standing.on) }
  })
  return { question, ...counted }
}
