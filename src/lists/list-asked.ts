import { findList } from '#mailing'
import { notFound, type Asked } from '#platform/http'

/** The list of the address, closed or not. */
export const listAsked = async (c: Asked) => (await findList(c.var.db, c.var.network.id, c.req.param('slug') ?? '')) ?? notFound()

/** The same, as long as it takes people. */
export async function liveListAsked(c: Asked) {
  const list = await listAsked(c)
  return list.closedAt ? notFound() : list
}
