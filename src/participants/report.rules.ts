import { columnsOf, serviceOf, type Column, type Columns, type Service } from './headings.rules.ts'
import { nameKeys } from './match.rules.ts'
import { covered, momentOf, secondsOf, type Spell } from './spell.rules.ts'

/** Somebody as a report tells of them, all their times in the call together. */
export type Participant = { name: string; email: string | null; minutes: number; visits: number }

export type Report = { service: Service; participants: Participant[] }

/** A line of the report; the clean forms of its words are given by who reads it. */
export type Cleaner = { line: (text: string) => string; email: (text: string) => string | null }

type Visit = { name: string; email: string | null; seconds: number | null; spell: Spell | null }

type ReadTable = { service: Service; columns: Columns; rows: string[][] }

/** Reads the rows of a report: what stands above, between and below its tables is passed over. Null when none is recognised. */
export function readReport(rows: string[][], clean: Cleaner): Report | null {
  const tables = tablesIn(rows)
  const [first] = tables
  if (!first) return null
  // Teams tells of each person once more below, visit by visit.
  const counted = first.service === 'teams' ? [first] : tables
  const visits = counted.flatMap((table) => (table.columns.action === undefined ? visitsIn(table, clean) : visitsByAction(table, clean)))
  return { service: first.service, participants: together(visits) }
}

function tablesIn(rows: string[][]): ReadTable[] {
  const tables: ReadTable[] = []
  for (const cells of rows) {
    const columns = columnsOf(cells)
    if (columns) tables.push({ service: serviceOf(cells), columns, rows: [] })
    else if (cells.filter((cell) => cell.trim() !== '').length > 1) tables.at(-1)?.rows.push(cells)
  }
  return tables
}

const said = ({ columns }: ReadTable, cells: string[], column: Column) => cells[columns[column] ?? -1] ?? ''

const saysNo = /^(?:no|n|non|n[aã]o|nein|false)$/i

function visitsIn(table: ReadTable, clean: Cleaner): Visit[] {
  return table.rows.flatMap((cells) => {
    const who = whoIn(table, cells, clean)
    const [from, to] = [momentOf(said(table, cells, 'join')), momentOf(said(table, cells, 'leave'))]
    const spell = from !== null && to !== null && to >= from ? { from, to } : null
    const seconds = secondsOf(said(table, cells, 'duration'))
    const wasThere = (seconds !== null || from !== null) && !saysNo.test(said(table, cells, 'attended').trim())
    return wasThere && who ? [{ ...who, seconds, spell }] : []
  })
}

function whoIn(table: ReadTable, cells: string[], clean: Cleaner) {
  const name = clean.line(fullName(table, cells)).slice(0, 200)
  const email = clean.email(said(table, cells, 'email'))
  return name === '' && email === null ? null : { name, email }
}

function fullName(table: ReadTable, cells: string[]): string {
  const [first, last, name] = (['firstName', 'lastName', 'name'] as const).map((column) => said(table, cells, column).trim())
  if (!first || last) return last ? `${first} ${last}`.trim() : (name ?? '')
  return name?.toLowerCase().includes(first.toLowerCase()) ? name : `${first} ${name}`.trim()
}

/** Teams while the call lasts: one line when somebody joins, the next when they leave. Who has not left stayed to the last line. */
function visitsByAction(table: ReadTable, clean: Cleaner): Visit[] {
  const lines = table.rows.flatMap((cells) => {
    const [who, at] = [whoIn(table, cells, clean), momentOf(said(table, cells, 'moment'))]
    return who && at !== null ? [{ who, at }] : []
  })
  const end = Math.max(...lines.map(({ at }) => at))
  const byName = Map.groupBy(lines, ({ who }) => who.email ?? who.name)
  return [...byName.values()].flatMap((mine) => {
    const times = mine.toSorted((one, other) => one.at - other.at)
    return times
      .filter((_, place) => place % 2 === 0)
      .map(({ who, at }, place) => ({ ...who, seconds: null, spell: { from: at, to: times[place * 2 + 1]?.at ?? end } }))
  })
}

/** One participant for each address, or each name where there is none; a name that one address alone has goes with it. */
function together(visits: Visit[]): Participant[] {
  const keyOf = (name: string) => nameKeys(name)[0] ?? name
  const withAddress = Map.groupBy(
    visits.filter(({ email }) => email !== null),
    ({ name }) => keyOf(name),
  )
  const addressOf = (name: string) => {
    const found = new Set(withAddress.get(keyOf(name))?.map(({ email }) => email))
    return found.size === 1 ? [...found][0] : null
  }
  const groups = Map.groupBy(visits, ({ name, email }) => email ?? addressOf(name) ?? `name ${keyOf(name)}`)
  return [...groups.values()].map(participantOf)
}

function participantOf(visits: Visit[]): Participant {
  const [first] = visits
  const spells = visits.flatMap(({ spell }) => spell ?? [])
  const all = visits.reduce((sum, { seconds, spell }) => sum + (seconds ?? (spell ? spell.to - spell.from : 0)), 0)
  const seconds = spells.length === visits.length ? Math.min(all, covered(spells)) : all
  return {
    name: visits.find(({ name }) => name !== '')?.name ?? '',
    email: visits.find(({ email }) => email !== null)?.email ?? null,
    minutes: Math.round((first ? seconds : 0) / 60),
    visits: visits.length,
  }
}
