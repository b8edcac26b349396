import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import { findHardBounce, reportsIn } from './bounce.rules.ts'
import { reportedBy } from './bounces.ts'

const letter = (name: string) => readFileSync(join(import.meta.dirname, 'letters', `${name}.eml`))

test.each([
  ['bounce-postfix', '5.1.1', '550 5.1.1 <ben@example.org>: Recipient address rejected: User unknown in local recipient table'],
  ['bounce-exchange', '5.1.10', '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient chidi@example.com not found by SMTP address lookup'],
  ['bounce-base64', '5.2.1', ''],
])('%s says that the address takes no mail for good', async (name, status, diagnostic) => {
  const reports = reportsIn(reportedBy(await simpleParser(letter(name))))

  expect(findHardBounce(reports)).toEqual({ action: 'failed', status, diagnostic })
})

test.each([
  ['bounce-mailbox-full', 1],
  ['bounce-delayed', 1],
  ['report-delivered', 1],
  ['auto-reply', 0],
  ['not-a-report', 0],
])('%s does not', async (name, count) => {
  const reports = reportsIn(reportedBy(await simpleParser(letter(name))))

  expect(reports).toHaveLength(count)
  expect(findHardBounce(reports)).toBeUndefined()
})

test('a report without fields, or with endless ones, is read in good time', () => {
  const read = (text: string) => reportsIn({ contentType: 'multipart/report', reportType: 'delivery-status', text })
  const begun = performance.now()

  expect(read('')).toEqual([])
  expect(read('Reporting-MTA: x')).toEqual([])
  expect(read(`Reporting-MTA: x\n\nFinal-Recipient: y\nStatus:${' '.repeat(200_000)}\nAction:\n${'\n \n'.repeat(100_000)}`)).toEqual([
    { action: '', status: '', diagnostic: '' },
  ])
  expect(performance.now() - begun).toBeLessThan(2000)
})
