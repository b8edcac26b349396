import { z } from 'zod'
import { idInput, newRoutes, notFound, readForm, signedIn } from '#platform/http'
import { endSessionHere } from './session.actions.ts'
import { listSessions, removeOtherSessions, removeSession } from './session.data.ts'
import { SessionsPage } from './session.pages.tsx'
import { paths } from './sign-in.paths.ts'

const endInput = z.object({ session: z.union([z.literal('others'), idInput]) })
const dones = ['ended', 'others-ended'] as const

export const sessionRoutes = newRoutes()
  .get(paths.sessions, signedIn, async (c) => {
    const { db, now, network, person } = c.var
    const done = dones.find((word) => word === c.req.query('done'))
    const sessions = await listSessions(db, person.id, now)
    return c.var.page(
      <SessionsPage sessions={sessions} currentId={person.sessionId} timeZone={person.timeZone ?? network.timeZone} done={done} />,
    )
  })
  .post(paths.endedSessions, signedIn, async (c) => {
    const { db, person } = c.var
    const { session } = (await readForm(c, endInput)).values ?? notFound()
    if (session === person.sessionId) {
      await endSessionHere(c)
      return c.redirect('/', 303)
    }
    await (session === 'others' ? removeOtherSessions(db, person.id, person.sessionId) : removeSession(db, person.id, session))
    return c.redirect(`${paths.sessions}?done=${session === 'others' ? 'others-ended' : 'ended'}`, 303)
  })
