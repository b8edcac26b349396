import { z } from 'zod'
import { lineInput, newRoutes, notFound, readForm, requiredLineInput, steward, type Asked } from '#platform/http'
import { findForSteward, editionPaths as paths, type Edition } from '#editions'
import { checkLinksOf, sendAllTheSame } from './checklist.actions.ts'
import { showSend } from './send-page.routes.tsx'

const overrideForm = z.object({ seen: lineInput(60), reason: requiredLineInput(500) })

/** What stewards do about the check list of an edition. */
export const checklistRoutes = newRoutes()
  .post('/updates/:slug/link-checks', steward, async (c) => {
    const edition = await findForSteward(c)
    await checkLinksOf(c.var.db, looking(c, edition))
    return c.redirect(`${paths.send(edition.slug)}?done=asked#checks`, 303)
  })
  .post('/updates/:slug/override', steward, async (c) => {
    const edition = await findForSteward(c)
    const { values, form } = await readForm(c, overrideForm)
    if (!values) return showSend(c, c.var.person, edition, { override: form })
    const said = await sendAllTheSame(c.var.db, looking(c, edition), { slug: edition.slug, personId: c.var.person.id, ...values })
    return said === 'gone' ? notFound() : c.redirect(`${paths.send(edition.slug)}#checks`, 303)
  })

const looking = (c: Asked, edition: Edition) => ({ edition, network: c.var.network, config: c.var.config, now: c.var.now })
