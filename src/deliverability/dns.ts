import { Resolver } from 'node:dns/promises'

/** What DNS says. An empty list: there is nothing. Null: nobody answered. */
export type Dns = {
  texts: (name: string) => Promise<string[] | null>
  exchanges: (name: string) => Promise<string[] | null>
  addresses: (name: string) => Promise<string[] | null>
  /** The names of an address. */
  names: (address: string) => Promise<string[] | null>
}

/** Asks the machine's own resolver, and waits some seconds at most. */
export function systemDns(patience = 4000): Dns {
  const resolver = () => new Resolver({ timeout: patience / 2, tries: 2 })
  return {
    texts: (name) => answer(resolver().resolveTxt(name), (rows) => rows.map((pieces) => pieces.join(''))),
    exchanges: (name) => answer(resolver().resolveMx(name), (rows) => rows.map(({ exchange }) => exchange)),
    async addresses(name) {
      const four = await answer(resolver().resolve4(name), (rows) => rows)
      const six = await answer(resolver().resolve6(name), (rows) => rows)
      return four === null && six === null ? null : [...(four ?? []), ...(six ?? [])]
    },
    names: (address) => answer(resolver().reverse(address), (rows) => rows),
  }
}

const nothing = new Set(['ENODATA', 'ENOTFOUND', 'NXDOMAIN'])

async function answer<T>(asked: Promise<T>, read: (found: T) => string[]): Promise<string[] | null> {
  try {
    return read(await asked)
  } catch (error) {
    return nothing.has((error as NodeJS.ErrnoException).code ?? '') ? [] : null
  }
}
