import { transaction, type Db, type Tx } from '#database'
import { doingsOf, movedDoings } from './doing.rules.ts'
import { removeDone, removeStanding, saveDone, saveStanding, takeAllDone } from './progress.data.ts'
import type { Step } from './step.data.ts'

type Who = { personId: string; networkId: string }

/** Notes at which step somebody's partnership is; what they ticked at other steps stays. */
export const markStep = (db: Db, who: Who, step: Pick<Step, 'id'>, now: Temporal.Instant) =>
  saveStanding(db, { ...who, stepId: step.id, markedAt: now })

/** They mark no step any more. */
export const unmarkStep = (db: Db, who: Who) => removeStanding(db, who)

/** Notes what of a step is done: these, and no others. */
export function tickDoings(db: Db, { personId }: Who, step: Step, { numbers, now }: { numbers: number[]; now: Temporal.Instant }) {
  const there = doingsOf(step.body).map(({ number }) => number)
  const done = there.filter((number) => numbers.includes(number))
  return transaction(db, async (tx) => {
    await removeDone(tx, personId, step.id, done)
    await saveDone(
      tx,
      done.map((number) => ({ personId, stepId: step.id, number, doneAt: now })),
    )
  })
}

/** Moves everybody's ticks along when the list that they stand at is written anew. */
export async function moveTicks(tx: Tx, stepId: string, before: string, after: string): Promise<void> {
  const moved = movedDoings(doingsOf(before), doingsOf(after))
  if ([...moved].every(([from, to]) => from === to) && moved.size === doingsOf(before).length) return
  const ticks = await takeAllDone(tx, stepId)
  await saveDone(
    tx,
    ticks.flatMap((tick) => {
      const number = moved.get(tick.number)
      return number ? [{ ...tick, number }] : []
    }),
  )
}
