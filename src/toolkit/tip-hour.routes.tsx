import { z } from 'zod'
import { lineInput, newRoutes, notFound, readForm, steward, type Asked } from '#platform/http'
import { scheduleTip } from './tip.actions.ts'
import { findTip } from './tip.data.ts'
import { hourAhead, hourTyped } from './tip-hour.rules.ts'
import { TipHourPage } from './tip-hour.pages.tsx'
import { readerOf } from './tip.routes.tsx'
import { paths } from './toolkit.paths.ts'

const hourForm = z.object({ hour: lineInput(40) })

/** Where stewards choose the hour at which a draft is published. */
export const tipHourRoutes = newRoutes()
  .get('/tips/:slug/hour', steward, async (c) => {
    const tip = await draftAsked(c)
    const hour = tip.scheduledFor ? hourTyped(tip.scheduledFor, c.var.network.timeZone) : ''
    return c.var.page(<TipHourPage tip={tip} form={{ values: { hour }, errors: {} }} />)
  })
  .post('/tips/:slug/hour', steward, async (c) => {
    const tip = await draftAsked(c)
    const { values = { hour: '' } } = await readForm(c, hourForm)
    const hour = hourAhead(values.hour, c.var.network.timeZone, c.var.now)
    const errors = { hour: c.var.t('Enter a day and an hour that are still to come, within two years.') }
    if (!hour) return c.var.page(<TipHourPage tip={tip} form={{ values, errors }} />, 422)
    await scheduleTip(c.var.db, c.var.network.id, tip.slug, hour)
    return c.redirect(paths.tip(tip.slug), 303)
  })
  .post('/tips/:slug/hour/removal', steward, async (c) => {
    const tip = await draftAsked(c)
    await scheduleTip(c.var.db, c.var.network.id, tip.slug, null)
    return c.redirect(paths.tip(tip.slug), 303)
  })

/** A tip that is not public yet. */
async function draftAsked(c: Asked) {
  const tip = (await findTip(c.var.db, readerOf(c), c.req.param('slug') ?? '')) ?? notFound()
  return tip.publishedAt ? notFound() : tip
}
