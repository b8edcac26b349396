import type { Db } from '#database'
import { standingsWith } from '#mailing'
import type { Here } from '#platform/http'
import type { Asked } from './row.data.ts'
import { stranger, verdictOf, type Verdict } from './verdict.rules.ts'

/** What becomes of rows as things stand at this moment, which may be other than when the file was read. */
export async function judge<Row extends Omit<Asked, 'number'>>(
  db: Db,
  network: Here,
  listId: string,
  rows: Row[],
): Promise<(Row & { verdict: Verdict; personId: string | null })[]> {
  const standings = await standingsWith(
    db,
    network,
    listId,
    rows.map(({ address }) => address),
  )
  return rows.map((row) => {
    const standing = standings.get(row.address) ?? stranger
    return { ...row, verdict: verdictOf(row, standing), personId: standing.personId }
  })
}
