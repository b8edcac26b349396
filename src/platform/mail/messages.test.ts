import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import type { Here } from '#platform/http'
import { newPress } from './bulk-message.ts'
import { checkHeaders } from './headers.rules.ts'
import { quotedPrintable, softBreak } from './quoted-printable.rules.ts'
import { singleMessage } from './single-message.ts'

const queuedAt = Temporal.Instant.from('2026-03-04T15:00:00Z')
const from = { name: 'Prairie Network', address: 'community@example.org' }
const envelope = { to: 'ben@example.org', messageId: 'one@example.org', queuedAt }
const network = { name: 'Prairie Network', accent: '#1f5c4d', contactEmail: 'hello@example.org' } as Here

const hostile = {
  CRLF: 'Hello\r\nBcc: chidi@example.com',
  LF: 'Hello\nBcc: chidi@example.com',
  CR: 'Hello\rBcc: chidi@example.com',
  'a folded line': 'Hello\r\n Bcc: chidi@example.com',
  'the end of the headers': 'Hello\r\n\r\n<script>alert(1)</script>',
  'control characters': 'Hello\0\x0b\x0cBcc: chidi@example.com',
  'separators of lines': 'Hello\u2028Bcc: chidi@example.com\u0085Bcc: chidi@example.com',
  'an encoded word': '=?utf-8?Q?Hello=0D=0ABcc:_chidi=40example.com?=',
  'a line of spaces': `${' '.repeat(200)}\r\nBcc: chidi@example.com`,
  'one long word': 'x'.repeat(3000),
  'brackets and quotes': '"><chidi@example.com>, "',
  'other scripts': 'Ünïcödé \u{1F33E} \u202eevil',
}

const headerNames = (raw: string) =>
  [...(raw.split('\r\n\r\n', 1)[0] ?? '').matchAll(/^([^\s:]+):/gm)].map(([, name = '']) => name.toLowerCase())
const lines = (raw: string) => raw.split('\r\n')

test.each(Object.entries(hostile))('no header is injected through a name, a subject or a field: %s', async (_, words) => {
  const headers = { 'List-Id': `${words} <update.example.org>`, 'List-Unsubscribe': '<https://example.org/{{link}}>' }
  const press = newPress({ subject: `{{link}} ${words}`, html: '<p>{{link}}</p>', text: '{{link}}', headers }, { ...from, name: words }, [
    'link',
  ])
  const bulk = press({ ...envelope, fields: { link: words } })
  const single = (
    await singleMessage(
      { subject: words, body: '<p>x</p>', language: 'en', extras: { headers: { 'List-Id': words, 'X-Thing': words } } },
      { ...envelope, from: from.address, network: { ...network, name: words } },
    )
  ).toString()

  expect(headerNames(bulk).toSorted()).toEqual([
    'content-type',
    'date',
    'from',
    'list-id',
    'list-unsubscribe',
    'message-id',
    'mime-version',
    'subject',
    'to',
  ])
  expect(headerNames(single).toSorted()).toEqual([
    'auto-submitted',
    'content-type',
    'date',
    'from',
    'list-id',
    'message-id',
    'mime-version',
    'reply-to',
    'subject',
    'to',
    'x-thing',
  ])
  for (const raw of [bulk, single]) {
    const parsed = await simpleParser(raw)
    expect(parsed.bcc).toBeUndefined()
    expect(parsed.to).toMatchObject({ text: 'ben@example.org' })
    expect(raw).not.toMatch(/[^\r]\n|\r[^\n]|\0/)
  }
  expect((await simpleParser(bulk)).from?.value.map(({ address }) => address)).toEqual(['community@example.org'])
})

test.each(['From', 'to', 'Bcc', 'Content-Type', 'Subject', 'DKIM-Signature', 'X-A: b\r\nBcc', 'List-Id\n', ''])(
  'a room may not set the header %j',
  (name) => {
    expect(() => checkHeaders({ [name]: 'x' })).toThrow('may not set the header')
  },
)

const texts = {
  plain: 'Plain words.\n',
  dots: '.\n..\n.begins with a dot\n',
  'one long line': 'a'.repeat(5000),
  'a long line of ñ': 'ñandú '.repeat(300),
  emoji: 'emoji \u{1F33E}\u{1F469}\u200D\u{1F3EB} and RTL שלום\n\n\n',
  spaces: 'spaces at the end   \ntabs\t\n   \n',
  'signs of the encoding': 'equals = sign =3D =\r\nFrom here on',
  boundaries: '--=_boundary--\n{{unknown}} {{ field }} {field}',
}

test.each(Object.entries(texts))('words arrive as they were written: %s', async (_, words) => {
  const press = newPress(
    { subject: 'x', html: `<p>${words}</p>{{field}}<i>.</i>{{field}}{{field}}`, text: `${words}{{field}}${words}`, headers: {} },
    from,
    ['field'],
  )
  for (const field of ['', ...Object.values(texts)]) {
    const raw = press({ ...envelope, fields: { field } })
    const { text, html } = await simpleParser(raw, { skipTextToHtml: true })
    const escaped = field.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    expect(normal(text ?? '')).toBe(normal(`${words}${field}${words}`))
    expect(normal(html || '')).toBe(normal(`<p>${words}</p>${escaped}<i>.</i>${escaped}${escaped}`))
    expect(Math.max(...lines(raw).map((line) => line.length))).toBeLessThanOrEqual(998)
    expect(raw).toMatch(/^[\x20-\x7e\r\n]*$/)
  }
})

const normal = (text: string) => text.replaceAll('\r\n', '\n')

test('a field is escaped in HTML and not in text; what a steward wrote in braces stays', async () => {
  const press = newPress(
    { subject: 'For {{name}}', html: '<p title="{{name}}">{{other}}</p>', text: '{{name}}, {{other}}', headers: {} },
    from,
    ['name'],
  )

  const { subject, html, text } = await simpleParser(press({ ...envelope, fields: { name: `Ö "<b>" & 'co'` } }), { skipTextToHtml: true })

  expect(subject).toBe(`For Ö "<b>" & 'co'`)
  expect(html).toBe('<p title="Ö &quot;&lt;b&gt;&quot; &amp; &#39;co&#39;">{{other}}</p>')
  expect(text).toBe(`Ö "<b>" & 'co', {{other}}`)
})

test('lines of the encoding stay within 76 characters, also where pieces meet', () => {
  const whole = ['x'.repeat(74), 'é'.repeat(90), ' y ', '.'].map((piece) => quotedPrintable(piece) + softBreak).join('')

  expect(Math.max(...lines(whole).map((line) => line.length))).toBeLessThanOrEqual(76)
})

test('a mail of its own says who, what and why, and that a program wrote it', async () => {
  const raw = await singleMessage(
    {
      subject: 'You are going to Frühlingsruf',
      body: '<h1>You are going</h1>',
      language: 'es',
      extras: { why: 'You said you are coming.', leave: { href: 'https://example.org/l', words: 'Leave' } },
    },
    { ...envelope, from: 'community@example.org', network },
  )
  const parsed = await simpleParser(raw)

  expect(parsed.subject).toBe('You are going to Frühlingsruf')
  expect(parsed.from?.text).toBe('"Prairie Network" <community@example.org>')
  expect(parsed.messageId).toBe('<one@example.org>')
  expect(parsed.date?.toISOString()).toBe('2026-03-04T15:00:00.000Z')
  expect(parsed.headers.get('auto-submitted')).toBe('auto-generated')
  expect(parsed.html).toContain('<html lang="es"')
  expect(parsed.text).toContain('You are going\n=============')
  expect(parsed.text).toContain('Leave: https://example.org/l')
})

test('an invitation is a part beside the words and a file that can be opened', async () => {
  const text = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n'
  const raw = await singleMessage(
    { subject: 'x', body: '<p>x</p>', language: 'en', extras: { calendar: { method: 'REQUEST', text } } },
    { ...envelope, from: 'community@example.org', network },
  )
  const parsed = await simpleParser(raw)

  expect(raw.toString()).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i)
  expect(raw.toString().indexOf('multipart/mixed')).toBeLessThan(raw.toString().indexOf('multipart/alternative'))
  expect(parsed.attachments.map(({ filename, contentType }) => `${filename} ${contentType}`)).toContain('invite.ics application/ics')
  expect(parsed.attachments.find(({ filename }) => filename === 'invite.ics')?.content.toString()).toBe(text)
})
