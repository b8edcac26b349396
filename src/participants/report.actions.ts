import { createHash } from 'node:crypto'
import { saveStays } from '#attendance'
import { transaction, type Db, type Tx } from '#database'
import { isAfter, type Event } from '#events'
import { readings } from '#imports'
import { findOrBeginPerson, listPeopleByEmail } from '#people'
import { decodedText, emailAddress, oneLine } from '#platform/text'
import { matchOf, nameKeys, type Match } from './match.rules.ts'
import {
  findReport,
  listKnown,
  listRows,
  listStays,
  lockEventOf,
  removeReport,
  saveReport,
  saveTaken,
  type ParticipantReport,
  type ParticipantRow,
} from './report.data.ts'
import { readReport, type Report } from './report.rules.ts'
import { whoIs, type Said, type Unclear } from './said.rules.ts'

type Now = Temporal.Instant

const mostParticipants = 3000

export type ReportRefusal = 'no-file' | 'not-begun' | 'not-a-report' | 'nobody' | 'too-many'

type Brought = { event: Event; file: { name: string; bytes: Uint8Array } | null; by: string }

/** Reads a report, and says under which id it can be looked at. Nobody was there by that; the same report is kept once. */
export async function bringReport(db: Db, { event, file, by }: Brought, now: Now): Promise<{ id: string } | { refused: ReportRefusal }> {
  if (!file) return { refused: 'no-file' }
  if (event.startsAt === null || isAfter(event.startsAt, now)) return { refused: 'not-begun' }
  const report = reportIn(file.bytes)
  if (!report) return { refused: 'not-a-report' }
  if (report.participants.length === 0) return { refused: 'nobody' }
  if (report.participants.length > mostParticipants) return { refused: 'too-many' }
  const { service, participants } = report
  const kept = { eventId: event.id, service, fileName: oneLine(file.name).slice(0, 200), fingerprint: fingerprintOf(report) }
  return { id: await transaction(db, (tx) => saveReport(tx, { ...kept, broughtBy: by, broughtAt: now, takenAt: null }, participants)) }
}

/** Whatever stands between its cells: a comma, a tab, a semicolon. */
function reportIn(bytes: Uint8Array): Report | null {
  const text = decodedText(bytes)
  const reports = readings(text, [',', '\t', ';']).map((rows) =>
    readReport(
      rows.map(({ cells }) => cells),
      { line: oneLine, email: emailAddress },
    ),
  )
  return reports.find((report) => report && report.participants.length > 0) ?? reports.find((report) => report !== null) ?? null
}

function fingerprintOf({ participants }: Report): string {
  const lines = participants.map(({ name, email, minutes, visits }) => JSON.stringify([name, email, minutes, visits])).toSorted()
  return createHash('sha256').update(lines.join('\n')).digest('base64url')
}

export type Matched = { row: ParticipantRow; match: Match }

/** Each line of a report that was not taken yet, with who it may be. */
export async function matchReport(db: Db, { id, eventId }: Pick<ParticipantReport, 'id' | 'eventId'>): Promise<Matched[]> {
  const rows = await listRows(db, id)
  const emails = rows.flatMap(({ email }) => email ?? [])
  const known = await listKnown(db, eventId, { emails, keys: [...new Set(rows.flatMap(({ name }) => nameKeys(name)))] })
  return rows.map((row) => ({ row, match: matchOf(row, known) }))
}

export type Taken = { taken: number } | { refused: 'gone' } | { unclear: Unclear[] }

/** Notes that these people were there, as the steward says who they are. Taken twice, it is taken once. */
export const takeReport = (
  db: Db,
  { event, id, by, said }: { event: Event; id: string; by: string; said: Said },
  now: Now,
): Promise<Taken> =>
  transaction(db, async (tx) => {
    await lockEventOf(tx, event.id)
    const report = await findReport(tx, event.id, id)
    if (!report) return { refused: 'gone' }
    if (report.takenAt) return { taken: 0 }
    const matched = await matchReport(tx, report)
    const meant = Object.values(said.addresses).flatMap((typed) => emailAddress(typed) ?? [])
    const { who, begin, unclear } = whoIs(
      matched,
      said,
      new Map((await listPeopleByEmail(tx, meant)).map(({ email, id: one }) => [email, one])),
    )
    if (unclear.length > 0) return { unclear }
    for (const row of begin) who.set(row.place, await beginGuest(tx, row, now))
    await saveTaken(tx, id, who, now)
    await tellAttendance(tx, { event, by })
    return { taken: who.size }
  })

/** Somebody whom the steward wants to be known: by address and name alone, on no list and with no consent. */
async function beginGuest(tx: Tx, { name, email }: ParticipantRow, now: Now): Promise<string> {
  const words = name.split(' ')
  const names = { firstName: words.slice(0, -1).join(' ') || name, lastName: words.length > 1 ? (words.at(-1) ?? '') : '' }
  return (
    await findOrBeginPerson(tx, { email: email ?? '', ...names, state: null, timeZone: null, language: null, emailProvedAt: null }, now)
  ).id
}

const tellAttendance = async (tx: Tx, { event, by }: { event: Event; by: string }) =>
  saveStays(tx, { eventId: event.id, cameAt: event.startsAt ?? event.changedAt, notedBy: by, stays: await listStays(tx, event.id) })

/** Throws a report away. Whoever was there by it alone was not; who said so themselves, or by a host's word, still was. */
export const takeBackReport = (db: Db, { event, id, by }: { event: Event; id: string; by: string }): Promise<boolean> =>
  transaction(db, async (tx) => {
    await lockEventOf(tx, event.id)
    if (!(await findReport(tx, event.id, id))) return false
    await removeReport(tx, id)
    await tellAttendance(tx, { event, by })
    return true
  })
