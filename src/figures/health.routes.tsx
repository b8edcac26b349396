import { newRoutes, steward, type Asked } from '#platform/http'
import { questionOf, rememberedFor, scopeOf, type Question } from './figures.asked.ts'
import { growthAsked } from './growth.asked.ts'
import { countStopped, countTraits } from './health.data.ts'
import { HealthPage } from './health.pages.tsx'
import { healthOf } from './health.rules.ts'
import { healthSheet } from './health.sheets.ts'
import { answerSheet } from './sheet.file.ts'

const aYear = Temporal.Duration.from({ hours: 24 * 365 })

/** How healthy the list is. */
export const healthFigureRoutes = newRoutes()
  .get('/admin/figures/health', steward, async (c) => {
    const question = await questionOf(c)
    return c.var.page(<HealthPage question={question} health={await healthAsked(c, question)} />)
  })
  .get('/admin/figures/health.csv', steward, async (c) =>
    answerSheet(c, 'health', healthSheet(c.var.t, await healthAsked(c, await questionOf(c)))),
  )

const healthAsked = (c: Asked, question: Question) =>
  rememberedFor(c, 'health', question, async () => {
    const { db, now } = c.var
    const scope = scopeOf(c, question)
    const { standing, growth } = await growthAsked(c, question)
    return healthOf({
      steps: { joined: growth.joined, left: growth.left },
      asked: standing.asked,
      stopped: await countStopped(db, scope),
      traits: await countTraits(db, { ...scope, since: now.subtract(aYear) }),
    })
  })
