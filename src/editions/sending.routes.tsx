import { newRoutes, notFound, readForm, steward, type Asked } from '#platform/http'
import { inLanguage } from '#letters'
import { findForSteward } from './edition.routes.ts'
import { cancelSending, editionProgress, pauseSending, resumeSending, retryFailed } from './delivery.actions.ts'
import type { Edition } from './edition.data.ts'
import { stateOf } from './edition.rules.ts'
import { paths } from './editions.paths.ts'
import { SendingPage } from './progress.pages.tsx'
import { resultsOf } from './results.actions.ts'
import { Results } from './results.pages.tsx'
import { scheduleEdition, unscheduleEdition } from './schedule.actions.ts'
import { localHourForm, momentForm } from './schedule.form.ts'
import { isHeldBack } from './departure.actions.ts'
import { mendedAt } from './mending.actions.ts'
import { clockOf, showSend, zoneOf } from './send-page.routes.tsx'
import { findStop } from './stop.data.ts'

/** Where stewards send an edition, and watch it leave. */
export const sendingRoutes = newRoutes()
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
  .get('/updates/:slug/sending', steward, async (c) => {
    const edition = await findForSteward(c)
    const progress = await editionProgress(c.var.db, edition)
    const state = stateOf(edition, c.var.now)
    const isMoving = progress ? !progress.isDone && !progress.isPaused : state === 'scheduled'
    const isWatched = isMoving && c.req.query('watch') !== 'no'
    if (isWatched) c.header('refresh', '5')
    return c.var.page(
      <SendingPage
        slug={edition.slug}
        subject={inLanguage(edition.subject, c.var.language).text}
        state={state}
        progress={progress}
        stop={await findStop(c.var.db, edition.id)}
        mayWriteNote={(await mendedAt(c.var.db, edition.id)) !== null}
        isWatched={isWatched}
        results={progress && <Results {...await resultsOf(c.var.db, edition, c.var.language, c.var.now)} />}
      />,
    )
  })
  .post('/updates/:slug/sending', steward, async (c) => {
    const edition = await findForSteward(c)
    return schedule(c, edition, c.var.now, paths.sending(edition.slug))
  })
  .post('/updates/:slug/sending/pause', steward, async (c) => watch(c, await pauseSending(c.var.db, which(c), c.var.now)))
  .post('/updates/:slug/sending/resumption', steward, async (c) =>
    watch(c, await resumeSending(c.var.db, which(c), c.var.person.id, c.var.now)),
  )
  .post('/updates/:slug/sending/cancellation', steward, async (c) => watch(c, await cancelSending(c.var.db, which(c), c.var.now)))
  .post('/updates/:slug/sending/retry', steward, async (c) => watch(c, await retryFailed(c.var.db, which(c), c.var.now)))

const which = (c: Asked) => ({ networkId: c.var.network.id, slug: c.req.param('slug') ?? '' })

const watch = (c: Asked, isThere: boolean) => (isThere ? c.redirect(paths.sending(which(c).slug), 303) : notFound())

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
