import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import type { Here } from '#platform/http'
import { newPress } from './bulk-message.ts'
import { feedbackId } from './headers.rules.ts'
import { singleMessage } from './single-message.ts'

const queuedAt = Temporal.Instant.from('2026-03-04T15:00:00Z')
const envelope = { to: 'ben@example.org', messageId: 'one@example.org', queuedAt }
const network = { name: 'Prairie Network', accent: '#1f5c4d', contactEmail: 'hello@example.org' } as Here

/** Words as the worst would type them: breaks, encoded words, other scripts, signs of the syntax, half of a surrogate pair. */
const piece = fc.oneof(
  fc.constantFrom(
    '\r\n',
    '\n',
    '\r',
    '\0',
    '\t',
    '\u2028',
    '\u0085',
    '\u202e',
    '\x7f',
    ' ',
    ': ',
    '=?',
    '?=',
    '=?UTF-8?Q?',
    '=0D=0A',
    '"',
    '\\',
    '<',
    '>',
    ',',
    ';',
    '(',
    ')',
    '\ud800',
    '{{own}}',
  ),
  fc.constantFrom('Bcc: chidi@example.com', 'Content-Type: text/html', '\r\n\r\n', '\r\n.\r\n', 'DKIM-Signature: v=1', 'é', '🌾', 'שלום'),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ maxLength: 80 }),
)
const words = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))

const headOf = (raw: string) => raw.split('\r\n\r\n', 1)[0] ?? ''
const namesIn = (raw: string) => [...headOf(raw).matchAll(/^([^\s:]+):/gm)].map(([, name = '']) => name.toLowerCase()).toSorted()

/** What holds for the head of every message, whatever was typed: whole lines in ASCII, each a field of ours or the rest of one. */
function expectSafe(raw: string) {
  expect(raw).not.toMatch(/[^\r]\n|\r[^\n]|\0/)
  for (const line of headOf(raw).split('\r\n')) {
    expect(line).toMatch(/^(?:[A-Za-z-]+: ?|[ \t]+\S)[\x20-\x7e\t]*$/)
    expect(line.length).toBeLessThanOrEqual(998)
  }
}

const listHeaders = [
  'List-Id',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'List-Help',
  'List-Archive',
  'List-Post',
  'Precedence',
  'Reply-To',
  'X-Thing',
]

test('nothing that is typed becomes a field of its own in a letter to many', async () => {
  const edition = fc.record({
    name: words,
    subject: words,
    field: words,
    html: words,
    values: fc.array(words, { minLength: 9, maxLength: 9 }),
  })
  await fc.assert(
    fc.asyncProperty(edition, async ({ name, subject, field, html, values }) => {
      const headers = Object.fromEntries(listHeaders.map((header, place) => [header, values[place] ?? '']))
      const press = newPress({ subject, html, text: html, headers }, { name, address: 'community@example.org' }, ['own'])
      const raw = press({ ...envelope, fields: { own: field } })
      const ours = [
        'content-type',
        'date',
        'from',
        'message-id',
        'mime-version',
        'subject',
        'to',
        ...listHeaders.map((header) => header.toLowerCase()),
      ]
      expect(namesIn(raw)).toEqual(ours.toSorted())
      expectSafe(raw)
      const parsed = await simpleParser(raw)
      expect(parsed.from?.value.map(({ address }) => address)).toEqual(['community@example.org'])
      expect(parsed.bcc).toBeUndefined()
    }),
    { numRuns: 100 },
  )
})

test('nor in a mail of its own', async () => {
  const mail = fc.record({ name: words, subject: words, why: words, preheader: words, value: words })
  await fc.assert(
    fc.asyncProperty(mail, async ({ name, subject, why, preheader, value }) => {
      const extras = { why, preheader, headers: { 'List-Id': value, 'X-Thing': value, References: value } }
      const raw = await singleMessage(
        { subject, body: '<p>x</p>', language: 'en', extras },
        { ...envelope, from: 'community@example.org', network: { ...network, name, contactEmail: value } },
      )
      const head = headOf(raw.toString('latin1'))
      const allowed = [
        'auto-submitted',
        'content-type',
        'date',
        'from',
        'list-id',
        'message-id',
        'mime-version',
        'references',
        'reply-to',
        'subject',
        'to',
        'x-thing',
      ]
      expect(namesIn(head).filter((one) => !allowed.includes(one))).toEqual([])
      expect(new Set(namesIn(head)).size).toBe(namesIn(head).length)
      expectSafe(head)
      expect((await simpleParser(raw)).bcc).toBeUndefined()
    }),
    { numRuns: 100 },
  )
})

test('a Feedback-ID has four parts whatever its kind is named', () => {
  fc.assert(
    fc.property(words, words, (kind, domain) => {
      expect(feedbackId({ contentId: 'a-1', kind, domain }).split(':')).toHaveLength(4)
    }),
  )
})
