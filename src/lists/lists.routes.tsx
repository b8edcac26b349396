import { z } from 'zod'
import { beginList, changeList, closeList, listListsCounted, moveList, reopenList, shownIn } from '#mailing'
import { emptyForm } from '#platform/html'
import { newRoutes, notFound, readForm, steward, type Asked } from '#platform/http'
import { listAsked } from './list-asked.ts'
import { ListFormPage } from './list-form.pages.tsx'
import { listForm, valuesOf } from './list.form.ts'
import { ClosurePage, ListsPage } from './lists.pages.tsx'
import { paths } from './lists.paths.ts'

const placeForm = z.object({ direction: z.enum(['up', 'down']) })

/** Where stewards begin, describe, order and close lists. */
export const listsRoutes = newRoutes()
  .get('/admin/lists', steward, async (c) => c.var.page(<ListsPage lists={await linesOf(c)} />))
  .get('/admin/lists/new', steward, (c) => c.var.page(<ListFormPage form={{ ...emptyForm, values: { access: 'open' } }} />))
  .post('/admin/lists', steward, async (c) => {
    const { values, form } = await readForm(c, listForm)
    if (!values) return c.var.page(<ListFormPage form={form} />, 422)
    await beginList(c.var.db, c.var.network.id, values, c.var.now)
    return c.redirect(paths.lists, 303)
  })
  .get('/admin/lists/:slug/edit', steward, async (c) => {
    const list = await listAsked(c)
    return c.var.page(<ListFormPage slug={list.slug} form={{ ...emptyForm, values: valuesOf(list) }} />)
  })
  .post('/admin/lists/:slug/edit', steward, async (c) => {
    const list = await listAsked(c)
    const { values, form } = await readForm(c, listForm)
    if (!values) return c.var.page(<ListFormPage slug={list.slug} form={form} />, 422)
    await changeList(c.var.db, list, values)
    return c.redirect(paths.lists, 303)
  })
  .post('/admin/lists/:slug/place', steward, async (c) => {
    const list = await listAsked(c)
    const { direction } = (await readForm(c, placeForm)).values ?? notFound()
    await moveList(c.var.db, c.var.network.id, list.id, direction)
    return c.redirect(paths.lists, 303)
  })
  .get('/admin/lists/:slug/closure', steward, async (c) => {
    const { slug } = await listAsked(c)
    const line = (await linesOf(c)).find((one) => one.slug === slug) ?? notFound()
    return c.var.page(<ClosurePage slug={slug} name={line.name} on={line.on} />)
  })
  .post('/admin/lists/:slug/closure', steward, async (c) => {
    await closeList(c.var.db, await listAsked(c), c.var.now)
    return c.redirect(paths.lists, 303)
  })
  .post('/admin/lists/:slug/reopening', steward, async (c) => {
    await reopenList(c.var.db, await listAsked(c))
    return c.redirect(paths.lists, 303)
  })

async function linesOf(c: Asked) {
  const lists = await listListsCounted(c.var.db, c.var.network.id)
  return lists.map((list) => ({ ...shownIn(list, c.var.language), access: list.access, isClosed: list.closedAt !== null, on: list.on }))
}
