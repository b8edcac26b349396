import type { Config } from '#config'
import type { Here } from '#platform/http'
import { headersOf } from './headers.rules.ts'
import { leaveToken, preferencesLink } from './links.paths.ts'
import { paths } from './mailing.paths.ts'

export type ListHeadersFor = {
  config: Pick<Config, 'baseUrl' | 'mailDomain' | 'mailInPort'>
  network: { secret: Here['secret'] }
  /** The name as this reader's language says it. */
  list: { id: string; slug: string; name: string }
  personId: string
  /** The page that keeps what the list has sent. */
  archivePath?: string | undefined
}

/** Where mail to leave a list is sent, when mail comes in; its subject is the signed token. */
export const leaveMailbox = 'leave'

/** What each mail of a list carries for this one reader. */
export function listHeaders({ config, network, list, personId, archivePath }: ListHeadersFor): Record<string, string> {
  const { baseUrl, mailDomain, mailInPort } = config
  const token = leaveToken(network, { listId: list.id, personId })
  return headersOf({
    list,
    domain: mailDomain,
    oneClick: baseUrl + paths.oneClick(token),
    leaveByMail: mailInPort === null ? null : `mailto:${leaveMailbox}@${mailDomain}?subject=${token}`,
    help: preferencesLink({ network, baseUrl }, personId),
    archive: archivePath === undefined ? null : baseUrl + archivePath,
  })
}
