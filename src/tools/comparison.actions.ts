import { transaction, type Db } from '#database'
import { listComparedRuns, listEarlierRunIds, lockTool, saveComparison } from './comparison.data.ts'
import { nextComparison } from './comparison.rules.ts'
import { listTools } from './tool.data.ts'

const lookBack = Temporal.Duration.from({ hours: 24 * 365 })

/** Makes the comparison of each tool anew, where it may be shown; otherwise what was shown stays. */
export async function compareTools(db: Db, networkId: string, now: Temporal.Instant): Promise<void> {
  for (const { id, definition } of await listTools(db, networkId)) {
    if (!definition.compared) continue
    await transaction(db, async (tx) => {
      await lockTool(tx, id)
      const next = nextComparison(definition, await listComparedRuns(tx, id, now.subtract(lookBack)), await listEarlierRunIds(tx, id))
      if (next) await saveComparison(tx, id, next, now)
    })
  }
}
