import { emailAddress, isLanguage, isState, oneLine, states, type Language } from '#platform/text'
import { plainHeading, type ColumnName, type Columns } from './columns.rules.ts'
import type { CsvFault } from './csv.rules.ts'

/** What a row asks for: its person on the list, off it, or not to be written to because mail came back. */
export type Wants = 'on' | 'left' | 'bounced'

/** What a row says of a person, in our words. */
export type Facts = {
  firstName: string
  lastName: string
  organisation: string
  job: string
  state: string | null
  language: Language | null
  tags: string[]
  /** Moments as text (RFC 3339), since rows wait in the database. */
  joinedAt: string | null
  confirmedAt: string | null
  leftAt: string | null
  /** Where they said yes: an address of the network, a form. */
  from: string
}

export type RowFault = CsvFault | 'no-address' | 'not-an-address' | 'too-long'
export type ReadRow = { address: string; wants: Wants; facts: Facts } | { fault: RowFault }

const longest = { firstName: 80, lastName: 80, organisation: 160, job: 120 } as const
const mostTags = 50

type Cell = (name: ColumnName) => string

/** Reads a row by what its columns say. Only what no guess can mend is a fault; a state or a language nobody knows is left out. */
export function readRow(cells: string[], places: Partial<Record<ColumnName, number>>): ReadRow {
  const cell: Cell = (name) => oneLine((cells[places[name] ?? -1] ?? '').toWellFormed())
  const typed = cell('email').replace(/^mailto:/i, '')
  if (typed === '') return { fault: 'no-address' }
  const address = emailAddress(/<([^<>]+)>$/.exec(typed)?.[1] ?? typed)
  if (address === null) return { fault: 'not-an-address' }
  const facts = factsIn(cell)
  const isTooLong = Object.entries(longest).some(([name, most]) => facts[name as keyof typeof longest].length > most)
  return isTooLong ? { fault: 'too-long' } : { address, wants: wantsIn(cell), facts }
}

function factsIn(cell: Cell): Facts {
  const [first = '', ...rest] = cell('name').split(' ')
  return {
    firstName: cell('firstName') || first,
    lastName: cell('lastName') || rest.join(' '),
    organisation: cell('organisation'),
    job: cell('job'),
    state: stateIn(cell('state')),
    language: languageIn(cell('language')),
    tags: tagsIn(cell('tags')),
    joinedAt: momentIn(cell('joinedAt')),
    confirmedAt: momentIn(cell('confirmedAt')),
    leftAt: momentIn(cell('leftAt')) ?? momentIn(cell('cleanedAt')),
    from: cell('from').slice(0, 200),
  }
}

/** A row that says when its person left, or when mail to them came back, asks for no mail. */
const wantsIn = (cell: Cell): Wants => (cell('cleanedAt') ? 'bounced' : cell('leftAt') ? 'left' : 'on')

/** Where each column stands in the rows of this part. */
export const placesOf = (columns: Columns, heads: string[]): Partial<Record<ColumnName, number>> =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([name, heading]) => (heads.includes(heading) ? [[name, heads.indexOf(heading)]] : [])),
  )

const stateCodes = new Map(
  Object.entries(states).flatMap(([code, name]) => [
    [code.toLowerCase(), code],
    [plainHeading(name), code],
  ]),
)

function stateIn(text: string): string | null {
  const code = stateCodes.get(plainHeading(text)) ?? null
  return code !== null && isState(code) ? code : null
}

const languageWords: Record<string, Language> = { english: 'en', ingles: 'en', spanish: 'es', espanol: 'es', castellano: 'es' }

function languageIn(text: string): Language | null {
  const word = plainHeading(text)
  const tag = languageWords[word] ?? text.toLowerCase().split(/[-_]/)[0]
  return isLanguage(tag) ? tag : null
}

/** Mailchimp writes `"one","two"`, others part tags by a comma or a semicolon. */
function tagsIn(text: string): string[] {
  const tags = text
    .split(/[,;]|\s:::\s/)
    .map((tag) => tag.replaceAll('"', '').replace(/^\* /, '').trim().slice(0, 80).trim())
    .filter((tag) => tag !== '')
  return [...new Set(tags)].slice(0, mostTags)
}

const dayOrMoment = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*(Z|UTC|[+-]\d\d:?\d\d)?)?$/i
const americanDay = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d\d)(?::(\d\d))?)?$/

/** A moment in UTC, as Mailchimp writes it, or a day as people in the United States do; null for anything else. */
function momentIn(text: string): string | null {
  const two = (part: string | undefined) => (part ?? '0').padStart(2, '0')
  const [, month, day, year, ...hours] = americanDay.exec(text) ?? []
  const iso = year ? `${year}-${two(month)}-${two(day)} ${hours.map(two).join(':')}` : text
  const [, y, m, d, hour, minute, second, zone = 'Z'] = dayOrMoment.exec(iso) ?? []
  if (y === undefined) return null
  try {
    const offset = /^[+-]/.test(zone) ? zone : 'Z'
    return Temporal.Instant.from(`${y}-${m}-${d}T${two(hour)}:${two(minute)}:${two(second)}${offset}`).toString()
  } catch {
    return null
  }
}
