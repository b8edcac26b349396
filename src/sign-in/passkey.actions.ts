import { transaction, type Db } from '#database'
import type { Place } from '#people'
import { mayTry, type Visitor } from '#platform/http'
import { queueMail } from '#platform/mail'
import { readMade, readUsed } from './passkey-answer.rules.ts'
import { algorithms, checkMade, checkUsed, toAdd, toSignIn, webauthn, type Answered } from './passkey.check.ts'
import { findPasskey, listPasskeys, lockPasskeys, savePasskey, savePasskeyUse } from './passkey.data.ts'
import { passkeyMail } from './passkey.mails.tsx'
import { mostPasskeys, newChallenge, partyOf } from './passkey.rules.ts'

const patience = 300_000

/** What the browser needs to ask for any passkey of ours (WebAuthn, section 5.5). */
export const optionsToSignIn = ({ network, baseUrl }: Place, now: Temporal.Instant) => ({
  challenge: newChallenge(network.secret, toSignIn, now).toString('base64url'),
  rpId: partyOf(baseUrl),
  userVerification: 'preferred',
  timeout: patience,
})

/** What the browser needs to make a passkey for this person. */
export async function optionsToAdd(db: Db, { network, baseUrl }: Place, person: Visitor, now: Temporal.Instant) {
  const { generateRegistrationOptions } = await webauthn()
  const known = await listPasskeys(db, person.id)
  return generateRegistrationOptions({
    rpName: network.name,
    rpID: partyOf(baseUrl),
    userID: Uint8Array.from(Buffer.from(person.id)),
    userName: person.email,
    userDisplayName: person.name,
    challenge: newChallenge(network.secret, toAdd(person.sessionId), now),
    timeout: patience,
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  })
}

export type AddOutcome = 'added' | { refused: 'failed' | 'too-many' }

/** Keeps a passkey that was just made in this session, and tells its person by mail, in case it was somebody else. */
export async function addPasskey(
  db: Db,
  place: Place,
  { person, ...wish }: { person: Visitor; answer: string; name: string },
  now: Temporal.Instant,
): Promise<AddOutcome> {
  const answer = readMade(wish.answer)
  const made = answer && (await checkMade(place, answer, toAdd(person.sessionId), now))
  if (!made || !(await isFirstAnswer(db, made))) return { refused: 'failed' }
  const { id, publicKey, counter, transports = [] } = made.credential
  return transaction(db, async (tx) => {
    if ((await lockPasskeys(tx, person.id)).length >= mostPasskeys) return { refused: 'too-many' }
    const passkey = { personId: person.id, credentialId: id, publicKey: Buffer.from(publicKey), counter, transports, name: wish.name }
    if (!(await savePasskey(tx, passkey, now))) return { refused: 'failed' }
    await queueMail(tx, passkeyMail({ ...place, person }), now)
    return 'added'
  })
}

export type PasskeyOutcome = { personId: string } | { refused: 'passkey-failed' | 'passkey-unknown' }

/** Someone signs in with a passkey; which one, and so who, the answer says. */
export async function signInByPasskey(db: Db, place: Place, text: string, now: Temporal.Instant): Promise<PasskeyOutcome> {
  const answer = readUsed(text)
  if (!answer) return { refused: 'passkey-failed' }
  const passkey = await findPasskey(db, answer.id)
  if (!passkey) return { refused: 'passkey-unknown' }
  const used = await checkUsed(place, answer, passkey, now)
  if (!used || !(await isFirstAnswer(db, used))) return { refused: 'passkey-failed' }
  await savePasskeyUse(db, passkey.id, used.counter, now)
  return { personId: passkey.personId }
}

/** A challenge is answered once. It is counted at the moment it was made, so that no border between two windows gives it a second life. */
const isFirstAnswer = (db: Db, { challenge, madeAt }: Answered) =>
  mayTry(db, { name: 'passkey-challenge', tries: 1, window: Temporal.Duration.from({ hours: 24 }) }, challenge, madeAt)
