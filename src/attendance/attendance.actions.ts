import { agreeToRecording } from '#consents'
import type { Db } from '#database'
import { isAtHand, type Event } from '#events'
import type { Language } from '#platform/text'
import { hasSeat, removeAttendance, saveAttendance } from './attendance.data.ts'

type Now = Temporal.Instant

type Entering = { event: Event; personId: string; language: Language }

/** Someone goes into the call, having read whether it is recorded: whoever has a seat was there, from half an hour before it begins until it ends. */
export async function goIntoCall(db: Db, { event, personId, language }: Entering, now: Now): Promise<void> {
  if (event.mine?.answer !== 'seated') return
  if (event.isRecorded) await agreeToRecording(db, { networkId: event.networkId, event, person: { id: personId, language } }, now)
  if (!isAtHand(event, now)) return
  await saveAttendance(db, { eventId: event.id, personId, way: 'link', cameAt: now, notedBy: null })
}

type Noted = { event: Event; personId: string; by: string }

/** A host saw them; false when they have no seat, or it is not time yet. */
export async function checkIn(db: Db, { event, personId, by }: Noted, now: Now): Promise<boolean> {
  const isTime = isAtHand(event, now) || (event.endsAt !== null && Temporal.Instant.compare(event.endsAt, now) <= 0)
  if (!isTime || event.cancelledAt || !(await hasSeat(db, { eventId: event.id, personId }))) return false
  await saveAttendance(db, { eventId: event.id, personId, way: 'host', cameAt: now, notedBy: by })
  return true
}

/** They were not there after all. */
export const checkOut = removeAttendance
