import { expect, test } from 'vitest'
import { asksForLess, isOfDomain } from './answers.rules.ts'
import type { ReadyMail } from '#platform/mail'
import { newBacklog } from './backlog.ts'
import { newDomains } from './domains.ts'
import { fullPace, paceAfter, type Heard, type Pace } from './pace.rules.ts'
import { newThrottle } from './throttle.ts'

const bounds = { connections: 20, batch: 100, shortestGap: 0, firstGap: 500, longestGap: 60_000, echo: 2000 }
const full = fullPace(bounds)

const after = (pace: Pace, heard: Heard, times = 1, at = 10_000): Pace =>
  Array.from({ length: times }).reduce<Pace>((before) => paceAfter(before, heard, bounds, at), pace)

const cases: [string, Partial<Pace>, Heard, number, Partial<Pace>][] = [
  ['asked for less, half of the connections go on', {}, 'less', 1, { connections: 10, gap: 0 }],
  ['an odd one is not kept', { connections: 5 }, 'less', 1, { connections: 2 }],
  ['what was on its way says the same again, and is not heard twice', {}, 'less', 9, { connections: 10 }],
  ['with one connection left, a pause begins', { connections: 1 }, 'less', 1, { connections: 1, gap: 500 }],
  ['and doubles', { connections: 1, gap: 500 }, 'less', 1, { gap: 1000 }],
  ['up to a minute', { connections: 1, gap: 48_000 }, 'less', 1, { gap: 60_000 }],
  ['some letters that are taken change nothing yet', { connections: 4 }, 'taken', 79, { connections: 4 }],
  ['twenty for each connection give one more', { connections: 4 }, 'taken', 80, { connections: 5 }],
  ['and then more are needed for the next', { connections: 4 }, 'taken', 179, { connections: 5 }],
  ['never more than are allowed', {}, 'taken', 4000, { connections: 20, gap: 0 }],
  ['a pause halves after ten', { connections: 1, gap: 2000 }, 'taken', 10, { connections: 1, gap: 1000 }],
  ['and ends before connections grow', { connections: 1, gap: 500 }, 'taken', 10, { connections: 1, gap: 0 }],
  ['a conversation that was ended after 30 letters has 30 from now on', {}, { endsAfter: 30 }, 1, { batch: 30, connections: 20 }],
  ['at least one', {}, { endsAfter: 0 }, 1, { batch: 1 }],
  ['when all else is as it was, conversations grow longer again', { batch: 30 }, 'taken', 400, { batch: 60 }],
]

test.each(cases)('%s', (...[, begins, heard, times, expected]) => {
  expect(after({ ...full, ...begins }, heard, times)).toMatchObject(expected)
})

test('asked for less again after the echo, it is less again', () => {
  const once = paceAfter(full, 'less', bounds, 1000)
  expect(paceAfter(once, 'less', bounds, 2999)).toMatchObject({ connections: 10 })
  expect(paceAfter(once, 'less', bounds, 3000)).toMatchObject({ connections: 5 })
})

test('a pace that was set is never gone under', () => {
  const set = { ...bounds, connections: 1, shortestGap: 1000 }
  const slow = paceAfter(fullPace(set), 'less', set, 10_000)
  expect(slow.gap).toBe(2000)
  const calm = Array.from({ length: 500 }).reduce<Pace>((before) => paceAfter(before, 'taken', set, 20_000), slow)
  expect(calm).toMatchObject({ connections: 1, gap: 1000 })
})

test.each([
  [421, '421 4.7.0 Too many connections from your host', true],
  [421, '421 Service closing', true],
  [450, '450 4.7.1 Error: too much mail from 203.0.113.7', true],
  [451, '451 4.7.0 Try again later', true],
  [421, '421-4.7.28 Our system has detected an unusual rate of unsolicited mail', true],
  [450, '450 4.7.28 unusual rate', true],
  [451, '451 Rate limited, slow down', true],
  [452, '452 4.3.1 Insufficient system resources', true],
  [452, '452 4.5.3 Too many recipients', true],
  [450, '450 4.3.2 System not accepting network messages', true],
  [554, '554 Too many connections', true],
  [451, '451 4.7.1 Greylisted, try again later', false],
  [450, '450 4.7.1 Graylisting in action', false],
  [452, '452 4.2.2 The mailbox exceeds its quota', false],
  [450, '450 4.1.1 Unverified address', false],
  [451, '451 4.3.0 Local error', false],
  [550, '550 5.7.1 Too many complaints', false],
  [250, '250 ok', false],
])('whether %i %s asks for less', (code, answer, expected) => expect(asksForLess(code, answer)).toBe(expected))

test.each([
  ['450 4.7.1 too much mail to slow.example', false, true],
  ['450 4.7.1 Too many messages for this domain', true, true],
  ['450 4.7.1 Error: too many recipients from 203.0.113.7', true, false],
  ['451 4.7.0 Your client is too fast', true, false],
  ['451 4.7.0 Try again later', false, false],
])('%s (of the recipient: %s) speaks of the domain: %s', (answer, isRecipient, expected) =>
  expect(isOfDomain({ answer, isRecipient }, 'slow.example')).toBe(expected),
)

test('letters leave one pause apart, and a pause that nobody used is not saved up', () => {
  let time = 0
  const throttle = newThrottle({ ...bounds, shortestGap: 100 }, () => time)
  expect([throttle.take(), throttle.take(), throttle.take()]).toEqual([0, 100, 200])
  time = 5000
  expect([throttle.take(), throttle.take()]).toEqual([0, 100])
})

test('a domain gets its own limit, the others half of the connections each', () => {
  const domains = newDomains({ 'slow.example': { connections: 2, perMinute: 600 }, '*': { connections: 3 } }, bounds)
  const taken = (domain: string) => {
    let count = 0
    while (domains.mayTake(domain)) {
      domains.begin(domain)
      count++
    }
    return count
  }
  expect([taken('other.example'), taken('third.example')]).toEqual([3, 3])
  expect(taken('slow.example')).toBe(1)
  expect(domains.soonest()).toBeGreaterThan(0)
  expect(domains.perSecond('slow.example')).toBe(10)
  const free = newDomains({}, bounds)
  for (let count = 0; count < 10; count++) {
    expect(free.mayTake('example.org')).toBe(true)
    free.begin('example.org')
  }
  expect(free.mayTake('example.org')).toBe(false)
  expect(free.mayTake('example.net')).toBe(true)
})

const mails = (domain: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `${domain}${n}`, toAddress: `reader${n}@${domain}`, contentId: 'one' }) as ReadyMail)

test('in a crowded backlog a slow domain keeps what it takes soon; the rest makes room, each with its turn', () => {
  const domains = newDomains({ 'slow.example': { connections: 1, perMinute: 600 } }, bounds)
  const backlog = newBacklog(10_000, domains, 100)
  backlog.add(mails('slow.example', 90))
  expect(backlog.takeSurplus()).toEqual([])

  backlog.add(mails('quick.example', 60))
  const surplus = backlog.takeSurplus()
  expect(surplus.map(({ mail }) => mail.id)).toEqual(
    mails('slow.example', 90)
      .slice(50)
      .map(({ id }) => id),
  )
  expect([surplus[0]?.wait, surplus.at(-1)?.wait]).toEqual([5000, 8900])
  expect(backlog.size()).toBe(110)
  expect(backlog.holding()).toHaveLength(150)
})

test('the next is the first whose domain takes one now', () => {
  const backlog = newBacklog(10_000, newDomains({ 'slow.example': { connections: 1 } }, bounds), 100)
  backlog.add([...mails('slow.example', 2), ...mails('quick.example', 1)])
  expect(backlog.next()?.id).toBe('slow.example0')
  const slow = newDomains({ 'slow.example': { connections: 1 } }, bounds)
  slow.begin('slow.example')
  const other = newBacklog(10_000, slow, 100)
  other.add([...mails('slow.example', 2), ...mails('quick.example', 1)])

  expect(other.next()?.id).toBe('quick.example0')
  expect(other.hasNext()).toBe(false)
  expect(other.size()).toBe(2)
})
