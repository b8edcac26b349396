import { describe, expect, test } from 'vitest'
import { newId, transaction } from '#database'
import { useCommunity } from '#test'
import { commonest, reasonOf } from './answer.rules.ts'

const community = useCommunity()
const ada = async () => community.as(await community.person('Ada'))

type Fate = { state: 'sent' | 'failed' | 'waiting'; tries?: number; answer?: string; days?: number; complaint?: boolean }

async function mail(to: string, { state, tries = 1, answer, days = 1, complaint }: Fate) {
  const at = community.now().subtract({ hours: 24 * days })
  const id = newId()
  await transaction(community.db, async (tx) => {
    const row = {
      id,
      networkId: community.network.id,
      personId: null,
      toAddress: to,
      language: 'en' as const,
      subject: 'x',
      body: 'x',
      contentId: null,
    }
    await tx
      .insertInto('mail')
      .values({ ...row, onceKey: null, queuedAt: at, dueAt: at.add({ hours: 24 * 60 }), state, tries, lastAnswer: answer ?? null })
      .execute()
    if (complaint)
      await tx.insertInto('returnedMail').values({ mailId: id, networkId: row.networkId, kind: 'complaint', returnedAt: at }).execute()
  })
}

test('Ada sees which domains refuse or put off our mail, their most frequent answer in words, and what helps', async () => {
  for (const name of ['one', 'two', 'three'])
    await mail(`${name}@Big.example`, {
      state: 'failed',
      answer: `550 5.1.1 <${name}@big.example>: Recipient ${name}@big.example unknown id 4829${name.length}117`,
    })
  await mail('four@big.example', { state: 'failed', answer: '552 5.2.2 Mailbox full' })
  await mail('five@big.example', { state: 'sent', answer: '250 OK', complaint: true })
  await mail('six@slow.example', { state: 'waiting', answer: '450 4.7.1 Greylisted for 300 seconds' })
  await mail('seven@fine.example', { state: 'sent' })
  await mail('eight@untried.example', { state: 'waiting', tries: 0 })
  await mail('nine@old.example', { state: 'failed', answer: '550 no', days: 31 })
  const page = await ada()

  const html = await page.get('/admin/figures/domains')
  for (const words of [
    'There is no such mailbox.',
    '1 delivered',
    '4 refused',
    '1 reported as unwanted',
    'Recipient … unknown id …',
    'come back later',
  ])
    expect(html).toContain(words)
  for (const words of ['one@big', 'untried.example', 'old.example', '48293117']) expect(html).not.toContain(words)
  expect(html.indexOf('big.example')).toBeLessThan(html.indexOf('slow.example'))

  const file = await page.get('/admin/figures/domains.csv')
  expect(file).toContain('big.example,1,0,4,1,There is no such mailbox.')
  expect(file).toContain('fine.example,1,0,0,0,,,\r\n')
})

test('without trouble it says so, without mail as well, in Spanish too', async () => {
  const page = await ada()
  expect(await page.get('/admin/figures/domains')).toContain('No mail left in the last 30 days.')
  await mail('one@fine.example', { state: 'sent' })
  expect(await page.get('/admin/figures/domains')).toContain('Every domain took what we sent.')
  const luz = community.as(await community.person('Luz', { role: 'steward', language: 'es' }))
  expect(await luz.get('/admin/figures/domains')).toContain('Todos los dominios aceptaron')
})

test('an answer that is markup or a formula is shown as words', async () => {
  await mail('one@evil.example', { state: 'failed', answer: '=cmd|"/C calc"<script>alert(1)</script>' })
  const page = await ada()
  expect(await page.get('/admin/figures/domains')).toContain('&lt;script>alert(1)')
  expect(await page.get('/admin/figures/domains.csv')).toContain(`"'=cmd|`)
})

test('to members and strangers the domains are not there', async () => {
  for (const browser of [community.as(await community.person('Ben')), community.as(await community.person('Chidi')), community.stranger()])
    for (const path of ['/admin/figures/domains', '/admin/figures/domains.csv'])
      expect([path, (await browser.request('GET', path)).status]).toEqual([path, 404])
})

describe('what servers answer is told apart', () => {
  test.each([
    ['550-5.1.1 The email account that you tried to reach does not exist.', 'unknown-address'],
    ['550 5.2.1 The email account that you tried to reach is inactive.', 'unknown-address'],
    ['550 No such user here', 'unknown-address'],
    ['452-4.2.2 The recipient’s inbox is out of storage space: over quota', 'full'],
    ['552 5.2.2 Mailbox full', 'full'],
    ['550 5.7.26 This mail has been blocked because the sender is unauthenticated.', 'unproven'],
    ['550 5.7.1 Email rejected per DMARC policy for community.example', 'unproven'],
    ['554 5.7.1 Service unavailable; Client host […] blocked using zen.spamhaus.org', 'listed'],
    ['550 5.7.606 Access denied, banned sending IP […]', 'listed'],
    ['450 4.2.0 Greylisted, see the help page', 'greylisted'],
    ['451 4.7.1 Grey-listing in action, please come back later', 'greylisted'],
    ['421 4.7.28 Our system has detected an unusual rate of unsolicited mail', 'too-fast'],
    ['421 4.7.0 [TSS04] Messages temporarily deferred due to unexpected volume', 'too-fast'],
    ['552 5.3.4 Message size exceeds fixed maximum', 'too-large'],
    ['550 5.7.10 Encryption needed: must issue STARTTLS first', 'encryption'],
    ['550 5.1.2 Bad destination system: no such domain', 'no-server'],
    ['connect ETIMEDOUT', 'unreachable'],
    ['550 5.7.1 Message rejected as spam by content filter', 'unwanted'],
    ['550 generated by our rules, integrated', 'other'],
    ['', 'other'],
  ])('%s', (answer, reason) => expect(reasonOf(answer)).toBe(reason))

  test('many answers of one meaning outweigh one that is more frequent', () => {
    const answers = [
      { answer: '550 5.7.1 spam', count: 3 },
      { answer: '552 Mailbox full', count: 2 },
      { answer: '452 over quota', count: 2 },
    ]
    expect(commonest(answers)).toEqual({ reason: 'full', answer: '552 Mailbox full', count: 4 })
    expect(commonest([])).toBeNull()
  })
})
