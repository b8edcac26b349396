import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { useCommunity } from '#test'
import { isAutomatic } from './automatic.rules.ts'
import { readBounce } from './bounce.rules.ts'
import { bounceRoute } from './bounces.ts'
import { readComplaint } from './complaint.rules.ts'
import { fieldOf, readLetter } from './letter.rules.ts'
import { wordsOf } from './letter-text.rules.ts'

const community = useCommunity()

const folder = join(import.meta.dirname, 'letters')
const letters = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))

/** Everything that is ever asked of a mail that came in. */
function readAll(raw: Buffer | string) {
  const letter = readLetter(raw)
  return {
    bounce: readBounce(letter),
    complaint: readComplaint(letter),
    isAutomatic: isAutomatic(letter, { from: 'x@example.org', ours: 'community.example.org' }),
    subject: fieldOf(letter, 'subject'),
    words: wordsOf(letter),
    parts: letter.parts.length,
  }
}

const nested = (deep: number) => {
  const open = Array.from({ length: deep }, (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`).join('')
  return `Subject: deep\r\n${open}Content-Type: text/plain\r\n\r\nHello\r\n`
}
const report = (fields: string) =>
  `Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n${fields}\n\n--b--\n`

test.each<[string, string | Buffer]>([
  ['nothing', ''],
  ['one line break', '\n'],
  ['null bytes', '\0'.repeat(100_000)],
  ['bytes of chance', Buffer.from(Array.from({ length: 50_000 }, (_, at) => (at * 7919) % 256))],
  ['parts a hundred deep', nested(100)],
  ['parts ten thousand deep', nested(10_000)],
  ['a hundred thousand header fields', `${'X-Y: z\r\n'.repeat(100_000)}\r\nHello`],
  ['a header line of a megabyte', `Subject: ${'x'.repeat(1_000_000)}\r\n\r\nHello`],
  ['a folded line of a megabyte', `Subject: x\r\n${' y\r\n'.repeat(250_000)}\r\nHello`],
  ['encoded words without end', `Subject: ${'=?utf-8?Q?=C3?= '.repeat(60_000)}\r\n\r\nHello`],
  ['a boundary of a megabyte', `Content-Type: multipart/mixed; boundary="${'b'.repeat(1_000_000)}"\r\n\r\nHello`],
  ['two hundred thousand parts', `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(100_000)}`],
  ['an empty boundary', 'Content-Type: multipart/mixed; boundary=""\r\n\r\n--\r\n\r\nx'],
  ['tags that never end', `Content-Type: text/html\r\n\r\n${'<style <'.repeat(100_000)}`],
  ['signs that never end', `From: x\r\nSubject: failure notice\r\n\r\n${'mailbox '.repeat(100_000)}`],
  ['spaces that never end', `From: mailer-daemon\r\nSubject: failure notice\r\n\r\n${' '.repeat(900_000)}`],
  ['groups that never end', report('\n \n'.repeat(200_000))],
  ['a status of spaces', report(`Final-Recipient: y\nStatus:${' '.repeat(500_000)}\nAction:`)],
])('%s: it is read to its end', (_name, raw) => {
  expect(readAll(raw)).toMatchObject({ complaint: null, parts: expect.any(Number) })
})

test.each([
  ['a wrong character set', 'Content-Type: text/plain; charset=klingon\n\nHöla', 'Höla'],
  ['UTF-8 that says Western', 'Content-Type: text/plain; charset=iso-8859-1\n\nHola', 'Hola'],
  ['Western that says nothing', Buffer.from('Content-Type: text/plain\n\nSí', 'latin1'), 'Sí'],
  ['Japanese', Buffer.from('Content-Type: text/plain; charset=shift_jis\n\n\x82\xcd\x82\xa2', 'latin1'), 'はい'],
  ['broken base64', 'Content-Transfer-Encoding: base64\n\nSG*Vsb%G8', 'Hello'],
  ['broken quoted-printable', 'Content-Transfer-Encoding: quoted-printable\n\nYes=ZZ=C3=AD=\n=', 'Yes=ZZí='],
  ['bare carriage returns', 'Content-Type: text/plain\r\rYes\r', 'Yes\n'],
  ['a part without an end', 'Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nYes', 'Yes\n'],
  ['HTML alone', 'Content-Type: text/html\n\n<style>p{}</style><p>Yes &amp; <b>no</b></p>', 'Yes & no'],
])('%s: its words are read', (_name, raw, words) => {
  expect(wordsOf(readLetter(typeof raw === 'string' ? Buffer.from(raw) : raw))).toBe(words)
})

test.each([
  ['winmail.dat', 'Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\nAAECAw=='],
  ['S/MIME', 'Content-Type: application/pkcs7-mime; smime-type=enveloped-data\nContent-Transfer-Encoding: base64\n\nMIAGCSqGSIb3'],
  ['PGP', 'Content-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--'],
])('%s: it has no words that we can read, and does no harm', (_name, raw) => {
  expect(readAll(raw)).toMatchObject({ words: '', bounce: 'other' })
})

test('a signed mail is read like the mail in it', () => {
  const raw =
    'Content-Type: multipart/signed; boundary=b\n\n--b\nContent-Type: text/plain\n\nYes\n--b\nContent-Type: application/pkcs7-signature\n\nx\n--b--'
  expect(wordsOf(readLetter(raw))).toBe('Yes')
})

/** The same letters of chance each time: what breaks breaks for everybody. */
const seed = 20_260_304

const anyBytes = fc.uint8Array({ maxLength: 4000 }).map((bytes) => Buffer.from(bytes))
/** A letter of ours with a piece cut out, doubled, or written over. */
const anyLetter = fc
  .tuple(fc.constantFrom(...letters), fc.nat(3000), fc.nat(400), fc.string({ maxLength: 200, unit: 'binary' }))
  .map(([letter, at, length, words]) => letter.slice(0, at) + words + letter.slice(at + length))

test('whatever comes, reading it ends and gives one of five answers', () => {
  const kinds = new Set<string>()
  fc.assert(
    fc.property(fc.oneof(anyBytes, anyLetter), (raw) => {
      const { bounce } = readAll(raw)
      kinds.add(typeof bounce === 'string' ? bounce : bounce.failure)
    }),
    { numRuns: 2000, seed },
  )
  expect([...kinds].filter((kind) => !['other', 'delayed', 'hard', 'soft', 'policy'].includes(kind))).toEqual([])
})

test('without a token of ours no mail stops anything, however true it sounds', async () => {
  const told: unknown[] = []
  const route = bounceRoute([async (_tx, refusal) => told.push(refusal)])
  const anyToken = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.string({ minLength: 52, maxLength: 52, unit: fc.constantFrom(...'0123456789abcdef') }),
  )
  const { db, now } = community
  await fc.assert(
    fc.asyncProperty(anyToken, fc.constantFrom(...letters), async (token, raw) => {
      const received = { db, token, to: `bounces+${token}@community.example.org`, from: '', mail: readLetter(raw), now: now() }
      return (await route(received)) === 'unknown'
    }),
    { numRuns: 200, seed },
  )
  expect(told).toEqual([])
})
