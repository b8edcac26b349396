import { transaction, type Db, type Tx } from '#database'
import { eventPaths, findEventInEach } from '#events'
import type { Place } from '#people'
import { queueMails } from '#platform/mail'
import { hashOfAddress } from '#suppressions'
import {
  findRecording,
  listDue,
  listGuests,
  listSuppressed,
  markAsked,
  replaceSaid,
  saveAsks,
  saveForAll,
  type Guest,
} from './survey.data.ts'
import { tokenFor } from './survey.links.ts'
import { surveyMail } from './survey.mails.tsx'
import { endedWithin } from './survey.rules.ts'
import { paths } from './surveys.paths.ts'
import type { Own, Side } from './surveys.tables.ts'

type Now = Temporal.Instant

/** Asks about every gathering that ended a day ago: each guest gets one mail, however often this runs. */
export async function askAfterwards(db: Db, place: Place, now: Now): Promise<void> {
  for (const { id } of await listDue(db, place.network.id, endedWithin(now))) await askAbout(db, place, id, now)
}

const askAbout = (db: Db, place: Place, eventId: string, now: Now): Promise<void> =>
  transaction(db, async (tx) => {
    if (!(await markAsked(tx, eventId, now))) return
    const { network, baseUrl } = place
    const recording = await findRecording(tx, eventId)
    const events = await findEventInEach(tx, network.id, eventId)
    const guests = await listWritableGuests(tx, place, eventId)
    const asked = guests.map((guest) => ({ guest, side: (guest.cameAt ? 'came' : 'missed') as Side }))
    await saveAsks(
      tx,
      eventId,
      asked.map(({ guest, side }) => ({ personId: guest.id, side })),
      now,
    )
    const mails = asked.flatMap(({ guest, side }) => {
      const language = guest.language ?? network.language
      const event = events[language]
      const link = baseUrl + paths.answer(tokenFor(network.secret, { eventId, personId: guest.id }))
      const person = { id: guest.id, email: guest.email }
      return event
        ? [
            {
              ...surveyMail({ network, person, language, event, side, link, recording: recording && baseUrl + eventPaths.kept(recording) }),
              onceKey: `survey:${eventId}:${guest.id}`,
            },
          ]
        : []
    })
    await queueMails(tx, mails, now)
  })

/** An address that came back, was reported or is not to be written to gets no mail of this kind either. */
async function listWritableGuests(tx: Tx, { network }: Place, eventId: string): Promise<Guest[]> {
  const guests = (await listGuests(tx, eventId)).map((guest) => ({ ...guest, hash: hashOfAddress(network.secret, guest.email) }))
  const hashes = guests.map(({ hash }) => hash)
  const suppressed = new Set(await listSuppressed(tx, network.id, hashes))
  return guests.filter(({ hash }) => !suppressed.has(hash.toString('hex')))
}

/** Sets what is asked at all dates of a series; with null, none of them asks. Whoever was asked already keeps their questions. */
export const setForAll = (db: Db, eventId: string, own: Own | null): Promise<void> => transaction(db, (tx) => saveForAll(tx, eventId, own))

type Saying = { eventId: string; personId: string; said: { question: string; answer: string }[] }

/** Keeps what somebody says, in place of what they said before. */
export const answerSurvey = (db: Db, { said, ...whose }: Saying, now: Now): Promise<void> =>
  transaction(db, (tx) =>
    replaceSaid(
      tx,
      whose,
      said.map((one) => ({ ...whose, ...one, saidAt: now })),
    ),
  )
