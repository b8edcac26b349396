import type { Db } from '#database'
import { findStanding } from './progress.data.ts'
import type { Standing } from './progress.pages.tsx'
import type { Step } from './step.data.ts'

type Asking = { personId: string; networkId: string; steps: Step[] }

/** Where somebody's partnership is, among these steps; undefined when they marked none. */
export async function findMyStanding(db: Db, { personId, networkId, steps }: Asking): Promise<Standing | undefined> {
  const found = await findStanding(db, { personId, networkId })
  const step = steps.find(({ id }) => id === found?.stepId)
  return found && step && { step, steps, done: found.done }
}
