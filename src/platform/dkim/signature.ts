import { createHash, sign, type KeyObject } from 'node:crypto'
import { coveredBy, partsOf, relaxedBody, relaxedField } from './canonical.rules.ts'
import type { Algorithm } from './dkim.rules.ts'

export type SigningKey = { domain: string; selector: string; algorithm: Algorithm; key: KeyObject }

/** The message with a signature by each key before it. The hash of the body is made once for all of them. */
export async function signed(message: Buffer, keys: SigningKey[], now: Temporal.Instant): Promise<Buffer> {
  if (keys.length === 0) return message
  const { fields, body } = partsOf(message.toString('latin1'))
  const { names, covered } = coveredBy(fields)
  const bodyHash = createHash('sha256').update(relaxedBody(body), 'latin1').digest('base64')
  const head = covered.map((field) => `${relaxedField(field)}\r\n`).join('')
  const signatures = await Promise.all(
    keys.map(async (key) => {
      const line = unsigned(key, { names, bodyHash, now })
      const signature = await signatureOf(key, Buffer.from(head + relaxedField({ name: 'dkim-signature', line }), 'latin1'))
      return `${line}${inPieces(signature.toString('base64'))}\r\n`
    }),
  )
  return Buffer.concat([Buffer.from(signatures.join(''), 'latin1'), message])
}

function unsigned(
  { domain, selector, algorithm }: SigningKey,
  { names, bodyHash, now }: { names: string[]; bodyHash: string; now: Temporal.Instant },
) {
  const seconds = Math.floor(now.epochMilliseconds / 1000)
  return [
    `DKIM-Signature: v=1; a=${algorithm}-sha256; c=relaxed/relaxed; d=${domain};`,
    ` s=${selector}; t=${seconds};`,
    ` h=${folded(names)};`,
    ` bh=${bodyHash};`,
    ' b=',
  ].join('\r\n')
}

/** In OpenSSL's threads: RSA takes about a millisecond, in which the program does other things. */
function signatureOf({ algorithm, key }: SigningKey, words: Buffer): Promise<Buffer> {
  const [digest, data] = algorithm === 'rsa' ? ['sha256', words] : [null, createHash('sha256').update(words).digest()]
  return new Promise((resolve, reject) => sign(digest, data, key, (error, signature) => (error ? reject(error) : resolve(signature))))
}

/** Lines end after every fifth name: the longest stay well within 78 characters. */
const folded = (names: string[]) => names.map((name, place) => (place > 0 && place % 4 === 0 ? `\r\n  ${name}` : name)).join(':')

const inPieces = (words: string) => (words.match(/.{1,72}/g) ?? []).join('\r\n  ')
