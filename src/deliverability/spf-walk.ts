import type { Dns } from './dns.ts'
import { isWithin } from './network.rules.ts'
import { asksDns, isSpf, readSpf, type Term } from './spf.rules.ts'

/** As many questions to DNS as a receiver asks for one record (RFC 7208, section 4.6.4). */
export const mostLookups = 10

export type Walked = { lookups: number; names: boolean }

type Walking = { domain: string; terms: Term[]; /** Of the server that is looked for among the named. */ addresses: string[] }

/** Follows a record into those that it includes, as a receiving server does, and counts the questions. */
export async function walk(dns: Dns, { domain, terms, addresses }: Walking): Promise<Walked> {
  const walked: Walked = { lookups: 0, names: false }
  for (const term of terms) {
    if (walked.lookups > mostLookups) break
    if (asksDns(term)) walked.lookups++
    const { lookups, names } = leadsOn(term)
      ? await walkInto(limited(dns, mostLookups - walked.lookups + 1), term.value, addresses)
      : { lookups: 0, names: term.qualifier === '+' && (await matches(dns, domain, { term, addresses })) }
    walked.lookups += lookups
    walked.names ||= names
  }
  return walked
}

const leadsOn = ({ name }: Term) => name === 'include' || name === 'redirect'

/** Macros (RFC 7208, section 7) differ from mail to mail; nothing is asked for them here. */
const isName = (name: string) => /^[a-z0-9._-]{1,253}$/i.test(name)

async function walkInto(dns: Dns, domain: string, addresses: string[]): Promise<Walked> {
  const texts = isName(domain) ? await dns.texts(domain) : []
  const terms = readSpf((texts ?? []).find(isSpf) ?? '')
  return terms ? walk(dns, { domain, terms, addresses }) : { lookups: 0, names: false }
}

/** Answers so many more questions and no further: a record that includes itself comes to an end. */
function limited(dns: Dns, budget: number): Dns {
  let left = budget
  return { ...dns, texts: (name) => (left-- > 0 ? dns.texts(name) : Promise.resolve(null)) }
}

async function matches(dns: Dns, domain: string, { term, addresses }: { term: Term; addresses: string[] }): Promise<boolean> {
  const { name, value, prefix } = term
  if (name === 'ip4' || name === 'ip6') return isWithin(value, prefix, addresses)
  if (addresses.length === 0 || !['a', 'mx'].includes(name) || !isName(value || domain)) return false
  const found = await Promise.all((await hostsOf(dns, name, value || domain)).map((host) => dns.addresses(host)))
  return found.some((theirs) => theirs?.some((address) => addresses.includes(address)))
}

const hostsOf = async (dns: Dns, name: string, domain: string): Promise<string[]> =>
  name === 'a' ? [domain] : ((await dns.exchanges(domain)) ?? []).filter(isName).slice(0, mostLookups)
