import { isIP, isIPv6 } from 'node:net'
import type { Dns } from './dns.ts'
import { advice, good, unknown, wrong, type DnsRecord, type Finding } from './finding.rules.ts'
import { mostLookups, walk } from './spf-walk.ts'
import { endOf, isSpf, readSpf, type Term } from './spf.rules.ts'

type Asked = { domain: string; /** The SMTP server, which may be the one whose address receivers see. */ host: string | null }

/** Whether the domain says who may send for it (RFC 7208), and whether our mail server is among them. */
export async function checkSpf(dns: Dns, { domain, host }: Asked): Promise<Finding> {
  const texts = await dns.texts(domain)
  if (texts === null) return unknown('spf', 'no-answer', { name: domain })
  const [text, ...others] = texts.filter(isSpf)
  if (text === undefined) return wrong('spf', 'spf-none', { domain }, firstRecord(domain, host))
  if (others.length > 0) return wrong('spf', 'spf-several', { domain, number: String(others.length + 1) })
  const terms = readSpf(text)
  return terms ? judge(dns, { domain, host, text, terms }) : wrong('spf', 'spf-syntax', { domain, text })
}

const firstRecord = (domain: string, host: string | null): DnsRecord => ({
  name: domain,
  type: 'TXT',
  value: ['v=spf1', 'mx', ...(host ? [naming(host)] : []), '~all'].join(' '),
})

const naming = (host: string) => (isIP(host) ? `ip${isIPv6(host) ? 6 : 4}:${host}` : `a:${host}`)

async function judge(dns: Dns, { domain, host, text, terms }: Asked & { text: string; terms: Term[] }): Promise<Finding> {
  const addresses = host === null ? [] : await addressesOf(dns, host)
  const { lookups, names } = await walk(dns, { domain, terms, addresses })
  if (lookups > mostLookups) return wrong('spf', 'spf-lookups', { domain })
  const fault = faultOfEnd(endOf(terms), { domain, text })
  if (fault) return fault
  if (names || host === null || addresses.length === 0) return good('spf', 'spf-good', { text })
  return advice('spf', 'spf-not-server', { host }, { name: domain, type: 'TXT', value: text.replace(/^v=spf1/i, `v=spf1 ${naming(host)}`) })
}

const addressesOf = async (dns: Dns, host: string) => (isIP(host) ? [host] : ((await dns.addresses(host)) ?? []))

function faultOfEnd(end: string | null, { domain, text }: { domain: string; text: string }): Finding | null {
  if (end === '+' || end === '?') return wrong('spf', 'spf-open', { domain, text })
  return end === null ? advice('spf', 'spf-endless', { domain }, { name: domain, type: 'TXT', value: `${text} ~all` }) : null
}
