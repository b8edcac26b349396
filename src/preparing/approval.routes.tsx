import { z } from 'zod'
import { lineInput, newRoutes, notFound, readForm, steward, type Asked } from '#platform/http'
import { say } from '#platform/text'
import { findForSteward, editionPaths as paths } from '#editions'
import { askForApproval, decide } from './approval.actions.ts'
import { showSend } from './send-page.routes.tsx'

const asking = z.object({ seen: lineInput(60) })
const verdictForm = z
  .object({ seen: lineInput(60), verdict: z.enum(['approved', 'sent-back']), note: lineInput(1000) })
  .refine(({ verdict, note }) => verdict === 'approved' || note !== '', { path: ['note'], error: say('Say what to change.') })

/** Where stewards ask for each other's word on an edition, and give it. */
export const approvalRoutes = newRoutes()
  .post('/updates/:slug/approval', steward, async (c) => {
    const { slug } = await findForSteward(c)
    const { values } = await readForm(c, asking)
    const outcome = await askForApproval(c.var.db, c.var, { slug, steward: c.var.person, seen: values?.seen ?? '' }, c.var.now)
    return back(c, slug, outcome)
  })
  .post('/updates/:slug/approval/verdict', steward, async (c) => {
    const edition = await findForSteward(c)
    const { values, form } = await readForm(c, verdictForm)
    if (!values) return showSend(c, c.var.person, edition, { approval: form })
    const outcome = await decide(c.var.db, c.var, { slug: edition.slug, steward: c.var.person, ...values }, c.var.now)
    return back(c, edition.slug, outcome)
  })

/** What had changed meanwhile is seen on the page itself. */
const back = (c: Asked, slug: string, outcome: object) =>
  'refused' in outcome && outcome.refused === 'gone' ? notFound() : c.redirect(`${paths.send(slug)}#approval`, 303)
