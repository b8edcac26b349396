import type { ReadyMail } from '#platform/mail'

/** Mails that are claimed and wait for a connection; those of their own go first. */
export type Backlog = {
  add: (mails: ReadyMail[]) => void
  next: () => ReadyMail | undefined
  singles: () => number
  size: () => number
  /** What came of it is kept, or it is not ours any more. */
  letGo: (mail: ReadyMail) => void
  /** The ids of all that wait, and of those that connections took and did not let go of. */
  holding: () => string[]
  /** Gives up all that wait. */
  clear: () => void
}

/** Whether readers of an edition want it still was asked when it came here: what has waited longer than that holds is given up, to be claimed anew. */
export function newBacklog(freshFor: number): Backlog {
  const since = new Map<string, number>()
  let singles: ReadyMail[] = []
  let bulk: ReadyMail[] = []

  function giveUp(mails: ReadyMail[]) {
    for (const { id } of mails) since.delete(id)
  }
  function nextOfBulk() {
    const [first] = bulk
    if (!first || performance.now() - (since.get(first.id) ?? 0) < freshFor) return bulk.shift()
    giveUp(bulk)
    bulk = []
    return undefined
  }
  return {
    add(mails) {
      for (const mail of mails) {
        since.set(mail.id, performance.now())
        const queue = mail.contentId === null ? singles : bulk
        queue.push(mail)
      }
    },
    next: () => singles.shift() ?? nextOfBulk(),
    singles: () => singles.length,
    size: () => singles.length + bulk.length,
    letGo: ({ id }) => void since.delete(id),
    holding: () => [...since.keys()],
    clear() {
      giveUp([...singles, ...bulk])
      singles = []
      bulk = []
    },
  }
}
