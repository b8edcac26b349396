import { anyone, newRoutes, signedIn } from '#platform/http'
import type { Eraser } from './contributions.ts'
import { leave } from './leaving.actions.ts'
import { GoodbyePage, LeavingPage } from './leaving.pages.tsx'
import { paths } from './people.paths.ts'
import { placeOf } from './place.ts'
import { listOwnersBeside } from './role.data.ts'
import { isLastOwner } from './role.rules.ts'

export const leavingRoutes = (erasers: Eraser[]) =>
  newRoutes()
    .get(paths.leaving, signedIn, async (c) => {
      const { db, person } = c.var
      return c.var.page(<LeavingPage email={person.email} isLastOwner={isLastOwner(await listOwnersBeside(db, person.id), person.id)} />)
    })
    .post(paths.leaving, signedIn, async (c) => {
      const { db, person, now } = c.var
      const outcome = await leave(db, placeOf(c), { leaver: person, erasers }, now)
      return outcome === 'left' ? c.redirect(paths.goodbye, 303) : c.var.page(<LeavingPage email={person.email} isLastOwner />, 409)
    })
    .get(paths.goodbye, anyone, (c) => c.var.page(<GoodbyePage />))
