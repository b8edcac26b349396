import { stringify } from 'csv-stringify/sync'
import type { Db } from '#database'
import { listExportedPeople, type ExportedPerson } from './export.data.ts'

const onePiece = 2_000
const noId = '00000000-0000-0000-0000-000000000000'

export type Whose = { networkId: string; listId: string | null }

async function* peopleOf(db: Db, whose: Whose): AsyncGenerator<ExportedPerson[]> {
  for (let after = noId; ;) {
    const people = await listExportedPeople(db, whose, { after, limit: onePiece })
    const last = people.at(-1)
    if (!last) return
    yield people
    after = last.id
  }
}

/** The headings that Mailchimp knows, so that the file can be brought there as it is, and what else is known beside them. */
const heads = [
  'Email Address',
  'First Name',
  'Last Name',
  'Organization',
  'Role',
  'State',
  'Language',
  'TAGS',
  'STATUS',
  'OPTIN_TIME',
  'CONFIRM_TIME',
  'UNSUB_TIME',
  'CLEAN_TIME',
  'CONSENT_WORDING',
  'CONSENT_SOURCE',
]

const options = { escape_formulas: true, record_delimiter: 'windows' } as const

/** People as a table, with how they stand and by what consent. */
export async function* peopleTable(db: Db, whose: Whose): AsyncGenerator<string> {
  yield stringify([heads], { ...options, bom: true })
  for await (const people of peopleOf(db, whose)) yield stringify(people.map(rowOf), options)
}

const rowOf = (person: ExportedPerson) => [
  person.email,
  person.firstName,
  person.lastName,
  person.organisation,
  person.job,
  person.state,
  person.language,
  person.tags.map((tag) => `"${tag.replaceAll('"', '')}"`).join(','),
  person.standing,
  ...[person.givenAt, person.confirmedAt, person.leftAt, person.cleanedAt].map(momentOf),
  person.wording,
  person.source,
]

/** In UTC, as Mailchimp writes it. */
const momentOf = (at: Temporal.Instant | null) => (at ? at.toString({ smallestUnit: 'second' }).replace('T', ' ').replace('Z', '') : '')

/** People as address cards (vCard 3.0, RFC 2426). Cards say nothing of leaving, so whoever left or bounced has none. */
export async function* peopleCards(db: Db, whose: Whose): AsyncGenerator<string> {
  for await (const people of peopleOf(db, whose))
    yield people
      .filter(({ standing }) => standing !== 'unsubscribed' && standing !== 'cleaned')
      .map(cardOf)
      .join('')
}

function cardOf({ email, firstName, lastName, organisation, job, state, tags }: ExportedPerson): string {
  const name = `${firstName} ${lastName}`.trim() || email
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${escaped(lastName)};${escaped(firstName)};;;`,
    `FN:${escaped(name)}`,
    `EMAIL;TYPE=INTERNET:${email}`,
    organisation && `ORG:${escaped(organisation)}`,
    job && `TITLE:${escaped(job)}`,
    state && `ADR;TYPE=WORK:;;;;${escaped(state)};;`,
    tags.length > 0 && `CATEGORIES:${tags.map(escaped).join(',')}`,
    'END:VCARD',
  ]
  return lines.flatMap((line) => (line ? [`${folded(line)}\r\n`] : [])).join('')
}

const escaped = (text: string) => text.replace(/[\\;,]/g, String.raw`\$&`).replace(/[\r\n]+/g, String.raw`\n`)

/** A line is at most 75 bytes long (RFC 2426, section 2.6), and is never cut through a letter. */
function folded(line: string): string {
  const lines = ['']
  for (const letter of line) {
    const open = lines.at(-1) ?? ''
    if (Buffer.byteLength(open + letter) > 74) lines.push(letter)
    else lines[lines.length - 1] = open + letter
  }
  return lines.join('\r\n ')
}
