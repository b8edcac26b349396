import { newId, type Db, type Tx } from '#database'
import type { Place } from '#people'
import { hasTriesLeft, mayTry, networkOf, readSigned, sign, type Here } from '#platform/http'
import { codeLasts, digitsOf, failuresOfOnePlace, hashOfCode, isSame, newCode, triesOfACode } from './code.rules.ts'
import { findCode, lockCode, saveCode, saveTriesLeft, useCode, type CodeOf } from './code.data.ts'

export type NewCode = { kind: 'sign-in' | 'address'; email: string; personId: string | null; nextPath: string }

/** Makes a code, and the link that does the same. Only a keyed hash of the code is kept; earlier codes end. */
export async function makeCode(tx: Tx, place: Place, wanted: NewCode, now: Temporal.Instant): Promise<{ code: string; link: string }> {
  const { network } = place
  const id = newId()
  const code = newCode()
  const codeHash = hashOfCode(network.secret, id, code)
  await saveCode(tx, { ...wanted, id, networkId: network.id, codeHash, triesLeft: triesOfACode, madeAt: now, endsAt: now.add(codeLasts) })
  return { code, link: linkTo(place, id) }
}

/** The link names the row and is signed, so that nothing in the database opens a door by itself. */
export const linkTo = ({ network, baseUrl }: Place, id: string) => `${baseUrl}/sign-in/${sign(network.secret, 'sign-in', id)}`

/** What a link leads to; nothing when it was altered or never made. */
export function findLinked(db: Db, network: Here, token: string) {
  const id = readSigned(network.secret, 'sign-in', token)
  return id === null ? Promise.resolve(undefined) : findCode(db, network.id, id)
}

export type CodeRefusal = { refused: 'code-ended' | 'too-many-failures' } | { refused: 'wrong-code'; triesLeft: number }
export type CodeUsed = { used: NonNullable<Awaited<ReturnType<typeof useCode>>> }

/** Whose code it should be, what was typed, and from where. */
export type Entry = Omit<CodeOf, 'networkId'> & { typed: string; clientAddress: string }

/** Uses up the newest code of this address if it is what was typed; otherwise counts the failure, to the code and to the place. */
export async function enterCode(
  tx: Tx,
  network: Here,
  { typed, clientAddress, ...of }: Entry,
  now: Temporal.Instant,
): Promise<CodeUsed | CodeRefusal> {
  const from = networkOf(clientAddress)
  if (!(await hasTriesLeft(tx, failuresOfOnePlace, from, now))) return { refused: 'too-many-failures' }
  const found = await lockCode(tx, { ...of, networkId: network.id }, now)
  if (!found?.codeHash) return fail(tx, from, { refused: 'code-ended' }, now)
  if (isSame(found.codeHash, hashOfCode(network.secret, found.id, digitsOf(typed)))) return useOnce(tx, found.id, now)
  await saveTriesLeft(tx, found.id, found.triesLeft - 1)
  return fail(tx, from, found.triesLeft > 1 ? { refused: 'wrong-code', triesLeft: found.triesLeft - 1 } : { refused: 'code-ended' }, now)
}

async function fail(tx: Tx, from: string, refusal: CodeRefusal, now: Temporal.Instant) {
  await mayTry(tx, failuresOfOnePlace, from, now)
  return refusal
}

/** Uses up a code or link, for one of those who come at the same moment. */
export async function useOnce(tx: Tx, id: string, now: Temporal.Instant): Promise<CodeUsed | { refused: 'code-ended' }> {
  const used = await useCode(tx, id, now)
  return used ? { used } : { refused: 'code-ended' }
}
