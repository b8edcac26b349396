import { h } from 'preact'
import { expect, test } from 'vitest'
import { transaction } from '#database'
import { queueMail } from '#platform/mail'
import { useCommunity, type TestPerson } from '#test'
import { failsTooOften, type SentMail } from './returned.rules.ts'
import { noteRefusal } from './suppression.actions.ts'

const community = useCommunity()

/** An edition a letter, the newest first; a capital one came back. */
const sent = (letters: string): SentMail[] =>
  [...letters].map((letter) => ({ edition: letter.toLowerCase(), isReturned: letter !== letter.toLowerCase() }))

test.each([
  ['ABC', true],
  ['ABCD', true],
  ['AB', false],
  ['ABcD', false],
  ['AbCD', false],
  ['xABC', true],
  ['xyABC', true],
  ['AAB', false],
  ['AABC', true],
  ['abc', false],
  ['', false],
  ['ABCd', true],
])('mails that came back (capitals, the newest first): %s stops the sending: %s', (letters, stops) => {
  expect(failsTooOften(sent(letters))).toBe(stops)
})

/** Sends Ben a mail, and says whether it comes back. */
async function mailed(to: TestPerson, failure?: 'soft' | 'hard' | 'policy') {
  const { db, network, now } = community
  const mail = { to, networkId: network.id, language: 'en' as const, subject: 'News', body: h('p', {}, 'Hello') }
  await transaction(db, (tx) => queueMail(tx, mail, now()))
  const { id } = await db.selectFrom('mail').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  await db.updateTable('mail').set({ state: 'sent', sentAt: now(), lastAnswer: '452 4.2.2 full' }).where('id', '=', id).execute()
  community.wait({ hours: 24 })
  if (!failure) return
  const refusal = {
    mailId: id,
    networkId: network.id,
    personId: to.id,
    address: to.email,
    answer: '452 4.2.2 full',
    status: '4.2.2',
    failure,
  }
  await transaction(db, (tx) => noteRefusal(tx, refusal, now()))
}

const reasons = async () => (await community.db.selectFrom('suppression').select('reason').execute()).map(({ reason }) => reason)

test('a full mailbox stops our mail at the third time without one that arrived', async () => {
  const ben = await community.person('Ben')
  await mailed(ben, 'soft')
  await mailed(ben, 'soft')
  await mailed(ben)
  await mailed(ben, 'soft')
  await mailed(ben, 'soft')
  expect(await reasons()).toEqual([])

  await mailed(ben, 'soft')
  expect(await reasons()).toEqual(['unreachable'])
})

test('what is long ago does not count, nor what came back from another person', async () => {
  const [ben, chidi] = [await community.person('Ben'), await community.person('Chidi')]
  await mailed(ben, 'soft')
  await mailed(ben, 'soft')
  community.wait({ hours: 24 * 29 })
  await mailed(chidi, 'soft')
  await mailed(ben, 'soft')
  expect(await reasons()).toEqual([])
})

test('a hard bounce stops at once; being turned away stops nobody, and stewards are told once a day', async () => {
  const [ada, ben] = [await community.person('Ada'), await community.person('Ben')]
  await mailed(ben, 'policy')
  await mailed(ben, 'policy')
  expect(await reasons()).toEqual([])
  await community.work()
  expect(await community.mailTo(ada)).toEqual(['A mail server turns our mail away'])
  const desk = await community.as(ada).get('/admin')
  expect(desk).toContain('2 mails were turned away this week')
  expect(await community.as(ada).get('/admin/suppressions/blocked')).toMatch(/example\.org[\s\S]*452 4\.2\.2 full/)

  await mailed(ben, 'hard')
  expect(await reasons()).toEqual(['bounced'])
})
