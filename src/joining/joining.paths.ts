import { sign, type Here } from '#platform/http'

/** Addresses of this room. Those in mails are kept for good. */
export const paths = {
  join: '/join',
  sent: '/join/sent',
  embed: '/join/embed',
  embedPreview: '/join/embed/preview',
  embedded: '/join/embedded',
  confirm: (token: string) => `/join/confirm/${token}`,
}

/** The personal link of the mail to confirm. */
export const confirmLink = ({ network, baseUrl }: { network: Pick<Here, 'secret'>; baseUrl: string }, personId: string): string =>
  baseUrl + paths.confirm(sign(network.secret, 'join', personId))
