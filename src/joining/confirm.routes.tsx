import { listLists, listSubscriptions, preferencesPath, readerOf, reasonsAgainst, shownIn, speakTo, standingOf } from '#mailing'
import { anyone, newRoutes, notFound } from '#platform/http'
import { ConfirmJoinPage, UsedLinkPage } from './confirm.pages.tsx'
import { confirmJoin } from './join.actions.ts'
import { paths } from './joining.paths.ts'

export const confirmRoutes = newRoutes()
  .get('/join/confirm/:token', anyone, async (c) => {
    const { db, network } = c.var
    const person = await readerOf(c, 'join')
    const standing = await listSubscriptions(db, network.id, person.id)
    speakTo(c, { language: person.language ?? standing.find((one) => standingOf(one) === 'asked')?.askedWith.language })
    const isOn = standing.some((one) => standingOf(one) === 'on')
    const bounced = (await reasonsAgainst(db, network, person.email)).some((reason) => reason !== 'complained')
    const waiting = standing
      .filter((one) => standingOf(one) === 'asked' || (bounced && standingOf(one) === 'on'))
      .map(({ listId }) => listId)
    const lists = (await listLists(db, network.id)).filter(({ id }) => waiting.includes(id))
    if (lists.length === 0) return c.var.page(<UsedLinkPage isOn={isOn} preferences={preferencesPath(network, person.id)} />)
    return c.var.page(<ConfirmJoinPage token={c.req.param('token')} lists={lists.map((list) => shownIn(list, c.var.language))} />)
  })
  .post('/join/confirm/:token', anyone, async (c) => {
    const { db, network, now } = c.var
    const person = await readerOf(c, 'join')
    const outcome = (await confirmJoin(db, network, person.id, now)) ?? notFound()
    if (outcome === 'already') return c.redirect(paths.confirm(c.req.param('token')), 303)
    return c.redirect(`${preferencesPath(network, person.id)}?done=joined`, 303)
  })
