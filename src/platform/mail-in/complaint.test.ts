import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { h } from 'preact'
import { expect, test } from 'vitest'
import { transaction } from '#database'
import { listHeaders, shownIn } from '#mailing'
import { compose, newPreparer, queueMail } from '#platform/mail'
import { useCommunity } from '#test'
import { readComplaint } from './complaint.rules.ts'
import { readLetter } from './letter.rules.ts'

const community = useCommunity({ mailInPort: 25 })

const letter = (name: string) => readFileSync(join(import.meta.dirname, 'letters', `${name}.eml`), 'utf8')

/** What the mail service of Ben sends, made of a letter and of the tokens in our mail to him. */
const report = (name: string, { token = '', leave = '' } = {}) =>
  community.receive({
    to: 'complaints@community.example.org',
    from: 'feedback@arf.mail.example.net',
    raw: letter(name).replaceAll('TOKEN', token).replaceAll('LEAVE', leave),
  })

async function mailToBen() {
  const ben = await community.person('Ben')
  const list = await community.reader(ben)
  await community.reader(ben, 'event-news')
  const { db, network, now } = community
  await transaction(db, (tx) =>
    queueMail(tx, { to: ben, networkId: network.id, language: 'en', subject: 'News', body: h('p', {}, 'Hello') }, now()),
  )
  const mail = await db.selectFrom('mail').selectAll().executeTakeFirstOrThrow()
  const { from } = await compose(await newPreparer({ db, config: community.config, kinds: {} }).ready(mail), community.config)
  const headers = listHeaders({ config: community.config, network, list: shownIn(list, 'en'), personId: ben.id })
  return {
    token: /\+([0-9a-f]{52})@/.exec(from)?.[1] ?? '',
    leave: /\/unsubscribe\/([^/]+)\//.exec(headers['List-Unsubscribe'] ?? '')?.[1] ?? '',
  }
}

const readers = () => community.db.selectFrom('reader').select('email').execute()
const suppressions = () => community.db.selectFrom('suppression').select(['reason', 'address', 'detail']).execute()

test.each([
  ['complaint-arf', 'by the sender of the envelope', 'token'],
  ['complaint-redacted', 'though all names are hidden, by the link to leave', 'leave'],
  ['complaint-jmrp', 'in Microsoft’s way', 'token'],
] as const)('%s finds the reader %s: Ben is off all lists, and a steward sees it', async (name, _how, which) => {
  const tokens = await mailToBen()
  expect(await readers()).toHaveLength(2)
  for (let times = 0; times < 2; times++) expect(await report(name, { [which]: tokens[which] })).toBe('taken')

  expect(await readers()).toEqual([])
  expect(await suppressions()).toEqual([{ reason: 'complained', address: 'ben@example.org', detail: expect.stringMatching(/abuse$/) }])
  const ada = community.as(await community.person('Ada'))
  expect(await ada.get('/admin/suppressions')).toContain('Reported as unwanted')
})

test('the desk says that a reader complained this week', async () => {
  const { token } = await mailToBen()
  await report('complaint-arf', { token })
  const ada = community.as(await community.person('Ada'))
  expect(await ada.get('/admin')).toContain('1 reader reported our mail as unwanted this week')
})

test('a report without our token, with an altered one, or that takes it back, changes nothing', async () => {
  const { token, leave } = await mailToBen()
  const altered = `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`
  expect(await report('complaint-without-token')).toBe('taken')
  expect(await report('complaint-arf', { token: altered, leave: `${leave.slice(0, -2)}xx` })).toBe('taken')
  expect(await report('complaint-not-spam', { token, leave })).toBe('taken')
  expect(await readers()).toHaveLength(2)
  expect(await suppressions()).toEqual([])
})

test('what stands in the body of a mail proves nothing, nor does a report that is none', async () => {
  const { token } = await mailToBen()
  const forged = letter('complaint-without-token').replace('Hello', `bounces+${token}@community.example.org`)
  expect(readComplaint(readLetter(forged))?.proof).not.toContain(token)
  const mixed = letter('complaint-arf').replace('multipart/report', 'multipart/mixed')
  expect(readComplaint(readLetter(mixed))).toBeNull()
})

test('a complaint of one reader never touches another', async () => {
  const { token } = await mailToBen()
  await community.reader(await community.person('Chidi'))
  expect(await report('complaint-arf', { token })).toBe('taken')
  expect(await readers()).toEqual([{ email: 'chidi@example.org' }])
})
