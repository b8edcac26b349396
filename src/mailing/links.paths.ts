import { readSigned, sign, type Here } from '#platform/http'
import { leaveLinkOf, leaveSubject, type LeaveLink } from './link.rules.ts'
import { paths } from './mailing.paths.ts'

type At = { network: { secret: Here['secret'] }; baseUrl: string }

/** The personal links that mails carry. Each works for good, and for its one purpose. */
export const confirmLink = ({ network, baseUrl }: At, personId: string): string =>
  baseUrl + paths.confirm(sign(network.secret, 'join', personId))

export const preferencesLink = ({ network, baseUrl }: At, personId: string): string =>
  baseUrl + paths.preferences(sign(network.secret, 'preferences', personId))

export const leaveToken = (network: At['network'], link: LeaveLink): string => sign(network.secret, 'unsubscribe', leaveSubject(link))

export const leavePageLink = ({ network, baseUrl }: At, link: LeaveLink): string => baseUrl + paths.unsubscribe(leaveToken(network, link))

export const readLeaveToken = (network: At['network'], token: string): LeaveLink | null =>
  leaveLinkOf(readSigned(network.secret, 'unsubscribe', token))
