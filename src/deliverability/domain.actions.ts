import { isIP } from 'node:net'
import type { Dns } from './dns.ts'
import { advice, good, unknown, wrong, type DnsRecord, type Finding } from './finding.rules.ts'
import { isPrivate } from './network.rules.ts'

/** What receivers are to do with mail that is not ours (RFC 7489): asked at the domain, then at those above it. */
export async function checkDmarc(dns: Dns, domain: string, contact: string): Promise<Finding> {
  const record: DnsRecord = { name: `_dmarc.${domain}`, type: 'TXT', value: `v=DMARC1; p=none; rua=mailto:${contact}` }
  for (const place of placesAbove(domain)) {
    const texts = await dns.texts(`_dmarc.${place}`)
    if (texts === null) return unknown('dmarc', 'no-answer', { name: `_dmarc.${place}` })
    const found = texts.filter((text) => /^v=DMARC1\s*(;|$)/i.test(text))
    if (found.length > 1) return wrong('dmarc', 'dmarc-several', { name: `_dmarc.${place}`, number: String(found.length) })
    const [text] = found
    if (text !== undefined) return judgePolicy(text, place === domain ? 'p' : 'sp', record)
  }
  return wrong('dmarc', 'dmarc-none', { domain }, record)
}

/** The domain itself and those above it, down to two names. */
function placesAbove(domain: string): string[] {
  const names = domain.split('.')
  return names
    .map((_, place) => names.slice(place).join('.'))
    .filter((place) => place.includes('.'))
    .slice(0, 5)
}

function judgePolicy(text: string, tag: 'p' | 'sp', record: DnsRecord): Finding {
  const tags = new Map(
    text.split(';').map((part) => {
      const [name = '', value = ''] = part.split('=')
      return [name.trim().toLowerCase(), value.trim().toLowerCase()] as const
    }),
  )
  const policy = tags.get(tag) ?? tags.get('p') ?? ''
  if (!['none', 'quarantine', 'reject'].includes(policy)) return wrong('dmarc', 'dmarc-policy', { text }, record)
  const stricter = { ...record, value: text.replace(/\bp\s*=\s*none/i, 'p=quarantine') }
  return policy === 'none' ? advice('dmarc', 'dmarc-watching', { text }, stricter) : good('dmarc', 'dmarc-good', { text })
}

/** Whether answers, and bounces where we take them, find a way back. */
export async function checkMx(dns: Dns, domain: string): Promise<Finding> {
  const exchanges = await dns.exchanges(domain)
  if (exchanges === null) return unknown('mx', 'no-answer', { name: domain })
  if (exchanges.length === 0) return wrong('mx', 'mx-none', { domain }, { name: domain, type: 'MX', value: `10 ${domain}` })
  return exchanges.every((exchange) => exchange === '' || exchange === '.')
    ? wrong('mx', 'mx-null', { domain })
    : good('mx', 'mx-good', { exchanges: exchanges.slice(0, 5).join(', ') })
}

/** Whether the mail server's address has a name, and the name that address: many receivers turn away what has none. */
export async function checkReverse(dns: Dns, host: string): Promise<Finding> {
  const [address] = isIP(host) ? [host] : ((await dns.addresses(host)) ?? [])
  if (address === undefined) return unknown('reverse', 'no-answer', { name: host })
  if (isPrivate(address)) return unknown('reverse', 'reverse-private', { host })
  const names = await dns.names(address)
  if (names === null) return unknown('reverse', 'no-answer', { name: address })
  return judgeName(dns, { address, host, name: names[0] })
}

async function judgeName(dns: Dns, { address, host, name }: { address: string; host: string; name: string | undefined }): Promise<Finding> {
  const record: DnsRecord = { name: address, type: 'PTR', value: host }
  if (name === undefined) return advice('reverse', 'reverse-none', { address }, record)
  const back = (await dns.addresses(name)) ?? []
  return back.includes(address)
    ? good('reverse', 'reverse-good', { address, name })
    : advice('reverse', 'reverse-other', { address, name }, record)
}

/** A key by which our mail is signed, and what DNS is to hold of it. */
export type DkimRecord = { name: string; value: string }

/** Whether the public half of each key stands where receivers look for it. Without keys of ours the mail server signs, or nobody. */
export async function checkDkim(dns: Dns, records: DkimRecord[]): Promise<Finding[]> {
  if (records.length === 0) return [unknown('dkim', 'dkim-elsewhere')]
  return Promise.all(
    records.map(async ({ name, value }) => {
      const texts = await dns.texts(name)
      if (texts === null) return unknown('dkim', 'no-answer', { name })
      const isThere = texts.some((text) => keyIn(text) !== '' && keyIn(text) === keyIn(value))
      return isThere ? good('dkim', 'dkim-good', { name }) : wrong('dkim', 'dkim-missing', { name }, { name, type: 'TXT', value })
    }),
  )
}

const keyIn = (text: string) => (/(?:^|;)\s*p=([^;]*)/.exec(text)?.[1] ?? '').replaceAll(/\s/g, '')
