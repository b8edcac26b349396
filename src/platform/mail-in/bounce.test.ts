import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readBounce } from './bounce.rules.ts'
import { readLetter } from './letter.rules.ts'

const read = (name: string) => readBounce(readLetter(readFileSync(join(import.meta.dirname, 'letters', `${name}.eml`))))

test.each([
  ['bounce-postfix', '5.1.1', '550 5.1.1 <ben@example.org>: Recipient address rejected: User unknown in local recipient table'],
  ['bounce-exchange', '5.1.10', '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient chidi@example.com not found by SMTP address lookup'],
  ['bounce-base64', '5.2.1', 'La dirección no existe.'],
  ['dsn-gmail-unknown', '5.1.1', expect.stringContaining('does not exist')],
  ['dsn-office365-access', '5.4.1', expect.stringContaining('Recipient address rejected')],
  ['dsn-yahoo-unknown', '5.0.0', expect.stringContaining('have a yahoo.com account')],
  ['dsn-yahoo-disabled', '5.0.0', expect.stringContaining('This mailbox is disabled')],
  ['dsn-host-unknown', '5.4.4', expect.stringContaining('Host or domain name not found')],
  ['dsn-null-mx', '5.1.0', expect.stringContaining('nullMX')],
  ['dsn-cut-off', '5.1.0', expect.stringContaining('nullMX')],
  ['dsn-words-only', '5.0.0', expect.stringContaining('User unknown here')],
  ['dsn-sendmail-inactive', '5.2.1', expect.stringContaining('inactive')],
  ['dsn-latin-1', '5.1.1', '550 5.1.1 La cuenta no existe'],
  ['words-qmail', '5.1.1', 'Sorry, no mailbox here by that name. (#5.1.1)'],
  ['words-qmail-remote', '5.0.0', expect.stringContaining('550 No such person at this address')],
  ['words-exim', '5.0.0', expect.stringContaining('550 Unrouteable address')],
  ['words-postfix-old', '', '<ben@example.org>: unknown user: "ben"'],
  ['words-sendmail-old', '5.0.0', expect.stringContaining('User unknown')],
  ['words-exchange-old', '5.1.1', expect.stringContaining('does not exist')],
  ['words-outlook-html', '', expect.stringContaining("couldn't be found")],
  ['words-gmail-old', '5.1.1', expect.stringContaining('User unknown in virtual mailbox table')],
  ['words-yahoo', '5.0.0', expect.stringContaining("doesn't have a yahoo.com account")],
  ['words-domino', '', expect.stringContaining('not listed in Domino Directory')],
  ['words-spanish', '', 'Motivo: el usuario no existe.'],
])('%s: the address takes no mail for good', (name, status, answer) => {
  expect(read(name)).toEqual({ failure: 'hard', status, answer })
})

test.each([
  ['bounce-mailbox-full', '452 4.2.2 The mailbox is full'],
  ['dsn-gmail-full', expect.stringContaining('over quota')],
  ['dsn-gmail-domain', expect.stringContaining('Timed out')],
  ['dsn-office365-full', expect.stringContaining('mailbox full')],
  ['dsn-yahoo-deferred', expect.stringContaining('temporarily deferred')],
  ['dsn-timed-out', expect.stringContaining('Connection timed out')],
  ['dsn-greylisted', expect.stringContaining('Greylisted')],
  ['dsn-says-nothing', '5.0.0'],
  ['words-qmail-quota', expect.stringContaining('over the allowed quota')],
  ['words-qmail-away', expect.stringContaining('failed temporarily')],
  ['words-exim-retry', expect.any(String)],
  ['words-domino-full', expect.stringContaining('quota')],
  ['words-spanish-full', 'El buzón del destinatario está lleno.'],
])('%s: perhaps another day', (name, answer) => {
  expect(read(name)).toMatchObject({ failure: 'soft', answer })
})

test.each([
  'dsn-gmail-blocked',
  'dsn-gmail-unauthenticated',
  'dsn-office365-banned',
  'dsn-office365-restricted',
  'dsn-exchange-too-large',
  'dsn-spamhaus',
  'dsn-dmarc',
  'dsn-sender-rejected',
  'words-exim-spam',
  'words-yahoo-blocked',
  'words-too-large',
])('%s: it lies with us, not with the address', (name) => {
  expect(read(name)).toMatchObject({ failure: 'policy', answer: expect.stringMatching(/./) })
})

test.each(['bounce-delayed', 'words-exim-warning', 'words-gmail-delay'])('%s: it is still tried', (name) => {
  expect(['delayed', 'other']).toContain(read(name))
})

test.each([
  'report-delivered',
  'dsn-relayed',
  'auto-reply',
  'not-a-report',
  'away-unmarked',
  'away-spanish',
  'away-precedence',
  'challenge-boxbe',
  'challenge-verify',
  'a-person',
])('%s: nothing failed', (name) => {
  expect(read(name)).toBe('other')
})
