import type { Asked, Here } from '#platform/http'

/** Where something is done: the network, and the address people type for it, which links in mails begin with. */
export type Place = {
  network: Here
  baseUrl: string
  /** The domain at which we read answers to our mails, if we do. */ answersAt?: string | null
}

export const placeOf = ({ var: { network, config } }: Asked): Place => ({
  network,
  baseUrl: config.baseUrl,
  answersAt: config.mailInPort === null ? null : config.mailDomain,
})
