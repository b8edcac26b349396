import { emptyForm, type FormState } from '#platform/html'
import { countReaders, findListById, shownIn } from '#mailing'
import { newRoutes, notFound, readForm, steward, type Asked, type Visitor } from '#platform/http'
import type { Language } from '#platform/text'
import { inLanguage } from '#letters'
import { findForSteward } from './compose.routes.tsx'
import { cancelSending, editionProgress, pauseSending, resumeSending, retryFailed } from './delivery.actions.ts'
import type { Edition } from './edition.data.ts'
import { mayEdit, stateOf, toMend } from './edition.rules.ts'
import { paths } from './editions.paths.ts'
import { SendingPage } from './progress.pages.tsx'
import { scheduleEdition, unscheduleEdition } from './schedule.actions.ts'
import { momentForm } from './schedule.form.ts'
import { SendPage } from './sending.pages.tsx'

/** Where stewards send an edition, and watch it leave. */
export const sendingRoutes = newRoutes()
  .get('/updates/:slug/send', steward, async (c) => showSend(c, c.var.person, await findForSteward(c), emptyForm))
  .post('/updates/:slug/schedule', steward, async (c) => {
    const edition = await findForSteward(c)
    const { values, form } = await readForm(c, momentForm(zoneOf(c, c.var.person), c.var.now))
    return values ? schedule(c, edition, values.at, paths.send(edition.slug)) : showSend(c, c.var.person, edition, form)
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
        isWatched={isWatched}
      />,
    )
  })
  .post('/updates/:slug/sending', steward, async (c) => {
    const edition = await findForSteward(c)
    return schedule(c, edition, c.var.now, paths.sending(edition.slug))
  })
  .post('/updates/:slug/sending/pause', steward, async (c) => watch(c, await pauseSending(c.var.db, which(c), c.var.now)))
  .post('/updates/:slug/sending/resumption', steward, async (c) => watch(c, await resumeSending(c.var.db, which(c))))
  .post('/updates/:slug/sending/cancellation', steward, async (c) => watch(c, await cancelSending(c.var.db, which(c), c.var.now)))
  .post('/updates/:slug/sending/retry', steward, async (c) => watch(c, await retryFailed(c.var.db, which(c), c.var.now)))

const which = (c: Asked) => ({ networkId: c.var.network.id, slug: c.req.param('slug') ?? '' })

const watch = (c: Asked, isThere: boolean) => (isThere ? c.redirect(paths.sending(which(c).slug), 303) : notFound())

const zoneOf = (c: Asked, person: Visitor) => person.timeZone ?? c.var.network.timeZone

/** Sends at the moment, unless something has to be mended first: then the page that says what. */
async function schedule(c: Asked, edition: Edition, at: Temporal.Instant, then: string) {
  const outcome = await scheduleEdition(c.var.db, which(c), at)
  if ('scheduledFor' in outcome) return c.redirect(then, 303)
  return c.redirect(outcome.refused === 'to-mend' ? paths.send(edition.slug) : paths.sending(edition.slug), 303)
}

async function showSend(c: Asked, person: Visitor, edition: Edition, form: FormState) {
  if (!mayEdit(edition)) return c.redirect(paths.sending(edition.slug), 303)
  const { slug, subject, scheduledFor } = edition
  const list = (await findListById(c.var.db, edition.networkId, edition.listId)) ?? notFound()
  const page = (
    <SendPage
      slug={slug}
      subject={inLanguage(subject, c.var.language).text}
      list={shownIn(list, c.var.language).name}
      readers={await readersByLanguage(c, edition)}
      mend={toMend(edition)}
      scheduledFor={scheduledFor}
      isLate={stateOf(edition, c.var.now) === 'late'}
      timeZone={zoneOf(c, person)}
      form={form}
    />
  )
  return c.var.page(page, Object.keys(form.errors).length > 0 ? 422 : 200)
}

async function readersByLanguage(c: Asked, { listId }: Edition): Promise<Record<Language, number>> {
  const counts = await countReaders(c.var.db, listId)
  const of = (language: Language) =>
    counts.filter((row) => (row.language ?? c.var.network.language) === language).reduce((sum, { count }) => sum + count, 0)
  return { en: of('en'), es: of('es') }
}
