import { newId, type Db, type Tx } from '#database'
import type { Selectable } from 'kysely'
import type { ConsentKind, ConsentTable } from './mailing.tables.ts'

export type Consent = Selectable<ConsentTable>

export type NewConsent = {
  networkId: string
  listId: string
  person: { id: string; email: string }
  kind: ConsentKind
  wording: string
  source: string
  givenOn?: Temporal.PlainDate
  /** The steward who wrote it down. */
  handId?: string
}

/** Keeps the proof of one or more steps, each with the words that the person saw. */
export async function saveConsents(tx: Tx, consents: NewConsent[], now: Temporal.Instant) {
  if (consents.length === 0) return
  const rows = consents.map(({ person, ...consent }) => ({ ...consent, id: newId(), personId: person.id, address: person.email, at: now }))
  await tx.insertInto('consent').values(rows).execute()
}

export const listConsents = (db: Db, personId: string): Promise<Consent[]> =>
  db.selectFrom('consent').selectAll().where('personId', '=', personId).orderBy('at').orderBy('kind', 'desc').execute()

/** The steps stay as figures; whose they were is forgotten. */
export const forgetConsents = (tx: Tx, personId: string) =>
  tx.updateTable('consent').set({ personId: null, address: null }).where('personId', '=', personId).execute()
