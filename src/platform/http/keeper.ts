import type { Keep } from './environment.ts'

/** An answer as it travels. */
export type Copy = { status: number; headers: Record<string, string>; body: Uint8Array<ArrayBuffer> | null }

/** A page with the headers of all its copies; a copy for each encoding is made when it is first asked for. */
export type KeptPage = { html: string; headers: Record<string, string>; copies: Map<string, Copy>; until: number; tables: string[] }

/**
 * What one process remembers of the database: rendered pages for strangers, and small values such as the network.
 * It forgets exactly when a table that something was made from changes, and keeps nothing while it cannot hear of changes.
 */
export type Keeper = {
  findPage: (key: string, now: Temporal.Instant) => KeptPage | undefined
  /** `since` is the `moment` taken before the page's data was read: a change in between makes the page stale before it is kept. */
  keepPage: (key: string, page: Pick<KeptPage, 'html' | 'headers' | 'copies'>, keep: Keep, since: number) => void
  value: <T>(name: string, wanted: { keep: Keep; now: Temporal.Instant }, load: () => Promise<T>) => Promise<T>
  moment: () => number
  forget: (table: string) => void
  listen: (hears: boolean) => void
  /** Who else is to hear of changes. */
  watch: (watcher: Watcher) => void
  /** This process takes leave. */
  end: () => void
}

/** `null`: anything may have changed while nobody heard. */
export type Watcher = { changed: (table: string | null) => void; ended: () => void }

const mostPages = 500
const mostValues = 2000
/** Addresses with long queries are made up by robots more often than asked twice. */
const longestKey = 120

export function newKeeper(): Keeper {
  const memory = newMemory()
  const watchers: Watcher[] = []
  return {
    ...memory,
    forget(table) {
      memory.forget(table)
      for (const watcher of watchers) watcher.changed(table)
    },
    listen(hears) {
      memory.listen(hears)
      if (hears) for (const watcher of watchers) watcher.changed(null)
    },
    watch: (watcher) => void watchers.push(watcher),
    end() {
      for (const watcher of watchers) watcher.ended()
    },
  }
}

function newMemory(): Omit<Keeper, 'watch' | 'end'> {
  const pages = new Map<string, KeptPage>()
  const values = new Map<string, { tables: string[]; until: number; value: Promise<unknown> }>()
  const changedAt = new Map<string, number>()
  let moment = 1
  let hearing = false
  let heardSince = 0

  return {
    findPage: (key, now) => fresh(pages, key, now.epochMilliseconds),
    keepPage(key, page, keep, since) {
      const tables = ['network', ...keep.tables]
      const isStale = !hearing || since < heardSince || tables.some((table) => (changedAt.get(table) ?? 0) > since)
      if (isStale || key.length > longestKey) return
      if (pages.size >= mostPages) pages.delete(pages.keys().next().value ?? '')
      pages.set(key, { ...page, tables, until: endOf(keep) })
    },
    value<T>(name: string, { keep, now }: { keep: Keep; now: Temporal.Instant }, load: () => Promise<T>) {
      const kept = values.get(name)
      if (kept && now.epochMilliseconds < kept.until) return kept.value as Promise<T>
      const value = load()
      if (values.size >= mostValues) values.delete(values.keys().next().value ?? '')
      if (hearing) values.set(name, { tables: keep.tables, until: endOf(keep), value })
      value.catch(() => values.delete(name))
      return value
    },
    moment: () => moment,
    forget(table) {
      changedAt.set(table, ++moment)
      for (const [key, page] of pages) if (page.tables.includes(table)) pages.delete(key)
      for (const [name, kept] of values) if (kept.tables.includes(table)) values.delete(name)
    },
    listen(hears) {
      hearing = hears
      heardSince = ++moment
      pages.clear()
      values.clear()
    },
  }
}

const endOf = ({ until }: Keep) => until?.epochMilliseconds ?? Number.POSITIVE_INFINITY

function fresh(pages: Map<string, KeptPage>, key: string, now: number) {
  const page = pages.get(key)
  if (page && now >= page.until) pages.delete(key)
  return page && now < page.until ? page : undefined
}
