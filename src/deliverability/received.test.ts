import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readReceived, type Received } from './received.rules.ts'

const passed: Received = { spf: 'pass', dkim: 'pass', dmarc: 'pass' }

const cases: [string, string, Received | null][] = [
  [
    'a folded field with comments',
    'Delivered-To: olga@example.org\r\nAuthentication-Results: mx.example.net;\r\n       dkim=pass header.i=@example.org header.s=k1 header.b=AbC;\r\n       spf=pass (mx.example.net: domain of a@example.org (a; dkim=fail) permits) smtp.mailfrom=a@example.org;\r\n\tdmarc=pass (p=NONE sp=NONE dis=NONE) header.from=example.org\r\nSubject: A test',
    passed,
  ],
  [
    'the topmost of several, which the last server wrote',
    'Authentication-Results: mx.example.net; spf=softfail; dkim=none; dmarc=fail\nAuthentication-Results: far.example; spf=pass; dkim=pass; dmarc=pass',
    { spf: 'softfail', dkim: 'none', dmarc: 'fail' },
  ],
  [
    'two signatures, of which one is of a kind that the receiver does not know',
    'authentication-results: mx.example.net 1; dkim=neutral (no key) header.s=e1; dkim = PASS header.s=r1; spf/1=temperror',
    { spf: 'temperror', dkim: 'pass', dmarc: null },
  ],
  [
    'the summary over “show original”',
    "Message ID\t<1@example.org>\nSPF:\tPASS with IP 192.0.2.10\nDKIM:\t'PASS' with domain example.org\nDMARC:\t'FAIL'",
    { spf: 'pass', dkim: 'pass', dmarc: 'fail' },
  ],
  ['a receiver that checked nothing', 'Authentication-Results: mx.example.net; none', null],
  ['results that another server handed on only', 'ARC-Authentication-Results: i=1; mx.example.net; spf=pass', null],
  ['words', 'It arrived, thank you.', null],
  ['nothing', '', null],
]

test.each(cases)('%s', (...[, source, expected]) => expect(readReceived(source)).toEqual(expected))

test('whatever is pasted, reading it ends', () => {
  fc.assert(fc.property(fc.string(), (words) => void readReceived(`Authentication-Results: ${words}`)))
  expect(readReceived(`Authentication-Results: x;${'('.repeat(100_000)}`)).toBeNull()
  expect(readReceived('Authentication-Results:\n '.repeat(20_000))).toBeNull()
})
