import { generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import type { Algorithm } from './dkim.rules.ts'

type Pair = { privateKey: KeyObject; publicKey: KeyObject }

/** A new pair: the private half as PEM, the public one as its record holds it. Made in a thread, since it takes a while. */
export async function newKeyPair(algorithm: Algorithm): Promise<{ privateKey: string; publicKey: string }> {
  const { privateKey, publicKey } = await pairOf(algorithm)
  return { privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }), publicKey: publicWords(algorithm, publicKey) }
}

const pairOf = (algorithm: Algorithm): Promise<Pair> =>
  algorithm === 'rsa' ? promisify(generateKeyPair)('rsa', { modulusLength: 2048 }) : promisify(generateKeyPair)('ed25519')

/** RSA: the whole key with its kind (RFC 6376, section 3.6.1). Ed25519: its 32 bytes alone (RFC 8463, section 4). */
function publicWords(algorithm: Algorithm, key: KeyObject): string {
  const whole = key.export({ type: 'spki', format: 'der' })
  return (algorithm === 'rsa' ? whole : whole.subarray(-32)).toString('base64')
}
