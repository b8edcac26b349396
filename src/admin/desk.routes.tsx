import { newRoutes, steward } from '#platform/http'
import type { DeskNews } from './desk.ts'
import { DeskPage } from './desk.pages.tsx'

/** The desk of stewards; what stands on it comes from the rooms. */
export const deskRoutes = (rooms: DeskNews[]) =>
  newRoutes().get('/admin', steward, async (c) => {
    const { db, network, person, language, now, config } = c.var
    const lines = await Promise.all(rooms.map((room) => room(db, { network, person, language, now, config })))
    return c.var.page(<DeskPage lines={lines.flat()} />)
  })
