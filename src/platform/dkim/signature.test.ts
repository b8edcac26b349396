import { createPrivateKey } from 'node:crypto'
import { text as wholeOf } from 'node:stream/consumers'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import Dkim from 'nodemailer/lib/dkim'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { recordOf, type Algorithm } from './dkim.rules.ts'
import { newKeyPair } from './key-pair.ts'
import { relaxedBody, relaxedField } from './canonical.rules.ts'
import { signed, type SigningKey } from './signature.ts'

const now = Temporal.Instant.from('2026-03-04T15:00:00Z')
const domain = 'example.org'
const keys: SigningKey[] = []
const dns = new Map<string, string>()
let rsaPem = ''

beforeAll(async () => {
  for (const algorithm of ['rsa', 'ed25519'] as Algorithm[]) {
    const { privateKey, publicKey } = await newKeyPair(algorithm)
    const { name, value } = recordOf({ domain, selector: algorithm, algorithm, publicKey })
    dns.set(name, value)
    keys.push({ domain, selector: algorithm, algorithm, key: createPrivateKey(privateKey) })
    if (algorithm === 'rsa') rsaPem = privateKey
  }
})

/** What a receiving server would say of each signature: the verifier of another house, with our records in its DNS. */
async function verdicts(message: Buffer | string): Promise<Record<string, string>> {
  const resolver = async (name: string) => [[dns.get(name) ?? '']]
  const { results } = await dkimVerify(Buffer.from(message), { resolver })
  return Object.fromEntries(
    results.map(({ selector, status: { result, comment } }) => [selector, comment ? `${result}: ${comment}` : result]),
  )
}

const letter = [
  'From: "Prairie Network" <community@example.org>',
  'To: ben@example.org',
  'Subject: =?UTF-8?Q?Fr=C3=BChling?=\r\n folded  twice ',
  'Message-ID: <one@example.org>',
  'List-Unsubscribe: <https://example.org/u/1>',
  'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  'Content-Type: text/plain',
  '',
  'Dear  Ben, \t ',
  '',
  '.. dots',
  '',
  '',
].join('\r\n')

test('both signatures of a letter hold with another verifier', async () => {
  expect(await verdicts(await signed(Buffer.from(letter), keys, now))).toEqual({ rsa: 'pass', ed25519: 'pass' })
})

test.each([
  ['the words', (raw: string) => raw.replace('Dear', 'Near')],
  ['the subject', (raw: string) => raw.replace('folded', 'molded')],
  ['where leaving leads', (raw: string) => raw.replace('/u/1>', '/u/2>')],
  ['a second sender before the first', (raw: string) => raw.replace('From: ', 'From: <evil@example.com>\r\nFrom: ')],
  ['an answer to elsewhere', (raw: string) => raw.replace('To: ben', 'Reply-To: <evil@example.com>\r\nTo: ben')],
])('when %s was changed on the way, neither holds', async (_, change) => {
  const changed = change((await signed(Buffer.from(letter), keys, now)).toString())

  const results = Object.values(await verdicts(changed))
  expect(results).toHaveLength(2)
  for (const result of results) expect(result).toMatch(/^(fail|neutral)/)
})

test('white space that servers change on the way does no harm', async () => {
  const raw = (await signed(Buffer.from(letter), keys, now)).toString()
  const changed = raw.replace('Dear  Ben, \t ', 'Dear Ben,').replace('To: ben', 'To:   ben').concat('\r\n\r\n')

  expect(await verdicts(changed)).toEqual({ rsa: 'pass', ed25519: 'pass' })
})

test('whatever a body or a subject holds, both signatures hold', async () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\t', '.', '=', '-', ':'), maxLength: 90 })
  const body = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\r\n'))
  await fc.assert(
    fc.asyncProperty(line, body, async (subject, words) => {
      const raw = `From: a@example.org\r\nTo: b@example.org\r\nSubject: x${subject}\r\n\r\n${words}`
      expect(await verdicts(await signed(Buffer.from(raw), keys, now))).toEqual({ rsa: 'pass', ed25519: 'pass' })
    }),
    { numRuns: 60 },
  )
})

test("nodemailer's own signer hashes the same body and fields as we do", async () => {
  const theirs = await wholeOf(
    new Dkim({ domainName: domain, keySelector: 'rsa', privateKey: rsaPem, headerFieldNames: 'from:to:subject' }).sign(Buffer.from(letter)),
  )
  const ours = (await signed(Buffer.from(letter), keys.slice(0, 1), now)).toString()
  const bodyHash = (raw: string) => /bh=([^;]+);/.exec(raw.replace(/\s+/g, ''))?.[1]

  expect(bodyHash(ours)).toBe(bodyHash(theirs))
  expect(await verdicts(theirs)).toEqual({ rsa: 'pass' })
})

test.each([
  ['', ''],
  ['\r\n\r\n', ''],
  [' \t\r\n', ''],
  ['a', 'a\r\n'],
  [' a \t b\t\r\n \r\n\r\n', ' a b\r\n'],
  ['a\r\n\r\nb ', 'a\r\n\r\nb\r\n'],
])('the relaxed form of the body %j is %j', (body, relaxed) => expect(relaxedBody(body)).toBe(relaxed))

test('the relaxed form of a field', () => {
  expect(relaxedField({ name: 'subject', line: 'SUBJect : a \t b\r\n\t  c  ' })).toBe('subject:a b c')
})

test('lines of a signature stay within 78 characters', async () => {
  const raw = (await signed(Buffer.from(letter), keys, now)).toString()
  expect(Math.max(...(raw.split('\r\nFrom')[0] ?? '').split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78)
})

test('a body made to be slow is signed in time that grows with its size alone', async () => {
  const heavy = `From: a@example.org\r\nTo: b@example.org\r\n\r\n${' '.repeat(200_000)}x${'\r\n'.repeat(100_000)}x${'\t \r\n'.repeat(50_000)}`
  expect(await verdicts(await signed(Buffer.from(heavy), keys, now))).toEqual({ rsa: 'pass', ed25519: 'pass' })
})
