import { findEvent, readerOf, stateOf, type Event } from '#events'
import { emptyForm, type FormState } from '#platform/html'
import { anyone, mayTry, newRoutes, notFound, readForm, signedIn, type Asked } from '#platform/http'
import { askLive } from './item.actions.ts'
import { listShownItems } from './item.data.ts'
import { askForm } from './live.form.ts'
import { Board, LivePage } from './live.pages.tsx'
import { paths } from './live.paths.ts'

const perPerson = { name: 'ask from a call', tries: 20, window: Temporal.Duration.from({ hours: 1 }) }
export const liveTables = ['live_item', 'person', 'question']

/** A call as everybody follows it, and what they ask from it. */
export const liveRoutes = newRoutes()
  .get('/events/:slug/live', anyone, async (c) => show(c, await findCall(c), emptyForm))
  .get('/events/:slug/live/stream', anyone, async (c) => {
    const { db, language, part, follow } = c.var
    const { id, timeZone } = await findCall(c)
    const load = async () => part(<Board items={await listShownItems(db, id)} timeZone={timeZone} />)
    return follow({ name: `live ${id} ${language}`, tables: liveTables, load })
  })
  .post('/events/:slug/live', signedIn, async (c) => {
    const call = await findCall(c)
    const { db, person, now, t } = c.var
    const { values, form, typed } = await readForm(c, askForm)
    if (!values) return show(c, call, form, 422)
    const refused = isOver(call, now)
      ? t('This call is over. Bring your question to the next one.')
      : (await mayTry(db, perPerson, person.id, now))
        ? null
        : t('You have asked very often. Wait a while, or say it on the call.')
    if (refused) return show(c, call, { values: typed, errors: { question: refused } }, 409)
    await askLive(db, call, { ...values, personId: person.id }, now)
    return c.redirect(`${paths.live(call.slug)}?done=asked`, 303)
  })

/** To a stranger the call of a draft is not there. */
export const findCall = async (c: Asked): Promise<Event> =>
  (await findEvent(c.var.db, readerOf(c), { slug: c.req.param('slug') ?? '' })) ?? notFound()

const isOver = (call: Event, now: Temporal.Instant) => ['over', 'cancelled'].includes(stateOf(call, now))

async function show(c: Asked, call: Event, form: FormState, status = 200) {
  const items = await listShownItems(c.var.db, call.id)
  const isAsked = c.req.query('done') === 'asked'
  return c.var.page(<LivePage {...{ call, items, form, isAsked }} isOver={isOver(call, c.var.now) && status === 200} />, status)
}
