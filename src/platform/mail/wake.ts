const listeners = new Set<() => void>()

/** Tells this process's sender, if it has one, that mail waits. Others look by themselves every second. */
export function wakeSender() {
  for (const listener of listeners) listener()
}

export function onWake(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
