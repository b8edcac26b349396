import type { Insertable } from 'kysely'
import type { Db, Tx } from '#database'
import type { CertificateTable } from './certificates.tables.ts'

export const findOffer = (db: Db, eventId: string) =>
  db.selectFrom('certificateOffer').select('hours').where('eventId', '=', eventId).executeTakeFirst()

export const saveOffer = (db: Db, eventId: string, hours: string) =>
  db
    .insertInto('certificateOffer')
    .values({ eventId, hours })
    .onConflict((same) => same.column('eventId').doUpdateSet({ hours }))
    .execute()

export const removeOffer = (db: Db, eventId: string) => db.deleteFrom('certificateOffer').where('eventId', '=', eventId).execute()

type Whose = { eventId: string; personId: string }

export const wasThere = async (db: Db, { eventId, personId }: Whose): Promise<boolean> =>
  (await db.selectFrom('attendance').select('way').where('eventId', '=', eventId).where('personId', '=', personId).executeTakeFirst()) !==
  undefined

/** One for each person and event: of two at once, the second gets the first one’s. */
export async function saveCertificate(db: Db, certificate: Insertable<CertificateTable> & Whose): Promise<string> {
  await db
    .insertInto('certificate')
    .values(certificate)
    .onConflict((same) => same.doNothing())
    .execute()
  const { eventId, personId } = certificate
  const kept = db.selectFrom('certificate').select('code').where('eventId', '=', eventId).where('personId', '=', personId)
  return (await kept.executeTakeFirstOrThrow()).code
}

export const findCertificate = (db: Db, networkId: string, code: string) =>
  db
    .selectFrom('certificate')
    .innerJoin('event', 'event.id', 'certificate.eventId')
    .selectAll('certificate')
    .where('event.networkId', '=', networkId)
    .where('code', '=', code)
    .executeTakeFirst()

export const listCertificates = (db: Db, eventId: string) =>
  db.selectFrom('certificate').selectAll().where('eventId', '=', eventId).orderBy('name').orderBy('code').execute()

export const saveWithdrawal = (
  db: Db,
  eventId: string,
  code: string,
  withdrawn: { withdrawnAt: Temporal.Instant; withdrawnReason: string },
) =>
  db
    .updateTable('certificate')
    .set(withdrawn)
    .where('eventId', '=', eventId)
    .where('code', '=', code)
    .where('withdrawnAt', 'is', null)
    .execute()

export const listCertificatesOf = (db: Db, personId: string) =>
  db
    .selectFrom('certificate')
    .select(['code', 'name', 'hours', 'issuedAt', 'withdrawnAt', 'withdrawnReason'])
    .where('personId', '=', personId)
    .orderBy('issuedAt')
    .execute()

export const forgetNames = (tx: Tx, personId: string) =>
  tx.updateTable('certificate').set({ name: '', withdrawnReason: '' }).where('personId', '=', personId).execute()
