import { notFound, type Asked } from '#platform/http'
import { findEdition, type Edition } from './edition.data.ts'

/** The edition that a page for stewards is about. */
export const findForSteward = async (c: Asked): Promise<Edition> =>
  (await findEdition(c.var.db, c.var.network.id, c.req.param('slug') ?? '')) ?? notFound()
