import { z } from 'zod'
import type { Jobs } from '#platform/jobs'
import { checkLinks, type AskInside } from './link-check.actions.ts'

const payload = z.object({ networkId: z.uuid(), addresses: z.array(z.string().max(2000)) })

/** `ask` knows the whole site: our own pages are asked for inside, without the network. */
export const linkJobs = (ask: AskInside): Jobs => ({
  'check-links': (db, data, now, config) => checkLinks(db, config, { ...payload.parse(data), ask }, now),
})
