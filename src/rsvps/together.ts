type Waiting<Item, Result> = { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }

const most = 100

/** While one group is being written the next is read and prepared. */
const groupsAtOnce = 2

/**
 * Does at once what is asked, but what is asked while something is under way is done together once that is done: under a
 * rush many changes share one commit, as the commits of a database do. Each is answered after its own is kept.
 */
export function together<Item, Result>(work: (items: Item[]) => Promise<Result[]>): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = []
  let busy = 0

  async function workOff() {
    busy++
    while (waiting.length > 0) await settle(waiting.splice(0, most))
    busy--
  }
  async function settle(group: Waiting<Item, Result>[]) {
    try {
      const results = await work(group.map(({ item }) => item))
      group.forEach(({ resolve }, place) => resolve(results[place] as Result))
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }
  return (item) =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (busy < groupsAtOnce) void workOff()
    })
}
