import { transaction, type Db } from '#database'
import { forgetMailsTo } from '#platform/mail'
import type { Eraser } from './contributions.ts'
import { lockExamples } from './example.data.ts'
import { removePerson } from './person.data.ts'

/** Removes the invented people that a new community begins with, all at once and without a mail; says how many there were. */
export function removeExamples(db: Db, erasers: Eraser[], now: Temporal.Instant): Promise<number> {
  return transaction(db, async (tx) => {
    const examples = await lockExamples(tx)
    for (const { id, email } of examples) {
      for (const erase of erasers) await erase(tx, id, now)
      await forgetMailsTo(tx, { address: email })
      await removePerson(tx, id)
    }
    return examples.length
  })
}
