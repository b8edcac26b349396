import { transaction, type Db } from '#database'
import type { Event } from '#events'
import type { Eraser } from '#people'
import { newCode } from './certificate.code.ts'
import { findOffer, forgetNames, saveCertificate, saveOfferForAll, wasThere } from './certificate.data.ts'

/** Lets all dates of a series give a certificate, or none of them. */
export const offerForAll = (db: Db, eventId: string, hours: string | null): Promise<void> =>
  transaction(db, (tx) => saveOfferForAll(tx, eventId, hours))

type Asking = { event: Event; person: { id: string; firstName: string; lastName: string } }

/** Gives whoever was there their certificate: the same one however often they ask. */
export async function takeCertificate(
  db: Db,
  { event, person }: Asking,
  now: Temporal.Instant,
): Promise<{ code: string } | { refused: 'not-offered' | 'not-over' | 'not-there' | 'nameless' }> {
  const offer = await findOffer(db, event.id)
  if (!offer || event.cancelledAt) return { refused: 'not-offered' }
  if (!event.endsAt || Temporal.Instant.compare(event.endsAt, now) > 0) return { refused: 'not-over' }
  const whose = { eventId: event.id, personId: person.id }
  if (!(await wasThere(db, whose))) return { refused: 'not-there' }
  const name = `${person.firstName} ${person.lastName}`.trim()
  if (name === '') return { refused: 'nameless' }
  return {
    code: await saveCertificate(db, {
      ...whose,
      code: newCode(),
      name: name.slice(0, 200),
      hours: offer.hours,
      issuedAt: now,
      withdrawnAt: null,
    }),
  }
}

/** A certificate stays as a code without a name: whoever asks is told that it is no longer kept. */
export const eraseCertificates: Eraser = async (tx, personId) => void (await forgetNames(tx, personId))
