import { readSigned, sign, type Here } from '#platform/http'
import { paths } from './mailing.paths.ts'

/** Stands for all lists that someone gets as one mail a month: what its link leaves. */
export const everyMonthly = 'monthly'

/** What an unsubscribe link speaks of: a list, or `everyMonthly`. */
export type LeaveLink = { listId: string; personId: string }

type Signing = { secret: Here['secret'] }
type At = { network: Signing; baseUrl: string }

/** The personal links that mails carry. Each works for good, and for its one purpose. */
export const preferencesToken = (network: Signing, personId: string): string => sign(network.secret, 'preferences', personId)

export const preferencesPath = (network: Signing, personId: string): string => paths.preferences(preferencesToken(network, personId))

export const preferencesLink = ({ network, baseUrl }: At, personId: string): string => baseUrl + preferencesPath(network, personId)

export const leaveToken = (network: Signing, link: LeaveLink): string => sign(network.secret, 'unsubscribe', leaveSubject(link))

export const leavePageLink = ({ network, baseUrl }: At, link: LeaveLink): string => baseUrl + paths.unsubscribe(leaveToken(network, link))

export const readLeaveToken = (network: Signing, token: string): LeaveLink | null =>
  leaveLinkOf(readSigned(network.secret, 'unsubscribe', token))

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const listAndPerson = new RegExp(`^(${uuid}|${everyMonthly}):(${uuid})$`)

const leaveSubject = ({ listId, personId }: LeaveLink): string => `${listId}:${personId}`

function leaveLinkOf(subject: string | null): LeaveLink | null {
  const [, listId, personId] = listAndPerson.exec(subject ?? '') ?? []
  return listId && personId ? { listId, personId } : null
}
