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

export function newBacklog(): Backlog {
  const held = new Set<string>()
  let singles: ReadyMail[] = []
  let bulk: ReadyMail[] = []
  return {
    add(mails) {
      for (const mail of mails) {
        held.add(mail.id)
        const queue = mail.contentId === null ? singles : bulk
        queue.push(mail)
      }
    },
    next: () => singles.shift() ?? bulk.shift(),
    singles: () => singles.length,
    size: () => singles.length + bulk.length,
    letGo: ({ id }) => void held.delete(id),
    holding: () => [...held],
    clear() {
      for (const { id } of [...singles, ...bulk]) held.delete(id)
      singles = []
      bulk = []
    },
  }
}
