import { newRoutes, readForm, steward, type Asked } from '#platform/http'
import { findForSteward, editionPaths as paths, type Edition } from '#editions'
import { isHeldBack } from './departure.actions.ts'
import { scheduleEdition, unscheduleEdition } from './schedule.actions.ts'
import { localHourForm, momentForm } from './schedule.form.ts'
import { clockOf, showSend, zoneOf } from './send-page.routes.tsx'

/** Where stewards send an edition: now, at a moment, or at an hour where each reader lives. */
export const scheduleRoutes = newRoutes()
  .get('/updates/:slug/send', steward, async (c) => showSend(c, c.var.person, await findForSteward(c)))
  .post('/updates/:slug/schedule', steward, async (c) => {
    const edition = await findForSteward(c)
    const { values, form } = await readForm(c, momentForm(zoneOf(c, c.var.person), c.var.now))
    return values ? schedule(c, edition, values.at, paths.send(edition.slug)) : showSend(c, c.var.person, edition, { schedule: form })
  })
  .post('/updates/:slug/local-schedule', steward, async (c) => {
    const edition = await findForSteward(c)
    const { values, form } = await readForm(c, localHourForm(c.var.network.timeZone, c.var.now))
    return values ? scheduleLocally(c, edition, values.localAt) : showSend(c, c.var.person, edition, { schedule: form })
  })
  .post('/updates/:slug/schedule/removal', steward, async (c) => {
    const { slug } = await findForSteward(c)
    await unscheduleEdition(c.var.db, which(c))
    return c.redirect(paths.send(slug), 303)
  })
  .post('/updates/:slug/sending', steward, async (c) => {
    const edition = await findForSteward(c)
    return schedule(c, edition, c.var.now, paths.sending(edition.slug))
  })

const which = (c: Asked) => ({ networkId: c.var.network.id, slug: c.req.param('slug') ?? '' })

/** Sends at the moment, unless something has to be mended or approved first: then the page that says what. */
async function schedule(c: Asked, edition: Edition, at: Temporal.Instant, then: string) {
  return scheduleAt(c, edition, { at, local: null }, then)
}

type Moment = { at: Temporal.Instant; local: string | null }

async function scheduleAt(c: Asked, edition: Edition, { at, local }: Moment, then: string) {
  const { db, network, config, now } = c.var
  if (await isHeldBack(db, { edition, network, config, now })) return c.redirect(paths.send(edition.slug), 303)
  const outcome = await scheduleEdition(c.var.db, which(c), at, local)
  if ('scheduledFor' in outcome) return c.redirect(then, 303)
  return c.redirect(
    outcome.refused === 'to-mend' || outcome.refused === 'nobody' ? paths.send(edition.slug) : paths.sending(edition.slug),
    303,
  )
}

/** The first readers' hour is the edition's moment; the others' mails wait for theirs. */
async function scheduleLocally(c: Asked, edition: Edition, local: string) {
  const { first } = await clockOf(c, edition, local)
  return scheduleAt(c, edition, { at: first, local }, paths.send(edition.slug))
}
