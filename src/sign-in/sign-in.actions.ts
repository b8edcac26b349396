import { transaction, type Db, type Tx } from '#database'
import { beginMembership, findOrBeginPerson, findPersonByEmail, giveRole, savePerson, type Place } from '#people'
import { mayTry, networkOf } from '#platform/http'
import { queueMail } from '#platform/mail'
import type { Language } from '#platform/text'
import { enterCode, findLinked, makeCode, useOnce, type CodeRefusal, type CodeUsed, type Entry } from './code.actions.ts'
import { asksFromOnePlace, mailsADay, mailsAnHour } from './code.rules.ts'
import { signInMail } from './sign-in.mails.tsx'

export type Ask = { email: string; nextPath: string; language: Language; clientAddress: string }

/**
 * Mails a code and a link to the address, whoever's it is; the answer says nothing about it. Past the limit of mails an address
 * gets none, and the answer is still the same.
 */
export async function askToSignIn(db: Db, place: Place, ask: Ask, now: Temporal.Instant): Promise<'asked' | 'too-many-from-here'> {
  if (!(await mayTry(db, asksFromOnePlace, networkOf(ask.clientAddress), now))) return 'too-many-from-here'
  const mayMail = (await mayTry(db, mailsAnHour, ask.email, now)) && (await mayTry(db, mailsADay, ask.email, now))
  if (mayMail) await transaction(db, (tx) => mailCode(tx, place, ask, now))
  return 'asked'
}

async function mailCode(tx: Tx, place: Place, { email, nextPath, language }: Ask, now: Temporal.Instant) {
  const known = await findPersonByEmail(tx, email)
  const made = await makeCode(tx, place, { kind: 'sign-in', email, personId: null, nextPath }, now)
  await queueMail(tx, signInMail({ ...place, ...made, to: { id: known?.id ?? null, email }, language }), now)
}

export type Proof = { personId: string; nextPath: string }
export type SignInOutcome = Proof | CodeRefusal

/** Someone types the code from the mail. */
export async function signInByCode(
  db: Db,
  place: Place,
  { language, ...entry }: Pick<Entry, 'email' | 'typed' | 'clientAddress'> & { language: Language },
  now: Temporal.Instant,
): Promise<SignInOutcome> {
  return transaction(db, async (tx) => {
    const answer = await enterCode(tx, place.network, { kind: 'sign-in', personId: null, ...entry }, now)
    return 'used' in answer ? comeIn(tx, place, { ...answer.used, language }, now) : answer
  })
}

/** Someone presses the button behind the link from the mail, or behind the owner's link. */
export async function signInByLink(
  db: Db,
  place: Place,
  link: { token: string; language: Language },
  now: Temporal.Instant,
): Promise<Proof | { refused: 'code-ended' }> {
  return transaction(db, async (tx) => {
    const linked = await findLinked(tx, place.network, link.token)
    if (!linked || linked.kind === 'address') return { refused: 'code-ended' }
    const answer = await useOnce(tx, linked.id, now)
    return 'used' in answer ? comeIn(tx, place, { ...answer.used, language: link.language }, now) : answer
  })
}

/** Whoever proves an address is the person with that address, and what was done by mail before is theirs. New people become members. */
async function comeIn(tx: Tx, { network }: Place, used: CodeUsed['used'] & { language: Language }, now: Temporal.Instant): Promise<Proof> {
  const person = await findOrBeginPerson(tx, { email: used.email, language: used.language }, now)
  if (used.kind === 'owner') await giveRole(tx, network.id, { personId: person.id, role: 'owner', by: null }, now)
  else await beginMembership(tx, network.id, person.id, now)
  if (used.kind === 'sign-in' && !person.emailProvedAt) await savePerson(tx, person.id, { emailProvedAt: now })
  return { personId: person.id, nextPath: used.nextPath }
}
