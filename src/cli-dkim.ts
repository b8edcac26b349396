import type { Config } from '#config'
import type { Db } from '#database'
import {
  checkDkim,
  dkimState,
  domainOf,
  lookUpText,
  rotateDkim,
  startSigning,
  stopSigning,
  type DkimKey,
  type DkimState,
} from '#platform/dkim'
import { StartupProblem } from '#problem'

type Act = (db: Db, domain: string, now: Temporal.Instant) => Promise<unknown>

const acts: Record<string, Act> = {
  show: () => Promise.resolve(),
  check: (db, domain, now) => checkDkim(db, domain, { lookUp: lookUpText, now }),
  rotate: rotateDkim,
  on: startSigning,
  off: stopSigning,
}

/** What whoever runs the server can do about the signing of mail; says how it stands then. */
export async function dkimCommand(db: Db, config: Pick<Config, 'mailFrom'>, [word = 'show']: string[]): Promise<string[]> {
  const act = acts[word]
  if (!act) throw new StartupProblem(`Say one of ${Object.keys(acts).join(', ')} after dkim.`)
  const [domain, now] = [domainOf(config), Temporal.Now.instant()]
  await act(db, domain, now)
  return told(await dkimState(db, domain, now))
}

function told({ domain, isHeld, isSigning, keys }: DkimState): string[] {
  const standing = isHeld ? 'Signing is switched off; `dkim on` switches it on.' : isSigning ? 'Mail is signed.' : 'Mail is not signed yet.'
  const next = keys.length === 0 ? [`There are no keys for ${domain}; \`dkim rotate\` makes them.`] : []
  return [standing, ...next, ...keys.flatMap(toldOfKey)]
}

const sentences: Record<DkimKey['state'], string> = {
  waiting: 'waits for this record; it signs once `dkim check` sees it',
  signing: 'signs; keep this record',
  resting: 'signs no more; keep this record two weeks longer',
  retired: 'take this record away',
}

const toldOfKey = ({ algorithm, state, seenAt, record }: DkimKey): string[] => [
  '',
  `${algorithm}: ${sentences[state]}${state === 'signing' && !seenAt ? '. It was not seen in DNS: publish it' : ''}`,
  `${record.name}. ${record.type} ${record.value}`,
]
