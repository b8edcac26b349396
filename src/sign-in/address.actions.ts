import { transaction, type Db, type Tx } from '#database'
import { findPersonByEmail, savePerson, type Place } from '#people'
import { mayTry, type Visitor } from '#platform/http'
import { queueMail } from '#platform/mail'
import { addressCodeMail, addressLeftMail } from './address.mails.tsx'
import { enterCode, makeCode, type CodeRefusal, type Entry } from './code.actions.ts'
import { asksFromOnePlace, mailsADay, mailsAnHour } from './code.rules.ts'
import { removeOtherSessions } from './session.data.ts'

export type Move = { person: Visitor; email: string }

/** Mails a code to the new address. Whether it belongs to somebody already is told only to who proves it. */
export async function askToMove(db: Db, place: Place, { person, email }: Move, now: Temporal.Instant): Promise<'asked' | 'too-many'> {
  if (!(await mayTry(db, asksFromOnePlace, person.id, now))) return 'too-many'
  const mayMail = (await mayTry(db, mailsAnHour, email, now)) && (await mayTry(db, mailsADay, email, now))
  if (mayMail) {
    await transaction(db, async (tx) => {
      const { code } = await makeCode(tx, place, { kind: 'address', email, personId: person.id, nextPath: '/me' }, now)
      await queueMail(tx, addressCodeMail({ ...place, person, email, code }), now)
    })
  }
  return 'asked'
}

export type MoveOutcome = 'moved' | CodeRefusal | { refused: 'taken' }

/** The code from the new address: from now on it is this person's. Their other sessions end, and the old address is told. */
export async function move(
  db: Db,
  place: Place,
  { person, email, ...entry }: Move & Pick<Entry, 'typed' | 'clientAddress'>,
  now: Temporal.Instant,
): Promise<MoveOutcome> {
  return transaction(db, async (tx) => {
    const answer = await enterCode(tx, place.network, { kind: 'address', email, personId: person.id, ...entry }, now)
    if ('refused' in answer) return answer
    return (await findPersonByEmail(tx, email)) ? { refused: 'taken' } : settle(tx, place, { person, email }, now)
  })
}

async function settle(tx: Tx, place: Place, { person, email }: Move, now: Temporal.Instant) {
  await savePerson(tx, person.id, { email, emailProvedAt: now })
  await removeOtherSessions(tx, person.id, person.sessionId)
  await queueMail(tx, addressLeftMail({ ...place, person }), now)
  return 'moved' as const
}
