import type { Config } from '#config'
import { newId, transaction, type Db } from '#database'
import type { Here } from '#platform/http'
import { emailAddress } from '#platform/text'
import { linkTo } from './code.actions.ts'
import { saveCode } from './code.data.ts'
import { ownerLinkLasts } from './code.rules.ts'

/**
 * A link that signs the owner of OWNER_EMAIL in, once, within a day: for whoever runs the server, who needs no mail to work for it.
 * Until it is used it changes nothing; then that person is an owner. A newer link ends the ones before.
 */
export function ownerLink(db: Db, config: Config, network: Here, now: Temporal.Instant): Promise<string> {
  const id = newId()
  const email = emailAddress(config.ownerEmail) ?? config.ownerEmail.toLowerCase()
  return transaction(db, async (tx) => {
    const code = { id, networkId: network.id, kind: 'owner' as const, email, personId: null, codeHash: null }
    await saveCode(tx, { ...code, nextPath: '/me', triesLeft: 0, madeAt: now, endsAt: now.add(ownerLinkLasts) })
    return linkTo({ network, baseUrl: config.baseUrl }, id)
  })
}
