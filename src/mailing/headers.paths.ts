import type { Config } from '#config'
import type { Here } from '#platform/http'
import { headersOf } from './headers.rules.ts'
import { leaveToken, preferencesToken } from './links.paths.ts'
import { paths } from './mailing.paths.ts'

type OfList = {
  config: Pick<Config, 'baseUrl' | 'mailDomain' | 'mailInPort'>
  /** The name as the reader's language says it. */
  list: { slug: string; name: string }
  /** The page that keeps what the list has sent. */
  archivePath?: string | undefined
}

export type ListHeadersFor = OfList & { network: { secret: Here['secret'] }; list: { id: string }; personId: string }

/** Where mail to leave a list is sent, when mail comes in; its subject is the signed token. */
export const leaveMailbox = 'leave'

/** What each mail of a list carries for this one reader. */
export const listHeaders = ({ network, personId, ...of }: ListHeadersFor): Record<string, string> =>
  headersWith(of, { leave: leaveToken(network, { listId: of.list.id, personId }), preferences: preferencesToken(network, personId) })

/** The same for all readers at once: `{{leaveToken}}` and `{{preferencesToken}}` are filled in as each mail leaves. */
export const listHeaderTemplates = (of: OfList): Record<string, string> =>
  headersWith(of, { leave: '{{leaveToken}}', preferences: '{{preferencesToken}}' })

function headersWith({ config, list, archivePath }: OfList, token: { leave: string; preferences: string }): Record<string, string> {
  const { baseUrl, mailDomain, mailInPort } = config
  return headersOf({
    list,
    domain: mailDomain,
    oneClick: baseUrl + paths.oneClick(token.leave),
    leaveByMail: mailInPort === null ? null : `mailto:${leaveMailbox}@${mailDomain}?subject=${token.leave}`,
    help: baseUrl + paths.preferences(token.preferences),
    archive: archivePath === undefined ? null : baseUrl + archivePath,
  })
}
