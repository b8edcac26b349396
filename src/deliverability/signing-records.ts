import { dkimState, domainOf } from '#platform/dkim'
import type { Probes } from './check.actions.ts'

/** What DNS is to hold of the keys that sign, or are about to; of a domain whose signing is switched off, nothing. */
export const signingRecords: Probes['dkimOf'] = async (db, config, now) => {
  const { isHeld, keys } = await dkimState(db, domainOf(config), now)
  return isHeld ? [] : keys.filter(({ state }) => state === 'signing' || state === 'waiting').map(({ record }) => record)
}
