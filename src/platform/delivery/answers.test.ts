import { expect, test } from 'vitest'
import { isAddressAtFault, outcomeOf, statusOf, type Answer } from './answers.rules.ts'

const refused = (code: number, answer: string, isRecipient = true): Answer => ({ kind: 'refused', code, answer, isRecipient })
const lost = (isInDoubt: boolean): Answer => ({ kind: 'lost', code: null, answer: 'Connection closed', isInDoubt })

test.each<[string, Answer, number, string]>([
  ['what was taken is sent', { kind: 'accepted', answer: '250 ok' }, 0, 'sent'],
  ['a refusal for good is the end', refused(550, '550 5.1.1 No'), 0, 'failed'],
  ['a refusal for now waits a minute', refused(451, '451 4.7.1 Later'), 0, 'waiting PT1M'],
  ['and then five', refused(451, '451 4.7.1 Later'), 1, 'waiting PT5M'],
  ['and in the end half a day', refused(451, '451 4.7.1 Later'), 10, 'waiting PT12H'],
  ['until three days are over', refused(451, '451 4.7.1 Later'), 12, 'failed'],
  ['what no server saw may leave at once, however often that happens', lost(false), 12, 'waiting at once'],
  ['what a server may have taken waits as a try', lost(true), 0, 'waiting PT1M in doubt'],
  ['and is not tried for ever', lost(true), 12, 'failed'],
])('%s', (_, answer, tries, expected) => {
  const outcome = outcomeOf(answer, tries)

  const waiting =
    outcome.state === 'waiting' ? [` ${outcome.wait?.toString() ?? 'at once'}`, outcome.isInDoubt ? ' in doubt' : ''].join('') : ''
  expect(`${outcome.state}${waiting}`).toBe(expected)
})

test.each([
  [550, '550 5.1.1 The email account that you tried to reach does not exist', true, true],
  [550, '550-5.1.1 The email account that you tried to reach does not exist', false, true],
  [550, '550 5.1.10 Recipient not found', true, true],
  [550, '550 5.2.1 The mailbox is disabled', true, true],
  [553, '553 sorry, that domain is not in my list of allowed rcpthosts', true, true],
  [550, '550 No such user', true, true],
  [550, '550 No such user', false, false],
  [550, '550 5.7.1 Message rejected as spam', true, false],
  [550, '550 5.7.26 This mail has been blocked because the sender is unauthenticated', true, false],
  [550, '550 relay not permitted', true, false],
  [550, '550 Blocked by policy', true, false],
  [550, '550 5.1.8 Sender address has no MX', true, false],
  [552, '552 5.2.2 Mailbox full', true, false],
  [554, '554 Transaction failed', true, false],
])('%i %s', (code, answer, isRecipient, expected) => expect(isAddressAtFault({ code, answer, isRecipient })).toBe(expected))

test('a status is read where servers write it', () => {
  expect(['550 5.1.1 x', '550-5.1.1 x', '550 x 5.1.1', '5.1.1', '250 2.0.0 ok'].map(statusOf)).toEqual([
    '5.1.1',
    '5.1.1',
    null,
    null,
    '2.0.0',
  ])
})
