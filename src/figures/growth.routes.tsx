import { newRoutes, steward } from '#platform/http'
import { questionOf } from './figures.asked.ts'
import { growthAsked } from './growth.asked.ts'
import { GrowthPage } from './growth.pages.tsx'
import { departuresSheet, growthSheet, sourcesSheet } from './growth.sheets.ts'
import { answerSheet } from './sheet.file.ts'

/** How many people there are, how that changed, and from where they came. */
export const growthRoutes = newRoutes()
  .get('/admin/figures', steward, async (c) => {
    const question = await questionOf(c)
    return c.var.page(<GrowthPage question={question} {...await growthAsked(c, question)} />)
  })
  .get('/admin/figures/growth.csv', steward, async (c) => {
    const { growth } = await growthAsked(c, await questionOf(c))
    const sheet = growthSheet(c.var.t, growth, (place) => growth.buckets[place]?.begin.toString() ?? '')
    return answerSheet(c, 'growth', sheet)
  })
  .get('/admin/figures/sources.csv', steward, async (c) => {
    const { growth } = await growthAsked(c, await questionOf(c))
    return answerSheet(c, 'sources', sourcesSheet(c.var.t, growth))
  })
  .get('/admin/figures/leaving.csv', steward, async (c) => {
    const { growth } = await growthAsked(c, await questionOf(c))
    return answerSheet(c, 'leaving', departuresSheet(c.var.t, growth))
  })
