const most = 200

/** Goes through all rows of a list, some hundreds at a time, in the order of their ids: however many there are, little is held at once. */
export async function inBatches<T extends { id: string }>(
  list: (afterId: string | null, limit: number) => Promise<T[]>,
  work: (rows: T[]) => Promise<unknown>,
): Promise<void> {
  for (let after: string | null = null; ;) {
    const rows: T[] = await list(after, most)
    if (rows.length > 0) await work(rows)
    after = rows.at(-1)?.id ?? null
    if (rows.length < most) return
  }
}
