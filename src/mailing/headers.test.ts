import { expect, test } from 'vitest'
import { headersOf, phrase } from './headers.rules.ts'

const parts = {
  list: { slug: 'monthly-update', name: 'Monthly update' },
  domain: 'community.example.org',
  oneClick: 'https://community.example.org/unsubscribe/abc.def/one-click',
  leaveByMail: 'mailto:leave@community.example.org?subject=abc.def',
  help: 'https://community.example.org/preferences/ghi.jkl',
  archive: 'https://community.example.org/updates',
}

test('a mail of the list says which list, how to leave, where to get help and read past mails', () => {
  expect(headersOf(parts)).toEqual({
    'List-Id': '"Monthly update" <monthly-update.community.example.org>',
    'List-Unsubscribe':
      '<https://community.example.org/unsubscribe/abc.def/one-click>, <mailto:leave@community.example.org?subject=abc.def>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Help': '<https://community.example.org/preferences/ghi.jkl>',
    'List-Archive': '<https://community.example.org/updates>',
    'List-Post': 'NO',
    Precedence: 'bulk',
  })
})

test('without mail coming in and without an archive, neither is promised', () => {
  const headers = headersOf({ ...parts, leaveByMail: null, archive: null })
  expect(headers['List-Unsubscribe']).toBe('<https://community.example.org/unsubscribe/abc.def/one-click>')
  expect(headers).not.toHaveProperty('List-Archive')
})

const hostile = [
  'Update\r\nBcc: everyone@evil.example',
  'Say "hi" \\ <bcc@evil.example>',
  'Zeile\u2028neu\u0000',
  '\u202Eetadpu',
  '💌'.repeat(40),
  'Boletín mensual',
  '=?UTF-8?Q?x?=',
  'x'.repeat(5_000),
]

test.each(hostile)('no name of a list breaks out of its line: %j', (name) => {
  const id = headersOf({ ...parts, list: { slug: 'monthly-update', name } })['List-Id'] ?? ''
  expect(id).toMatch(/^("(?:[^"\\\p{Cc}]|\\["\\])*"|(=\?UTF-8\?B\?[A-Za-z0-9+/=]{1,60}\?= ?)+) <monthly-update\.community\.example\.org>$/u)
  expect(id).toMatch(/^[\x20-\x7e]*$/)
})

test('a name that is not ASCII reads back as it was', () => {
  for (const name of ['Boletín mensual', '💌'.repeat(40)])
    expect(
      [...phrase(name).matchAll(/=\?UTF-8\?B\?([^?]*)\?=/g)].map(([, piece = '']) => Buffer.from(piece, 'base64').toString()).join(''),
    ).toBe(name)
})
