/** Somebody the community knows. */
export type Known = { id: string; email: string; name: string; /** They answered this event. */ answered: boolean }

/** Who a participant is: sure by the address, likely by the name, or open, with those it may be. */
export type Match = { by: 'address' | 'name'; person: Known } | { by: null; candidates: Known[] }

const most = 8

/** The spellings under which a name is looked up: in any order, without accents and capitals, as shown and as it was first given. */
export function nameKeys(name: string): string[] {
  const [, shown = name, original = ''] = /^([^(]*)\(([^)]*)\)/.exec(name) ?? []
  const beforeSign = shown.split(/\s[-–—|/]\s|\||,\s(?=\p{L}+\s\p{L})/u)[0] ?? ''
  return [...new Set([shown, original, beforeSign].map(keyOf).filter(Boolean))]
}

const keyOf = (name: string) => tokensOf(name).toSorted().join(' ')

const tokensOf = (name: string): string[] =>
  name
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** By address first, then by a name that one person alone has: among those who answered the event, then among everybody. */
export function matchOf({ name, email }: { name: string; email: string | null }, known: Known[]): Match {
  const byAddress = known.find((person) => person.email === email)
  if (byAddress) return { by: 'address', person: byAddress }
  const keys = nameKeys(name)
  const namesakes = known.filter((person) => keys.includes(keyOf(person.name)))
  const answered = namesakes.filter((person) => person.answered)
  const likely = answered.length > 0 ? answered : namesakes
  const [only, another] = likely
  // A first name alone is not enough to say who somebody is.
  if (only && !another && keyOf(only.name).includes(' ')) return { by: 'name', person: only }
  return { by: null, candidates: (likely.length > 0 ? likely : sharing(keys, known)).slice(0, most) }
}

/** Who answered and has one of these words in their name, where the report says one word alone. */
const sharing = (keys: string[], known: Known[]) =>
  known.filter((person) => person.answered && tokensOf(person.name).some((token) => keys.includes(token)))
