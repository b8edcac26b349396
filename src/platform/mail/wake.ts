const listeners = new Set<() => void>()

/** Mail that is queued within this time is fetched together: under a rush the sender would ask for each one by itself. */
const gathering = 50
let isWaking = false

/** Tells this process's sender, if it has one, that mail waits. Others are told of editions by the database, and look by themselves every second. */
export function wakeSender() {
  if (isWaking || listeners.size === 0) return
  isWaking = true
  setTimeout(() => {
    isWaking = false
    for (const listener of listeners) listener()
  }, gathering).unref()
}

export function onWake(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
