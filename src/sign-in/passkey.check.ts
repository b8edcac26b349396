import type { Place } from '#people'
import type { MadeAnswer, UsedAnswer } from './passkey-answer.rules.ts'
import { partyOf, readChallenge } from './passkey.rules.ts'
import type { PasskeyTable } from './sign-in.tables.ts'

/** Loaded when the first passkey is made or used: it takes 9 MB. */
export const webauthn = () => import('@simplewebauthn/server')

/** Which of our challenges was answered, and when we made it. */
export type Answered = { challenge: string; madeAt: Temporal.Instant }

/** Checks what was made (WebAuthn, section 7.1); null whatever is wrong with it. */
export async function checkMade(place: Place, answer: MadeAnswer, purpose: string, now: Temporal.Instant) {
  const { verifyRegistrationResponse } = await webauthn()
  const { expected, answered } = expectation(place, purpose, now)
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    ...expected,
    supportedAlgorithmIDs: algorithms,
    response: { ...answer, clientExtensionResults: {} },
  }).catch(refused)
  return verified && registrationInfo ? { ...answered(), credential: registrationInfo.credential } : null
}

/** Checks what was signed (WebAuthn, section 7.2), and that the authenticator means the same person as we do. */
export async function checkUsed(place: Place, answer: UsedAnswer, passkey: PasskeyTable, now: Temporal.Instant) {
  const { verifyAuthenticationResponse } = await webauthn()
  const { userHandle, ...rest } = answer.response
  if (userHandle && Buffer.from(userHandle, 'base64url').toString() !== passkey.personId) return null
  const { expected, answered } = expectation(place, toSignIn, now)
  const credential = {
    id: passkey.credentialId,
    publicKey: Uint8Array.from(passkey.publicKey),
    counter: passkey.counter,
    transports: passkey.transports,
  }
  const response = { ...answer, clientExtensionResults: {}, response: { ...rest, ...(userHandle ? { userHandle } : {}) } }
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({ ...expected, response, credential }).catch(refused)
  return verified && authenticationInfo ? { ...answered(), counter: authenticationInfo.newCounter } : null
}

/** EdDSA, ES256 and RS256 (RFC 9053): what devices have. */
export const algorithms = [-8, -7, -257]

export const toSignIn = 'sign-in'
export const toAdd = (sessionId: string) => `add ${sessionId}`

/** A challenge, the origin and the name, all from our settings; whether the authenticator asked for a finger or a PIN is left to it. */
function expectation({ network, baseUrl }: Place, purpose: string, now: Temporal.Instant) {
  let seen: Answered | undefined
  const expectedChallenge = (challenge: string) => {
    const madeAt = readChallenge(network.secret, purpose, challenge, now)
    if (madeAt) seen = { challenge, madeAt }
    return madeAt !== null
  }
  const answered = (): Answered => {
    if (!seen) throw new Error('The library accepted an answer without asking for its challenge.')
    return seen
  }
  return {
    expected: { expectedChallenge, expectedOrigin: baseUrl, expectedRPID: partyOf(baseUrl), requireUserVerification: false },
    answered,
  }
}

/** The library throws whatever it dislikes. */
const refused = () => ({ verified: false as const, registrationInfo: undefined, authenticationInfo: undefined })
