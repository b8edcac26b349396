import { sql, type Insertable } from 'kysely'
import type { Db, Tx } from '#database'
import type { CertificateTable } from './certificates.tables.ts'

export type Offer = { hours: string; /** At all dates of the series. */ isForAll: boolean }

/** What an event gives: its own offer, or that of its series. A date that gives none gives none whatever the others do. */
export const findOffer = async (db: Db, eventId: string): Promise<Offer | undefined> =>
  (
    await sql<Offer>`
      select hours, false as is_for_all from certificate_offer where event_id = ${eventId} and hours is not null
      union all
      select hours, true from rhythm_certificate_offer join rhythm_date using (rhythm_id)
      where event_id = ${eventId} and not exists (select from certificate_offer where event_id = ${eventId})`.execute(db)
  ).rows[0]

export const saveOffer = (db: Db, eventId: string, hours: string | null) =>
  db
    .insertInto('certificateOffer')
    .values({ eventId, hours })
    .onConflict((same) => same.column('eventId').doUpdateSet({ hours }))
    .execute()

/** Sets what all dates of the event's series give, instead of what was set for single ones; with null, none of them gives one. */
export async function saveOfferForAll(tx: Tx, eventId: string, hours: string | null): Promise<void> {
  const its = await tx.selectFrom('rhythmDate').select('rhythmId').where('eventId', '=', eventId).executeTakeFirst()
  if (!its) return
  await sql`
    delete from certificate_offer using rhythm_date
    where certificate_offer.event_id = rhythm_date.event_id and rhythm_id = ${its.rhythmId}`.execute(tx)
  await (hours
    ? tx
        .insertInto('rhythmCertificateOffer')
        .values({ ...its, hours })
        .onConflict((same) => same.column('rhythmId').doUpdateSet({ hours }))
        .execute()
    : tx.deleteFrom('rhythmCertificateOffer').where('rhythmId', '=', its.rhythmId).execute())
}

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
