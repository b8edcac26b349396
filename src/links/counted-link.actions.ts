import { newId, type Db, type Tx } from '#database'
import { mayTry, networkOf, readSigned, sign, type Here } from '#platform/http'
import { countClick, findCountedLink, saveCountedLinks } from './counted-link.data.ts'
import { addressesIn, isFollowed, withCounters } from './counted-link.rules.ts'
import { paths } from './links.paths.ts'

type Counting = { network: Pick<Here, 'id' | 'secret'>; baseUrl: string }

/** A mail whose links pass by a counter of ours; `keep` saves the counters once the mail's content has its row. */
export type Counted = { html: string; keep: (tx: Tx, contentId: string) => Promise<unknown> }

/** One counter for each link, the same for all readers: it can tell how many followed it, and nothing of who. */
export function countedLinks(html: string, { network, baseUrl }: Counting): Counted {
  const links = addressesIn(html)
    .filter((address) => address.length <= 2000)
    .map((address) => ({ id: newId(), address }))
  const counters = new Map(links.map(({ id, address }) => [address, baseUrl + paths.counted(sign(network.secret, 'link', id))]))
  return {
    html: withCounters(html, counters),
    keep: (tx, contentId) =>
      saveCountedLinks(
        tx,
        links.map((link) => ({ ...link, contentId, networkId: network.id, clicks: 0 })),
      ),
  }
}

export type Follow = { token: string; clientAddress: string; method: string; purpose: string }

const window = Temporal.Duration.from({ hours: 1 })

/**
 * Where a counted link leads; null when it is none of ours. It is counted once an hour for each household or office,
 * since mail gateways open every link of every mail, and no trace of who asked is kept with it.
 */
export async function follow(
  db: Db,
  network: Here,
  { token, clientAddress, method, purpose }: Follow,
  now: Temporal.Instant,
): Promise<string | null> {
  const id = readSigned(network.secret, 'link', token)
  const link = id && /^[0-9a-f-]{36}$/.test(id) ? await findCountedLink(db, network.id, id) : undefined
  if (!link || !id) return null
  if (isFollowed(method, purpose) && (await mayTry(db, { name: `link ${id}`, tries: 1, window }, networkOf(clientAddress), now)))
    await countClick(db, id)
  return link.address
}
