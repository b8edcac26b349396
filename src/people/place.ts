import type { Asked, Here } from '#platform/http'

/** Where something is done: the network, and the address people type for it, which links in mails begin with. */
export type Place = { network: Here; baseUrl: string }

export const placeOf = (c: Asked): Place => ({ network: c.var.network, baseUrl: c.var.config.baseUrl })
