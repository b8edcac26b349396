import { expect, test } from 'vitest'
import { transaction } from '#database'
import { findPersonByEmail } from '#people'
import { markBounced, noteComplaint } from '#suppressions'
import { ownCommunity, useCommunity } from '#test'
import { listConsents } from './consent.data.ts'
import { dataOfReader, forgetReader } from './mailing.contributions.tsx'
import { preferencesLink } from './links.paths.ts'
import { countReaders } from './reader.data.ts'
import { leaveAfterComplaint } from './leave.complained.ts'

const community = useCommunity()

const readersOn = async (list: { id: string }) => (await countReaders(community.db, list.id)).reduce((sum, { count }) => sum + count, 0)
const choice = { 'list-monthly-update': 'yes' }

const complain = (address: string, detail: string) =>
  transaction(community.db, async (tx) => {
    for (const listener of [noteComplaint, leaveAfterComplaint])
      await listener(tx, { mailId: null, networkId: community.network.id, address, detail }, community.now())
  })

const preferencesOf = (person: { id: string }) =>
  new URL(preferencesLink({ network: community.network, baseUrl: community.config.baseUrl }, person.id)).pathname

test('to an address that bounced nothing is sent, until its owner confirms anew', async () => {
  const ben = await community.person('Ben')
  const list = await community.reader(ben)
  for (let times = 0; times < 2; times++) await markBounced(community.db, ben.email, '550 5.1.1 No such user', community.now())
  expect(await readersOn(list)).toBe(0)
  expect(await community.stranger().get(preferencesOf(ben))).toContain('Our last mail to this address came back')

  await community.stranger().post('/join', { ...choice, email: ben.email })
  expect(await readersOn(list)).toBe(0)
  const link = new URL((await community.mails(ben))[0]?.links[0] ?? '').pathname
  expect(await community.stranger().get(link)).toContain('Yes, send them to me')
  expect(await community.stranger().post(link)).toContain('You are on the list.')
  expect(await readersOn(list)).toBe(1)
})

test('who reported our mail is taken off every list and asked no more, though the page answers as always', async () => {
  const ben = await community.person('Ben')
  const list = await community.reader(ben)
  await community.reader(ben, 'event-news')
  await complain('Ben@Example.org', 'Reported by mail.example.net')
  expect(await readersOn(list)).toBe(0)
  expect((await listConsents(community.db, ben.id)).map(({ kind, source }) => [kind, source])).toEqual([
    ['withdrawn', 'complaint'],
    ['withdrawn', 'complaint'],
  ])

  expect(await community.stranger().post('/join', { ...choice, email: ben.email })).toContain('Look into your inbox')
  expect(await community.mailTo(ben)).toEqual([])
  expect(await community.stranger().get(preferencesOf(ben))).toContain('reported as unwanted')
})

test('a complaint or a bounce of an address we never knew is only noted', async () => {
  await complain('nobody@example.org', '')
  await markBounced(community.db, 'nobody@example.org', 'x'.repeat(10_000), community.now())
  expect(await findPersonByEmail(community.db, 'nobody@example.org')).toBeUndefined()
  expect(await community.db.selectFrom('suppression').select('reason').orderBy('reason').execute()).toEqual([
    { reason: 'bounced' },
    { reason: 'complained' },
  ])
})

test('Ben is forgotten: the steps count on, nothing names him, and only he can come back', async () => {
  const ben = await community.person('Ben')
  const list = await community.reader(ben)
  await community.stranger().post(preferencesOf(ben) + '/departure')
  expect(await dataOfReader(community.db, ben.id)).toMatchObject({
    subscriptions: [{ list: 'Monthly update' }],
    consents: [{ step: 'withdrawn', address: ben.email }],
  })
  await markBounced(community.db, ben.email, `550 ${ben.email} unknown`, community.now())

  await transaction(community.db, async (tx) => {
    await forgetReader(tx, ben.id, community.now())
    await tx.deleteFrom('person').where('id', '=', ben.id).execute()
  })
  const kept = JSON.stringify([
    await community.db.selectFrom('consent').selectAll().execute(),
    await community.db.selectFrom('suppression').selectAll().execute(),
    await community.db.selectFrom('subscription').selectAll().execute(),
  ])
  expect(kept).not.toContain('ben')
  expect(await community.db.selectFrom('consent').select('kind').execute()).toEqual([{ kind: 'withdrawn' }])
  expect(await community.db.selectFrom('suppression').select('reason').orderBy('reason').execute()).toEqual([
    { reason: 'bounced' },
    { reason: 'erased' },
  ])

  await community.stranger().post('/join', { ...choice, email: ben.email })
  await community.stranger().post(new URL((await community.mails(ben)).at(-1)?.links[0] ?? '').pathname)
  expect(await readersOn(list)).toBe(1)
})

test('whoever is forgotten while on a list has left it, and the figures know; without a proof there is nothing to end', async () => {
  const [ben, chidi] = [await community.person('Ben'), await community.person('Chidi')]
  await community.stranger().post('/join', { ...choice, email: ben.email })
  await community.stranger().post(new URL((await community.mails(ben))[0]?.links[0] ?? '').pathname)
  await community.reader(chidi)

  for (const person of [ben, chidi]) await community.as(person).post('/me/leaving')

  const kept = await community.db.selectFrom('consent').select(['kind', 'source', 'personId']).orderBy('id').execute()
  expect(kept.map(({ kind, source }) => `${kind}: ${source}`)).toEqual([
    'given: join page',
    'confirmed: mail to confirm',
    'withdrawn: forgotten',
  ])
  expect(kept.filter(({ personId }) => personId !== null)).toEqual([])
})

test('the button pressed twenty times at once joins once, with one proof', async () => {
  const { community: crowd, close } = await ownCommunity()
  await Promise.all(Array.from({ length: 3 }, () => crowd.stranger().post('/join', { ...choice, email: 'dana@example.org' })))
  const mails = await crowd.mails('dana@example.org')
  expect(mails).toHaveLength(3)
  const path = new URL(mails[0]?.links[0] ?? '').pathname
  await Promise.all(Array.from({ length: 20 }, () => crowd.stranger().request('POST', path)))

  const kinds = await crowd.db.selectFrom('consent').select('kind').execute()
  expect(kinds.filter(({ kind }) => kind === 'confirmed')).toHaveLength(1)
  expect(await crowd.db.selectFrom('person').select('id').execute()).toHaveLength(1)
  await close()
})
