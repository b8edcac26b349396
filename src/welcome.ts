import { findHold, findPlace, type Hold } from '#platform/delivery'
import { findRootNetwork } from '#networks'
import { ownerLink } from '#sign-in'
import type { Running } from './web.ts'

/** What whoever typed `npm start` sees once pages can be opened. */
export async function welcome({ config, db }: Running, { moved }: { moved: boolean }) {
  const network = await findRootNetwork(db)
  if (!network) return
  const link = await ownerLink(db, config, network, Temporal.Now.instant())
  const hold = await findHold(db, () => findPlace(db, config))
  const lines = [
    `  Open it at             ${config.baseUrl}`,
    `  Sign in as its owner   ${link}`,
    `                         (once, within a day; npm run guildhall -- owner-link makes another)`,
    `  Its data is in         ${config.dataDir}${moved ? '  (the folder asked for cannot be reached by the database’s user)' : ''}`,
    `  Its mail               ${hold ? wordsOf(hold) : config.smtpUrl ? `leaves through ${new URL(config.smtpUrl).host}` : `stays in ${config.baseUrl}/outbox until SMTP_URL is set`}`,
  ]
  process.stdout.write(`\n${lines.join('\n')}\n\n  Ctrl-C stops everything.\n\n`)
}

const wordsOf = ({ reason, home, here }: Hold) =>
  reason === 'quiet'
    ? `stays here: an owner said that this is a copy (${here.baseUrl}/admin/held-mail)`
    : `is held: it left from ${home.baseUrl} before, and this looks like a copy of that.
                         Say at ${here.baseUrl}/admin/held-mail what it is, or: npm run guildhall -- release-mail`
