import { emptyForm, type FormState } from '#platform/html'
import { newRoutes, notFound, readForm, steward, type Asked } from '#platform/http'
import { HostPage, HostQueue } from './host.pages.tsx'
import { bringChallenges, moveItem, noteItem, takeTurn } from './item.actions.ts'
import { changeItem, listItems } from './item.data.ts'
import { moveForm, noteForm, notesForm } from './live.form.ts'
import { findCall, liveTables } from './live.routes.tsx'
import { paths } from './live.paths.ts'

/** Where hosts lead the call. */
export const hostRoutes = newRoutes()
  .get('/events/:slug/live/host', steward, (c) => show(c, emptyForm))
  .get('/events/:slug/live/host/stream', steward, async (c) => {
    const { db, language, part, follow } = c.var
    const call = await findCall(c)
    const load = async () => part(<HostQueue call={call} items={await listItems(db, call.id)} timeZone={call.timeZone} />)
    return follow({ name: `host ${call.id} ${language}`, tables: liveTables, load })
  })
  .post('/events/:slug/live/items', steward, async (c) => {
    const { values, form } = await readForm(c, noteForm)
    if (!values) return show(c, form, 422)
    await noteItem(c.var.db, await findCall(c), { ...values, personId: null }, c.var.now)
    return back(c)
  })
  .post('/events/:slug/live/challenges', steward, async (c) => {
    await bringChallenges(c.var.db, await findCall(c), c.var.now)
    return back(c)
  })
  .post('/events/:slug/live/turn', steward, async (c) => {
    await takeTurn(c.var.db, await findCall(c), c.var.now)
    return back(c)
  })
  .post('/events/:slug/live/items/:id', steward, async (c) => {
    const { values } = await readForm(c, moveForm)
    if (!values) return notFound()
    const outcome = await moveItem(c.var.db, await findCall(c), { id: c.req.param('id'), how: values.how }, c.var.now)
    if (!('refused' in outcome)) return back(c)
    if (outcome.refused === 'gone') return notFound()
    return show(c, emptyForm, 409, c.var.t('This question is for the hosts alone. It cannot be shown.'))
  })
  .post('/events/:slug/live/items/:id/notes', steward, async (c) => {
    const { values, form } = await readForm(c, notesForm)
    if (!values) return show(c, form, 422)
    const eventId = (await findCall(c)).id
    const id = (await listItems(c.var.db, eventId)).find((item) => item.id === c.req.param('id'))?.id ?? notFound()
    await changeItem(c.var.db, id, values)
    return back(c)
  })

const back = (c: Asked) => c.redirect(paths.host(c.req.param('slug') ?? ''), 303)

async function show(c: Asked, form: FormState, status = 200, refused: string | null = null) {
  const call = await findCall(c)
  const items = await listItems(c.var.db, call.id)
  return c.var.page(<HostPage {...{ call, items, form, refused }} timeZone={call.timeZone} />, status)
}
