import { emailAddress } from '#platform/text'
import type { Match } from './match.rules.ts'

/** What a steward says of the lines of a report, by their places: a person's id, 'new', or '' for nobody; or the address of somebody. */
export type Said = { choices: Record<string, string>; addresses: Record<string, string> }

export type Unclear = { place: number; problem: 'choose-again' | 'unknown-address' | 'bad-address' }

type Row = { place: number; email: string | null }

/** Who stands in each line; whom to begin; and where the steward has to say it once more. */
export function whoIs<R extends Row>(matched: { row: R; match: Match }[], { choices, addresses }: Said, byAddress: Map<string, string>) {
  const who = new Map<number, string>()
  const begin: R[] = []
  const unclear: Unclear[] = []
  for (const { row, match } of matched) {
    const typed = addresses[row.place]?.trim() ?? ''
    const said = typed ? ofAddress(typed, byAddress) : ofChoice(choices[row.place], { row, match })
    if (said === 'new') begin.push(row)
    else if ('problem' in said) unclear.push({ place: row.place, ...said })
    else if (said.id) who.set(row.place, said.id)
  }
  return { who, begin, unclear }
}

type One = 'new' | { id: string | null } | Pick<Unclear, 'problem'>

function ofAddress(typed: string, byAddress: Map<string, string>): One {
  const email = emailAddress(typed)
  if (!email) return { problem: 'bad-address' }
  const id = byAddress.get(email)
  return id ? { id } : { problem: 'unknown-address' }
}

function ofChoice(choice: string | undefined, { row, match }: { row: Row; match: Match }): One {
  if (match.by === 'address') return { id: match.person.id }
  if (choice === undefined || choice === '') return { id: null }
  if (choice === 'new' && row.email) return 'new'
  const offered = match.by ? [match.person] : match.candidates
  return offered.some(({ id }) => id === choice) ? { id: choice } : { problem: 'choose-again' }
}
