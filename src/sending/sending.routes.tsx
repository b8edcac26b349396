import { newRoutes, notFound, steward, type Asked } from '#platform/http'
import { inLanguage } from '#letters'
import { findForSteward, editionPaths as paths, stateOf } from '#editions'
import { cancelSending, editionProgress, pauseSending, resumeSending, retryFailed } from './delivery.actions.ts'
import { SendingPage } from './progress.pages.tsx'
import { resultsOf } from './results.actions.ts'
import { Results } from './results.pages.tsx'
import { mendedAt } from './mending.actions.ts'
import { findStop } from './stop.data.ts'

/** Where stewards watch an edition leave. */
export const sendingRoutes = newRoutes()
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
  .post('/updates/:slug/sending/pause', steward, async (c) => watch(c, await pauseSending(c.var.db, which(c), c.var.now)))
  .post('/updates/:slug/sending/resumption', steward, async (c) =>
    watch(c, await resumeSending(c.var.db, which(c), c.var.person.id, c.var.now)),
  )
  .post('/updates/:slug/sending/cancellation', steward, async (c) => watch(c, await cancelSending(c.var.db, which(c), c.var.now)))
  .post('/updates/:slug/sending/retry', steward, async (c) => watch(c, await retryFailed(c.var.db, which(c), c.var.now)))

const which = (c: Asked) => ({ networkId: c.var.network.id, slug: c.req.param('slug') ?? '' })

const watch = (c: Asked, isThere: boolean) => (isThere ? c.redirect(paths.sending(which(c).slug), 303) : notFound())
