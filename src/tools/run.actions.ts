import { newId, transaction, type Db } from '#database'
import type { Tool } from './tool.data.ts'
import type { Answers } from './reading.rules.ts'
import { changeDraft, findRun, saveRun } from './run.data.ts'

type Now = Temporal.Instant
export type RunBegun = {
  networkId: string
  tool: Tool
  answers: Answers
  personId: string | null
  /** The run before it, of the same team. */
  after: string | null
  isFinished: boolean
}

/** Keeps what somebody answered: as a draft to go on with, or finished. */
export const beginRun = (db: Db, { networkId, tool, answers, personId, after, isFinished }: RunBegun, now: Now): Promise<string> =>
  transaction(db, async (tx) => {
    const before = after === null ? undefined : await findRun(tx, networkId, after)
    const id = newId()
    const teamId = before?.toolId === tool.id ? before.teamId : newId()
    const moments = { begunAt: now, savedAt: now, finishedAt: isFinished ? now : null }
    await saveRun(tx, { id, networkId, toolId: tool.id, version: tool.version, teamId, personId, answers, ...moments })
    return id
  })

/** Goes on with a draft. Once finished, a run is what its team talked about: it does not change any more. */
export const goOnWithRun = (
  db: Db,
  { id, answers, isFinished }: { id: string; answers: Answers; isFinished: boolean },
  now: Now,
): Promise<'saved' | 'finished-already'> =>
  transaction(db, async (tx) =>
    (await changeDraft(tx, id, { answers, savedAt: now, finishedAt: isFinished ? now : null })) ? 'saved' : 'finished-already',
  )
