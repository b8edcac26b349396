import { readSigned, sign, type Here } from '#platform/http'
import { leaveLinkOf, leaveSubject, type LeaveLink } from './link.rules.ts'
import { paths } from './mailing.paths.ts'

type Signing = { secret: Here['secret'] }
type At = { network: Signing; baseUrl: string }

/** The personal links that mails carry. Each works for good, and for its one purpose. */
export const confirmLink = ({ network, baseUrl }: At, personId: string): string =>
  baseUrl + paths.confirm(sign(network.secret, 'join', personId))

export const preferencesToken = (network: Signing, personId: string): string => sign(network.secret, 'preferences', personId)

export const preferencesPath = (network: Signing, personId: string): string => paths.preferences(preferencesToken(network, personId))

export const preferencesLink = ({ network, baseUrl }: At, personId: string): string => baseUrl + preferencesPath(network, personId)

export const leaveToken = (network: Signing, link: LeaveLink): string => sign(network.secret, 'unsubscribe', leaveSubject(link))

export const leavePageLink = ({ network, baseUrl }: At, link: LeaveLink): string => baseUrl + paths.unsubscribe(leaveToken(network, link))

export const readLeaveToken = (network: Signing, token: string): LeaveLink | null =>
  leaveLinkOf(readSigned(network.secret, 'unsubscribe', token))
