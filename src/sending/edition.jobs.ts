import { z } from 'zod'
import type { Jobs } from '#platform/jobs'
import { decideTrial } from '#trials'
import { checkTrouble } from './alert.actions.ts'
import { noteSent } from './delivery.actions.ts'
import { beginSending } from './sending.actions.ts'

const payload = z.object({ editionId: z.uuid() })

export const editionJobs: Jobs = {
  'send-edition': (db, data, now, config) => beginSending(db, config, payload.parse(data).editionId, now),
  'decide-trial': (db, data, now) => decideTrial(db, payload.parse(data).editionId, now),
  'check-edition-trouble': (db, data, now, config) => checkTrouble(db, config, payload.parse(data).editionId, now),
  'note-edition-sent': (db, data, now) => noteSent(db, payload.parse(data).editionId, now),
}
