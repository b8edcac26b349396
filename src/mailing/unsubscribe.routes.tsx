import { anyone, newRoutes, notFound, type RequestContext } from '#platform/http'
import { isMeant, leaveList, returnToList } from './leave.actions.ts'
import { leaverOf } from './links.routes.ts'
import { findListById } from './list.data.ts'
import { shownIn } from './list.rules.ts'
import { everyMonthly, preferencesPath } from './links.paths.ts'
import { paths } from './mailing.paths.ts'
import { listSubscriptions } from './subscription.data.ts'
import { mayReturn, standingOf } from './subscription.rules.ts'
import { LeftPage, UnsubscribePage } from './unsubscribe.pages.tsx'

export const unsubscribeRoutes = newRoutes()
  .get('/unsubscribe/:token', anyone, (c) => show(c))
  .post('/unsubscribe/:token', anyone, async (c) => {
    await leaveBy(c, { wording: c.var.t('Leave the list'), source: 'unsubscribe page' })
    return c.redirect(paths.unsubscribe(c.req.param('token')), 303)
  })
  .get('/unsubscribe/:token/one-click', anyone, (c) => show(c))
  /** RFC 8058: the mail service posts here for the reader. It sends no cookies, follows no redirect, and its body says nothing new. */
  .post('/unsubscribe/:token/one-click', anyone, async (c) => {
    await leaveBy(c, { wording: 'List-Unsubscribe=One-Click', source: 'button of the mail program' })
    return c.text(c.var.t('You have left the list.'))
  })
  .post('/unsubscribe/:token/return', anyone, async (c) => {
    const { db, network, now } = c.var
    const { link } = await leaverOf(c)
    const isBack = await returnToList(db, network, link, now)
    return c.redirect(isBack ? `${preferencesPath(network, link.personId)}?done=saved` : paths.unsubscribe(c.req.param('token')), 303)
  })

async function leaveBy(c: RequestContext, how: { wording: string; source: string }) {
  const { link } = await leaverOf(c)
  await leaveList(c.var.db, c.var.network, { ...link, ...how }, c.var.now)
}

async function show(c: RequestContext) {
  const { db, network, now } = c.var
  const { link, person } = await leaverOf(c)
  const theirs = (await listSubscriptions(db, network.id, person.id)).filter((one) => isMeant(link.listId, one))
  const shown = {
    token: c.req.param('token') ?? '',
    list: await nameOf(c, link.listId),
    email: person.email,
    preferences: preferencesPath(network, person.id),
  }
  if (theirs.some((one) => standingOf(one) !== 'left')) return c.var.page(<UnsubscribePage {...shown} />)
  return c.var.page(<LeftPage {...shown} mayReturn={theirs.some((one) => mayReturn(one, now))} />)
}

async function nameOf(c: RequestContext, listId: string): Promise<{ name: string }> {
  if (listId === everyMonthly) return { name: c.var.t('all lists of the monthly digest') }
  return shownIn((await findListById(c.var.db, c.var.network.id, listId)) ?? notFound(), c.var.language)
}
