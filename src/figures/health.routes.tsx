import { newRoutes, steward, type Asked } from '#platform/http'
import { ofLate, questionOf, rememberedFor, scopeOf, type Question } from './figures.asked.ts'
import { countStanding, countSteps } from './growth.data.ts'
import { growthOf } from './growth.rules.ts'
import { countStopped, countTraits } from './health.data.ts'
import { HealthPage } from './health.pages.tsx'
import { bucketsOf } from './period.rules.ts'
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
    const { on, asked } = await countStanding(db, { ...scope, since: now.subtract(ofLate) })
    const steps = growthOf(bucketsOf(question.period), await countSteps(db, scope), on)
    return healthOf({
      steps: { joined: steps.joined, left: steps.left },
      asked,
      stopped: await countStopped(db, scope),
      traits: await countTraits(db, { ...scope, since: now.subtract(aYear) }),
    })
  })
