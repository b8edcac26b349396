/** One word of a record (RFC 7208, section 4.6.1). */
export type Term = { name: string; qualifier: string; value: string; /** Behind the name and its value: "/24". */ prefix: string }

export const isSpf = (text: string): boolean => /^v=spf1( |$)/i.test(text)

const mechanism =
  /^(?<qualifier>[+?~-]?)(?<name>all|include|a|mx|ptr|ip4|ip6|exists)(?::(?<value>[^/]+))?(?<prefix>(?:\/\d+)?(?:\/\/\d+)?)$/i
const modifier = /^(?<name>[a-z][\w.-]*)=(?<value>.*)$/i
const needsValue = new Set(['include', 'ip4', 'ip6', 'exists'])

/** Those that cost a question to DNS, of which ten are allowed. */
export const asksDns = ({ name }: Term): boolean => ['include', 'a', 'mx', 'ptr', 'exists', 'redirect'].includes(name)

/** The terms of a record in their order; null where it is none, or one of them is no word of SPF. */
export function readSpf(text: string): Term[] | null {
  if (!isSpf(text)) return null
  const terms = text.trim().split(/ +/).slice(1).map(readTerm)
  return terms.includes(null) ? null : terms.flatMap((term) => term ?? [])
}

function readTerm(word: string): Term | null {
  const found = modifier.exec(word)?.groups ?? mechanism.exec(word)?.groups
  if (!found) return null
  const { name, value, ...more } = { qualifier: '', name: '', value: '', prefix: '', ...present(found) }
  if (needsValue.has(name.toLowerCase()) && value === '') return null
  return { name: name.toLowerCase(), value, prefix: more.prefix, qualifier: more.qualifier || '+' }
}

const present = (groups: Record<string, string>) =>
  Object.fromEntries(Object.entries(groups).filter(([, value]) => value as string | undefined)) as Partial<Term>

/** How the record ends: what becomes of servers that it does not name. */
export function endOf(terms: Term[]): string | null {
  const all = terms.find(({ name }) => name === 'all')
  if (all) return all.qualifier
  return terms.some(({ name }) => name === 'redirect') ? 'redirect' : null
}
