import { transaction, type Db } from '#database'
import { lockTogether, saveMerged } from './merge.data.ts'
import { whyNotMerged, type MergeRefusal } from './merge.rules.ts'
import { changeQuestion, lockQuestion } from './question.data.ts'

export type MergeDone = { merged: true } | { refused: MergeRefusal }

/** Lets one challenge go on in another: its asker, and whoever has it too, get the other's answer. */
export const mergeQuestion = (db: Db, networkId: string, { id, into }: { id: string; into: string }): Promise<MergeDone> =>
  transaction(db, async (tx) => {
    const held = await lockTogether(tx, networkId, [id, into])
    const refused = whyNotMerged(
      held.find((one) => one.id === id),
      held.find((one) => one.id === into),
    )
    if (refused) return { refused }
    await saveMerged(tx, id, into)
    return { merged: true }
  })

/** It waits for an answer of its own again. One that was answered with the other stays with it. */
export const takeApart = (db: Db, networkId: string, id: string): Promise<boolean> =>
  transaction(db, async (tx) => {
    const question = await lockQuestion(tx, networkId, id)
    if (!question) return false
    if (!question.answerId) await changeQuestion(tx, id, { mergedInto: null })
    return true
  })
