type Waiting<Item, Result> = { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }
type Queue<Item, Result> = (item: Item) => Promise<Result>
type Work<Item, Result> = (items: Item[]) => Promise<Result[]>

const most = 100

/**
 * Does together what is asked at the same moment, and then what was asked meanwhile, one group after the other: under a rush
 * many changes share one read and one commit, as the commits of a database do. Each is answered after its own is kept.
 */
function together<Item, Result>(work: Work<Item, Result>): Queue<Item, Result> {
  const waiting: Waiting<Item, Result>[] = []
  let isBusy = false

  async function workOff() {
    while (waiting.length > 0) await settle(waiting.splice(0, most))
    isBusy = false
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
      if (!isBusy) setImmediate(workOff)
      isBusy = true
    })
}

const mostQueues = 500

/** One queue for each thing that is asked for, in each database. A queue that is forgotten while it is busy still ends its work. */
export function queues<Item, Result>() {
  const known = new WeakMap<object, Map<string, Queue<Item, Result>>>()
  return (db: object, key: string, work: Work<Item, Result>): Queue<Item, Result> => {
    const open = known.get(db) ?? new Map<string, Queue<Item, Result>>()
    if (open.size > mostQueues) open.clear()
    const queue = open.get(key) ?? together(work)
    known.set(db, open.set(key, queue))
    return queue
  }
}
