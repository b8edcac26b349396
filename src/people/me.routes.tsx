import { newRoutes, notFound, signedIn } from '#platform/http'
import type { MeSection } from './contributions.ts'
import { MePage } from './me.pages.tsx'
import { paths } from './people.paths.ts'
import { findPerson } from './person.data.ts'

const dones = ['profile', 'address'] as const

export const meRoutes = (meSections: MeSection[]) =>
  newRoutes().get(paths.me, signedIn, async (c) => {
    const { db, person, network, now } = c.var
    const me = (await findPerson(db, person.id)) ?? notFound()
    const sections = await Promise.all(meSections.map((section) => section(db, person, network, now)))
    const done = dones.find((word) => word === c.req.query('done'))
    return c.var.page(<MePage me={me} sections={sections.filter((section) => section !== null)} done={done} />)
  })
